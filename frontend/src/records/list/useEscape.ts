import { useRegister } from '@/app/commands';
import { listWords } from './words';

// What lies over the list has Escape first.
const over = '.mantine-Popover-dropdown, .mantine-Menu-dropdown, [role=dialog]';

/** Escape does something on this screen, as its button says. */
export function useEscape(
  id: string,
  title: 'clearSelection' | 'clearFilters',
  run: () => void,
): void {
  useRegister([
    {
      id,
      title: listWords.table[title],
      group: 'screen',
      keys: ['Escape'],
      when: () => document.querySelector(over) === null,
      run,
    },
  ]);
}
