import { useEffect } from 'react';
import { on } from '@/api/events';
import { openRecent } from '@/features/files/MissingDialog';
import { pairs, sayIn } from '@/i18n';
import { toast } from '@/ui';
import { undoesItself } from './chord';
import { register, runCommand } from './commands';
import { fileCommands } from './globalCommands';
import { followLink, takeLink } from './link';

const words = pairs({ notNow: ['That is not possible now', '现在不能这样做'] });

const RECENT = 'file.recent:';
const LINK = 'link:';

/** Undo and redo as a field with the focus does them, by id of the menu. */
const OF_FIELD: Record<string, string> = { 'edit.undo': 'undo', 'edit.redo': 'redo' };

/**
 * Does what the native menu or the system asks for: a command by its id, a file by its
 * path, a link. The menu cannot always follow what is possible, so a refusal is said.
 */
export function doNative(id: string): void {
  const ofField = OF_FIELD[id];
  if (id.startsWith(RECENT)) void openRecent(id.slice(RECENT.length));
  else if (id.startsWith(LINK)) void followLink(id.slice(LINK.length));
  else if (ofField && undoesItself(document.activeElement)) document.execCommand(ofField);
  else if (!runCommand(id)) toast(sayIn(words).notNow, { id: 'native' });
}

/** Listens to the native menu, whose ids are those of commands, and follows a link at the start. */
export function useNativeMenu(): void {
  useEffect(() => register(fileCommands), []);
  useEffect(() => on('command', ({ id }) => doNative(id)), []);
  useEffect(() => {
    const link = takeLink();
    if (link) void followLink(link);
  }, []);
}
