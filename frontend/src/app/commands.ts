import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { Pair } from '@/i18n';
import type { Icon } from '@/ui';

/** Where a command stands in the sheet of shortcuts. */
export type Group = 'create' | 'go' | 'edit' | 'view' | 'file' | 'screen';

/**
 * Something a person can do. One entry serves the button, the menu, the key and the native
 * menu, so that they never differ.
 */
export interface Command {
  /** Stable, such as "file.open"; the native menu asks by it. */
  id: string;
  title: Pair;
  group: Group;
  icon?: Icon;
  /** One or more ways to press it; see chord.ts. The first is shown. */
  keys?: string[];
  /** Says whether it can be done now. Without, always. */
  when?: () => boolean;
  run: () => void;
}

interface Registry {
  list: Command[];
}

/** Commands that can be asked for now; later ones take a key from earlier ones. */
export const useCommands = create<Registry>(() => ({ list: [] }));

/** Adds commands until the function that comes back is called. */
export function register(commands: Command[]): () => void {
  useCommands.setState(({ list }) => ({ list: [...list, ...commands] }));
  return () =>
    useCommands.setState(({ list }) => ({ list: list.filter((c) => !commands.includes(c)) }));
}

/**
 * Adds the commands of a screen while it is shown. They may be made anew at each drawing;
 * only the latest `run` and `when` are called. Which ids there are must not change.
 */
export function useRegister(commands: Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const stable = latest.current.map((command, at) => ({
      ...command,
      when: () => latest.current[at]?.when?.() ?? true,
      run: () => latest.current[at]?.run(),
    }));
    return register(stable);
  }, []);
}

/** The command with an id that can be done now; the latest one. */
export function findCommand(id: string): Command | undefined {
  return useCommands.getState().list.findLast((c) => c.id === id && (c.when?.() ?? true));
}

/** Does a command by its id. Says whether there was one. */
export function runCommand(id: string): boolean {
  const command = findCommand(id);
  command?.run();
  return command !== undefined;
}
