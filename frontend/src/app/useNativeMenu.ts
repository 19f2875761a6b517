import { useEffect } from 'react';
import { on } from '@/api/events';
import { openRecentPath } from '@/features/files/MissingDialog';
import { register, runCommand } from './commands';
import { fileCommands } from './globalCommands';

const RECENT = 'file.recent:';

/** Does what the native menu asks for; the ids are those of commands. */
export function useNativeMenu(): void {
  useEffect(() => register(fileCommands), []);
  useEffect(
    () =>
      on('command', ({ id }) => {
        if (id.startsWith(RECENT)) void openRecentPath(id.slice(RECENT.length));
        else runCommand(id);
      }),
    [],
  );
}
