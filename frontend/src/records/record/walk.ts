import { create } from 'zustand';

/** The list or board column that a record was opened from: the way back, and the records
 * before and after it. */
export interface Walk {
  /** Type of its records. */
  type: string;
  /** What it is called in the language of now, such as the pipeline or the view. */
  label(): string;
  /** Where it is, such as /board. */
  path: string;
  total: number;
  /** Number of a record, -1 when it is not in it (any more). */
  position(id: string): Promise<number>;
  /** Id of the record with a number; undefined beyond the ends or when the list is gone. */
  idAt(index: number): Promise<string | undefined>;
}

/** Where the record on screen was opened from; null when by a link. */
export const useWalk = create<{ walk: Walk | null }>(() => ({ walk: null }));

/** Says where the record that is about to be opened comes from. */
export function setWalk(walk: Walk | null): void {
  useWalk.setState({ walk });
}
