/**
 * Typing into a grid. An input method works only where the focus is editable, and a cell is
 * not; so one invisible input is moved into the focused cell and has the focus there. What
 * is typed makes it visible: it is the editor of text, and nothing changes hands while a
 * word is being composed. Its keys still bubble to the grid.
 */
import { isComposing } from '@/fields';

export type Ended = 'enter' | 'tab' | 'back' | 'blur';

export interface SinkActions {
  /** Text arrived and no composition runs; another input may take it over with take(). */
  typed: (text: string) => void;
  /** The person is done with the text in the sink. */
  commit: (text: string, how: Ended) => void;
  /** Esc: back to what was there. */
  cancel: () => void;
}

export class Sink {
  readonly element = document.createElement('input');
  #open = false;
  #composing = false;
  readonly #actions: SinkActions;
  /** Another input is about to take the text: losing the focus to it ends nothing. */
  held = false;

  constructor(actions: SinkActions) {
    this.#actions = actions;
    const e = this.element;
    e.className = 'rg-sink';
    e.autocomplete = 'off';
    e.spellcheck = false;
    // Mod+Z in it undoes records while nothing is typed (app/chord.ts).
    e.dataset.undo = 'records';
    e.addEventListener('compositionstart', () => {
      this.#composing = true;
      this.#show();
    });
    e.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#typed();
    });
    e.addEventListener('input', () => this.#typed());
    e.addEventListener('keydown', (event) => this.#key(event));
    e.addEventListener('blur', () => {
      if (!this.held) this.#end('blur');
    });
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Moves into a cell and waits there for what is typed. */
  park(cell: Element, name: string, right: boolean): void {
    const e = this.element;
    e.setAttribute('aria-label', name);
    e.classList.toggle('rg-right', right);
    if (e.parentElement !== cell) cell.append(e);
    if (document.activeElement !== e) e.focus({ preventScroll: true });
  }

  /** Leaves the page. */
  remove(): void {
    this.#reset();
    this.element.remove();
  }

  /** Edits a text that is there, the caret at its end. */
  edit(text: string): void {
    this.element.value = text;
    this.#show();
    this.element.setSelectionRange(text.length, text.length);
  }

  /** What was typed so far, taken out. */
  take(): string {
    this.held = false;
    const text = this.element.value;
    this.#reset();
    return text;
  }

  #show(): void {
    this.#open = true;
    this.element.classList.add('rg-open');
  }

  #reset(): void {
    this.#open = false;
    this.element.value = '';
    this.element.classList.remove('rg-open');
  }

  #typed(): void {
    this.#show();
    if (this.#composing) return;
    this.#actions.typed(this.element.value);
  }

  #end(how: Ended): void {
    if (!this.#open) return;
    this.#composing = false;
    this.#actions.commit(this.take(), how);
  }

  #key(event: KeyboardEvent): void {
    if (!this.#open || isComposing(event)) return;
    const how = endedBy(event);
    if (!how && event.key !== 'Escape') {
      // Arrows and Home move the caret while a text is edited, not the cell.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (how) this.#end(how);
    else {
      this.#reset();
      this.#actions.cancel();
    }
  }
}

function endedBy(event: KeyboardEvent): Ended | null {
  if (event.key === 'Enter') return 'enter';
  if (event.key !== 'Tab') return null;
  return event.shiftKey ? 'back' : 'tab';
}
