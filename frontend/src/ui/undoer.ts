type Undoer = (change: string) => void;

let undoer: Undoer | undefined;

/** Says how a change is undone. The program does this once; ui does not know the core. */
export function setUndoer(fn: Undoer): void {
  undoer = fn;
}

/** Undoes a change by its id. */
export function undo(change: string): void {
  undoer?.(change);
}
