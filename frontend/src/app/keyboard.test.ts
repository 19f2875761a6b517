import { describe, expect, it } from 'vitest';
import { composing, type KeyPress, parseKeys, pressed, typing, undoesItself } from './chord';
import type { Command } from './commands';
import { Keyboard, type Place } from './keyboard';

function press(code: string, more: Partial<KeyPress> = {}): KeyPress {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  return { code, key: '', keyCode: 0, isComposing: false, ...none, ...more };
}

function command(id: string, keys: string[], when?: () => boolean): Command {
  return { id, title: [id, id], group: 'go', keys, when, run: () => undefined };
}

const free: Place = { busy: false, mac: false, letters: true, now: 0 };
const ctrl = { ctrlKey: true };

describe('chords', () => {
  it('are read from text', () => {
    expect(parseKeys('Mod+Shift+Z')).toEqual([
      { code: 'KeyZ', mod: true, shift: true, alt: false },
    ]);
    expect(parseKeys('G P').map((chord) => chord.code)).toEqual(['KeyG', 'KeyP']);
    expect(parseKeys('?')).toEqual([{ code: 'Slash', mod: false, shift: true, alt: false }]);
    expect(parseKeys('Mod+,')[0]?.code).toBe('Comma');
  });

  it('take Ctrl for Mod, on Apple keyboards Command', () => {
    const [undo] = parseKeys('Mod+Z');
    if (!undo) throw new Error('no chord');
    expect(pressed(undo, press('KeyZ', ctrl), false)).toBe(true);
    expect(pressed(undo, press('KeyZ', { metaKey: true }), true)).toBe(true);
    expect(pressed(undo, press('KeyZ', ctrl), true)).toBe(false);
    expect(pressed(undo, press('KeyZ', { ...ctrl, shiftKey: true }), false)).toBe(false);
  });

  it('are told by the place of the key, not by its letter', () => {
    const [create] = parseKeys('C');
    if (!create) throw new Error('no chord');
    expect(pressed(create, press('KeyC', { key: 'с' }), false)).toBe(true);
    expect(pressed(create, press('KeyI', { key: 'c' }), false)).toBe(false);
  });
});

describe('fields', () => {
  const field = document.createElement('input');

  it('have the letters that are typed into them', () => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    expect([typing(field), typing(document.createElement('textarea'))]).toEqual([true, true]);
    expect([typing(box), typing(document.body), typing(null)]).toEqual([false, false, false]);
  });

  it('undo their own typing, unless they wait empty in a grid', () => {
    expect(undoesItself(field)).toBe(true);
    field.dataset.undo = 'records';
    expect(undoesItself(field)).toBe(false);
    field.value = 'w';
    expect(undoesItself(field)).toBe(true);
  });
});

describe('keyboard', () => {
  const list = [
    command('create', ['C']),
    command('contacts', ['G C']),
    command('board', ['G P']),
    command('undo', ['Mod+Z']),
  ];
  const find = (event: KeyPress, place: Place = free) =>
    new Keyboard().command(event, list, place)?.id;

  it('leaves everything to an input method', () => {
    expect(composing(press('KeyC', { isComposing: true }))).toBe(true);
    expect(find(press('KeyC', { isComposing: true }))).toBeUndefined();
    expect(find(press('KeyZ', { ...ctrl, keyCode: 229 }))).toBeUndefined();
  });

  it('keeps letters from fields, but not what has Mod', () => {
    expect(find(press('KeyC'))).toBe('create');
    expect(find(press('KeyC'), { ...free, busy: true })).toBeUndefined();
    expect(find(press('KeyC'), { ...free, letters: false })).toBeUndefined();
    expect(find(press('KeyZ', ctrl), { ...free, busy: true })).toBe('undo');
  });

  it('does not take Ctrl+C for C', () => {
    expect(find(press('KeyC', ctrl))).toBeUndefined();
  });

  it('knows sequences, for a while', () => {
    const keyboard = new Keyboard();
    const at = (code: string, now: number) =>
      keyboard.command(press(code), list, { ...free, now })?.id;
    expect([at('KeyG', 0), at('KeyC', 500)]).toEqual([undefined, 'contacts']);
    expect([at('KeyG', 1000), at('KeyC', 3000)]).toEqual([undefined, 'create']);
    expect([at('KeyG', 4000), at('KeyX', 4100), at('KeyP', 4200)]).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('gives a key to the latest command that can be done', () => {
    let ready = false;
    const more = [...list, command('here', ['C'], () => ready)];
    const id = () => new Keyboard().command(press('KeyC'), more, free)?.id;
    expect(id()).toBe('create');
    ready = true;
    expect(id()).toBe('here');
  });
});
