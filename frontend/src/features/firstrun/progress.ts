import { create } from 'zustand';

/**
 * The last step of the first run stands over the file that was just made: 3 while it is
 * shown, 0 otherwise. The first two are there whenever no file is open.
 */
export const useFirstRun = create<{ step: 0 | 3 }>(() => ({ step: 0 }));

/** Ends the first run. */
export function endFirstRun(): void {
  useFirstRun.setState({ step: 0 });
}
