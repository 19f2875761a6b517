import { useEffect } from 'react';
import { usePreferences } from '@/api';
import { isMac } from '@/ui';
import { type Chord, composing, type KeyPress, parseKeys, pressed, typing } from './chord';
import { type Command, useCommands } from './commands';

/** How long the second key of a sequence may take, in milliseconds. */
const PATIENCE = 1200;

/** What the keyboard needs to know about where a key was pressed. */
export interface Place {
  /** Letters go into a field, a menu or a dialog. */
  busy: boolean;
  mac: boolean;
  /** Single letters are switched on. */
  letters: boolean;
  now: number;
}

const isLetter = (chord: Chord) => !chord.mod && !chord.alt;

/** Turns key presses into commands; keeps the first key of a sequence. */
export class Keyboard {
  private first: Chord | null = null;
  private until = 0;

  /** The command of a key press, or undefined. `list` is oldest first; the latest wins. */
  command(event: KeyPress, list: readonly Command[], place: Place): Command | undefined {
    if (composing(event)) return undefined;
    const open = place.now < this.until ? this.first : null;
    this.first = null;
    const found = this.find(event, list, place, open);
    if (!found && !open) this.remember(event, list, place);
    return found;
  }

  private find(event: KeyPress, list: readonly Command[], place: Place, open: Chord | null) {
    return list.findLast(
      (command) =>
        command.keys?.some((keys) => fits(parseKeys(keys), event, place, open)) &&
        (command.when?.() ?? true),
    );
  }

  private remember(event: KeyPress, list: readonly Command[], place: Place) {
    if (place.busy || !place.letters) return;
    for (const keys of list.flatMap((command) => command.keys ?? [])) {
      const [first, second] = parseKeys(keys);
      if (first && second && pressed(first, event, place.mac)) {
        this.first = first;
        this.until = place.now + PATIENCE;
        return;
      }
    }
  }
}

function fits(chords: Chord[], event: KeyPress, place: Place, open: Chord | null): boolean {
  const [first, second] = chords;
  const last = second ?? first;
  if (!first || !last) return false;
  if (isLetter(last) && (place.busy || !place.letters)) return false;
  if (second ? open?.code !== first.code : open !== null) return false;
  return pressed(last, event, place.mac);
}

const OVER = '[role="menu"], [role="listbox"], [role="dialog"]';

/** Says whether single letters mean something else where the focus is. */
function busy(target: EventTarget | null): boolean {
  if (typing(target) || document.querySelector('[aria-modal="true"]')) return true;
  return target instanceof Element && target.closest(OVER) !== null;
}

/** Listens to the keys of commands while the window stands. */
export function useKeyboard(): void {
  const letters = usePreferences().data?.letters ?? true;
  useEffect(() => {
    const keyboard = new Keyboard();
    const mac = isMac();
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const place = { busy: busy(event.target), mac, letters, now: event.timeStamp };
      const command = keyboard.command(event, useCommands.getState().list, place);
      if (!command) return;
      event.preventDefault();
      if (!event.repeat || command.group === 'edit') command.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [letters]);
}
