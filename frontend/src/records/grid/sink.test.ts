// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { isComposing } from '@/fields/keys';
import { type Ended, Sink } from './sink';

let events: string[];
let sink: Sink;
let cell: HTMLElement;

function make(): Sink {
  return new Sink({
    typed: (text) => events.push(`typed ${text}`),
    commit: (text: string, how: Ended) => events.push(`commit ${text} ${how}`),
    cancel: () => events.push('cancel'),
  });
}

function key(name: string, more: KeyboardEventInit & { keyCode?: number } = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key: name,
    bubbles: true,
    cancelable: true,
    ...more,
  });
  if (more.keyCode) Object.defineProperty(event, 'keyCode', { value: more.keyCode });
  sink.element.dispatchEvent(event);
  return event;
}

function type(text: string): void {
  sink.element.value = text;
  sink.element.dispatchEvent(new Event('input'));
}

beforeEach(() => {
  document.body.replaceChildren();
  cell = document.createElement('div');
  document.body.append(cell);
  events = [];
  sink = make();
  sink.park(cell, 'Name, row 3', false);
});

describe('the sink', () => {
  test('waits in the cell with a name, and leaves its keys to the grid', () => {
    expect(cell.contains(sink.element)).toBe(true);
    expect(sink.element.getAttribute('aria-label')).toBe('Name, row 3');
    let heard = 0;
    cell.addEventListener('keydown', () => heard++);
    key('ArrowDown');
    key('Enter');
    expect(heard).toBe(2);
    expect(events).toEqual([]);
  });

  test('opens with the first text and keeps arrows to itself', () => {
    type('a');
    expect(sink.isOpen).toBe(true);
    let heard = 0;
    cell.addEventListener('keydown', () => heard++);
    key('ArrowLeft');
    expect(heard).toBe(0);
    expect(events).toEqual(['typed a']);
  });

  test.each([
    ['Enter', false, 'enter'],
    ['Tab', false, 'tab'],
    ['Tab', true, 'back'],
  ])('%s ends it', (name, shiftKey, how) => {
    type('abc');
    key(name, { shiftKey });
    expect(events.at(-1)).toBe(`commit abc ${how}`);
    expect(sink.isOpen).toBe(false);
    expect(sink.element.value).toBe('');
  });

  test('Esc forgets what was typed', () => {
    type('abc');
    key('Escape');
    expect(events.at(-1)).toBe('cancel');
    expect(sink.isOpen).toBe(false);
  });

  test('losing the focus commits, unless another input is taking over', () => {
    type('abc');
    sink.held = true;
    sink.element.dispatchEvent(new Event('blur'));
    expect(sink.isOpen).toBe(true);
    expect(sink.take()).toBe('abc');
    type('def');
    sink.element.dispatchEvent(new Event('blur'));
    expect(events.at(-1)).toBe('commit def blur');
  });
});

describe('an input method', () => {
  test('is not disturbed while it composes', () => {
    sink.element.dispatchEvent(new Event('compositionstart'));
    type('wo');
    expect(events).toEqual([]);
    key('Enter', { isComposing: true });
    expect(events).toEqual([]);
    type('我');
    sink.element.dispatchEvent(new Event('compositionend'));
    expect(events).toEqual(['typed 我']);
  });

  test('may send its Enter after the composition, with code 229', () => {
    type('我');
    key('Enter', { keyCode: 229 });
    expect(events).toEqual(['typed 我']);
    key('Enter');
    expect(events.at(-1)).toBe('commit 我 enter');
  });

  test('is told by isComposing or 229, on events of both kinds', () => {
    expect(isComposing({ isComposing: true, keyCode: 0 })).toBe(true);
    expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 229 } })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
  });
});
