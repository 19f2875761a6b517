const MAC_SIGNS: Record<string, string> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Escape: '⎋',
  Backspace: '⌫',
};
const SIGNS: Record<string, string> = { Mod: 'Ctrl', Escape: 'Esc', Shift: '⇧' };

/** Says whether the keyboard is Apple's, where Mod is the command key. */
export function isMac(platform: string = navigator.platform): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/**
 * A key as a key cap says it: "Mod+Shift+Z" is "Ctrl ⇧ Z" or "⇧⌘Z". Keys of a sequence are
 * parted by a space: "G P".
 */
export function keyLabel(keys: string, mac = isMac()): string {
  return keys
    .split(' ')
    .map((chord) => chordLabel(chord, mac))
    .join(' ');
}

function chordLabel(chord: string, mac: boolean): string {
  const parts = chord.split('+').filter((part) => part !== '');
  if (chord.endsWith('++')) parts.push('+');
  if (!mac) return parts.map((part) => SIGNS[part] ?? part).join(' ');
  // Apple's order: Alt, Shift, Command, then the key.
  const rank = (part: string) => ['Alt', 'Shift', 'Mod'].indexOf(part);
  const mods = parts.filter((part) => rank(part) >= 0).sort((a, b) => rank(a) - rank(b));
  const rest = parts.filter((part) => rank(part) < 0);
  return [...mods, ...rest].map((part) => MAC_SIGNS[part] ?? part).join('');
}
