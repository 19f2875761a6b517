/** Guards for keys that belong to an input method. */

interface KeyLike {
  isComposing?: boolean;
  keyCode?: number;
}

/**
 * Whether a key is part of a composition. WebKit sends the Enter that ends one after
 * `compositionend` with isComposing false, hence the 229.
 */
export function isComposing(event: KeyLike & { nativeEvent?: KeyLike }): boolean {
  const native = event.nativeEvent ?? event;
  return native.isComposing === true || native.keyCode === 229;
}
