/**
 * Inputs that read words ask the core, so their value may come a moment after the last key.
 * A form calls `settleInputs` before it saves.
 */
type Flush = () => Promise<unknown>;

const open = new Set<Flush>();

/** Registers an input while it is on screen; gives back how to leave. */
export function onSettle(flush: Flush): () => void {
  open.add(flush);
  return () => open.delete(flush);
}

/** Resolves when every input on screen has read what was typed and called its onChange. */
export async function settleInputs(): Promise<void> {
  await Promise.all([...open].map((flush) => flush()));
}
