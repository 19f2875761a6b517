import css from './Kbd.module.css';
import { keyLabel } from './keyLabel';

/** A key cap. `keys` in the notation of commands: "Mod+Z", "G P". Bare has no frame. */
export function Kbd({ keys, bare }: { keys: string; bare?: boolean }) {
  return <kbd className={bare ? `${css.kbd} ${css.bare}` : css.kbd}>{keyLabel(keys)}</kbd>;
}
