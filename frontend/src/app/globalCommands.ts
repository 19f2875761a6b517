import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconLayoutSidebar,
  IconMoon,
  IconPlus,
  IconSettings,
} from '@tabler/icons-react';
import { client, keys, type State, type TypeInfo } from '@/api';
import { askNewFile } from '@/features/files/NewFileDialog';
import { moveFile, openOther, reveal, saveCopy } from '@/features/files/ops';
import { openCreate } from '@/records/form/create';
import { showAbout } from './About';
import { useCreateMenu } from './CreateMenu';
import { undoesItself } from './chord';
import type { Command } from './commands';
import { CREATE_KEYS } from './createKeys';
import { go, paths } from './paths';
import { showShortcuts } from './Shortcuts';
import { redoLatest, undoLatest } from './undo';
import { isDark, keepScheme } from './useAppearance';

function state(): State | undefined {
  return client.getQueryData<State>(keys.state);
}

const hasFile = () => state()?.file !== undefined;
const writable = () => state()?.file?.readOnly === false;
/** A field with the focus takes back its own typing first. */
const canUndo = () => writable() && !undoesItself(document.activeElement);
const inShell = () => hasFile() && state()?.shell === 'window';

/** What can be done with files; also asked for by the native menu. */
export const fileCommands: Command[] = [
  { id: 'file.new', title: ['New file…', '新建文件…'], group: 'file', run: askNewFile },
  {
    id: 'file.open',
    title: ['Open a file…', '打开文件…'],
    group: 'file',
    keys: ['Mod+O'],
    run: () => void openOther(),
  },
  {
    id: 'file.copy',
    title: ['Save a copy…', '另存一份副本…'],
    group: 'file',
    when: hasFile,
    run: () => void saveCopy(),
  },
  {
    id: 'file.move',
    title: ['Move the file…', '移动文件…'],
    group: 'file',
    when: writable,
    run: () => void moveFile(),
  },
  {
    id: 'file.reveal',
    title: ['Show in folder', '在文件夹中显示'],
    group: 'file',
    when: inShell,
    run: () => void reveal(),
  },
  {
    id: 'app.about',
    title: ['About Dealbox', '关于商机匣'],
    group: 'view',
    run: () => (hasFile() ? go(paths.settings('about')) : showAbout()),
  },
];

/** Undo and redo. */
export const editCommands: Command[] = [
  {
    id: 'edit.undo',
    title: ['Undo', '撤销'],
    group: 'edit',
    icon: IconArrowBackUp,
    keys: ['Mod+Z'],
    when: canUndo,
    run: () => void undoLatest(),
  },
  {
    id: 'edit.redo',
    title: ['Redo', '重做'],
    group: 'edit',
    icon: IconArrowForwardUp,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    when: canUndo,
    run: () => void redoLatest(),
  },
];

/** How the window looks. */
export function viewCommands(toggleSidebar: () => void): Command[] {
  return [
    {
      id: 'view.sidebar',
      title: ['Sidebar', '侧栏'],
      group: 'view',
      icon: IconLayoutSidebar,
      keys: ['Mod+B'],
      run: toggleSidebar,
    },
    {
      id: 'view.theme',
      title: ['Light or dark', '浅色或深色'],
      group: 'view',
      icon: IconMoon,
      keys: ['Mod+Shift+L'],
      run: () => void keepScheme(isDark() ? 'light' : 'dark'),
    },
    {
      id: 'help.shortcuts',
      title: ['Keyboard shortcuts', '快捷键'],
      group: 'view',
      icon: IconKeyboard,
      keys: ['?'],
      run: showShortcuts,
    },
  ];
}

const PLACES: readonly [id: string, en: string, zh: string, key: string, path: string][] = [
  ['go.board', 'Pipeline board', '商机看板', 'P', paths.board],
  ['go.opportunity', 'Opportunities as a table', '商机表格', 'O', paths.list('opportunity')],
  ['go.account', 'Accounts', '客户', 'A', paths.list('account')],
  ['go.contact', 'Contacts', '联系人', 'C', paths.list('contact')],
  ['go.lead', 'Leads', '线索', 'L', paths.list('lead')],
];

/** Where one can go with two keys. */
export const goCommands: Command[] = [
  ...PLACES.map(
    ([id, en, zh, key, path]): Command => ({
      id,
      title: [en, zh],
      group: 'go',
      keys: [`G ${key}`],
      run: () => go(path),
    }),
  ),
  {
    id: 'go.settings',
    title: ['Settings', '设置'],
    group: 'go',
    icon: IconSettings,
    keys: ['Mod+,', 'G S'],
    run: () => go(paths.settings()),
  },
];

/** Makes records; the keys are those of the menu. */
export function createCommands(types: TypeInfo[]): Command[] {
  const menu: Command = {
    id: 'create.menu',
    title: ['New …', '新建…'],
    group: 'create',
    icon: IconPlus,
    keys: ['Mod+N'],
    when: writable,
    run: () => useCreateMenu.setState({ opened: true }),
  };
  const each = types.map(
    ({ key, label }): Command => ({
      id: `create.${key}`,
      title: [`New: ${label.en}`, `新建${label.zh}`],
      group: 'create',
      keys: CREATE_KEYS[key] ? [CREATE_KEYS[key]] : undefined,
      when: writable,
      run: () => openCreate(key),
    }),
  );
  return [menu, ...each];
}
