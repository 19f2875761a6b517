import { UnstyledButton } from '@mantine/core';
import {
  IconArrowRight,
  IconChevronDown,
  IconCopy,
  IconFile,
  IconFileAlert,
  IconFilePlus,
  IconFolderOpen,
  IconFolderShare,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, keys, type RecentFile, useAppState, useFile } from '@/api';
import { openRecent } from '@/features/files/MissingDialog';
import { useRecent } from '@/features/files/recent';
import { pairs, type Say, useWords } from '@/i18n';
import { Glyph, Logo, Menu, type MenuEntry } from '@/ui';
import { runCommand } from './commands';
import css from './Sidebar.module.css';

const words = pairs({
  menu: ['{name}, file menu', '{name}，文件菜单'],
  fresh: ['New…', '新建…'],
  open: ['Open…', '打开…'],
  recent: ['Recent', '最近的文件'],
  missing: ['not found', '找不到'],
  copy: ['Save a copy…', '另存一份副本…'],
  move: ['Move to…', '移动到…'],
  reveal: ['Show in folder', '在文件夹中显示'],
});

/** How many recent files the menu shows. */
const SHOWN = 5;

function command(id: string, label: string, icon: MenuIcon): MenuEntry {
  return { id, label, icon, run: () => runCommand(id) };
}
type MenuIcon = typeof IconFile;

function recentEntries(recent: RecentFile[], t: Say<typeof words.table>): MenuEntry[] {
  if (recent.length === 0) return [];
  const entry = (file: RecentFile): MenuEntry => ({
    id: `file.recent:${file.path}`,
    label: file.name,
    icon: file.missing ? IconFileAlert : IconFile,
    note: file.missing ? t.missing : undefined,
    run: () => void openRecent(file.path),
  });
  return ['line', { heading: t.recent }, ...recent.slice(0, SHOWN).map(entry)];
}

/** The name of the workspace, and what can be done with its file. */
export function WorkspaceMenu({ collapsed }: { collapsed: boolean }) {
  const t = useWords(words);
  const file = useFile();
  const recent = useRecent();
  const inShell = useAppState().data?.shell === 'window';
  const setup = useQuery({ queryKey: keys.setup, queryFn: () => api.settings.setup() }).data;
  const name = setup?.name || file?.name || '';
  const entries: MenuEntry[] = [
    command('file.new', t.fresh, IconFilePlus),
    command('file.open', t.open, IconFolderOpen),
    ...recentEntries(recent, t),
    'line',
    command('file.copy', t.copy, IconCopy),
    command('file.move', t.move, IconArrowRight),
  ];
  if (inShell) entries.push(command('file.reveal', t.reveal, IconFolderShare));
  const target = (
    <UnstyledButton className={css.ws} aria-label={t('menu', { name })}>
      <Logo />
      {!collapsed && <span className="ell grow">{name}</span>}
      {!collapsed && <Glyph icon={IconChevronDown} size={14} />}
    </UnstyledButton>
  );
  return <Menu target={target} entries={entries} width={240} />;
}
