/**
 * Keys of commands. In text: "Mod+Shift+Z", "C", "G P" (one after the other), "?". Mod is
 * Ctrl, on Apple's keyboards Command. Letters and digits are told by where the key is
 * (event.code), so that a Chinese or Dvorak layout does not move them.
 */
export interface Chord {
  code: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

const CODES: Record<string, string> = {
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '\\': 'Backslash',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
};

function codeOf(name: string): string {
  if (/^[A-Z]$/.test(name)) return `Key${name}`;
  if (/^[0-9]$/.test(name)) return `Digit${name}`;
  return CODES[name] ?? name;
}

function parseChord(text: string): Chord {
  if (text === '?') return { code: 'Slash', mod: false, shift: true, alt: false };
  const parts = text.split('+');
  const name = parts.pop() ?? '';
  return {
    code: codeOf(name),
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

/** Reads keys; a sequence gives several chords. */
export function parseKeys(keys: string): Chord[] {
  return keys.split(' ').map(parseChord);
}

/** What of a keyboard event is looked at. */
export type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'key' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
>;

/** Says whether a key press is this chord, on this keyboard. */
export function pressed(chord: Chord, event: KeyPress, mac: boolean): boolean {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  return (
    event.code === chord.code &&
    mod === chord.mod &&
    event.shiftKey === chord.shift &&
    event.altKey === chord.alt &&
    !other
  );
}

/**
 * Says whether an input method has the key: it is composing, or has just ended with it
 * (WebKit sends that one with code 229 after the composition).
 */
export function composing(event: KeyPress): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Says whether letters go into what has the focus. */
export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
}

/**
 * Says whether what has the focus undoes its own typing. An empty field marked with
 * data-undo="records", such as the one that waits in a grid's cell, has nothing to undo.
 */
export function undoesItself(target: EventTarget | null): boolean {
  if (!typing(target)) return false;
  const field = target as HTMLInputElement;
  return !(field.dataset.undo === 'records' && field.value === '');
}
