import { useEffect, useRef } from 'react';
import { useTypes } from '@/api/schema';
import { register } from './commands';
import { createCommands, editCommands, goCommands, viewCommands } from './globalCommands';
import { navTypes } from './nav';
import { useSidebar } from './useSidebar';

/** Offers what can be done everywhere while a file is open. */
export function useGlobalCommands(): void {
  const types = useTypes();
  const { toggle } = useSidebar();
  const latest = useRef(toggle);
  latest.current = toggle;
  useEffect(
    () =>
      register([
        ...createCommands(navTypes(types)),
        ...goCommands,
        ...editCommands,
        ...viewCommands(() => latest.current()),
      ]),
    [types],
  );
}
