import { UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { create } from 'zustand';
import type { TypeInfo } from '@/api';
import { pairs, pick, useLang, useWords } from '@/i18n';
import { openCreate } from '@/records/form/create';
import { Glyph, iconNamed, Kbd, Menu, type MenuEntry } from '@/ui';
import { CREATE_KEYS } from './createKeys';
import css from './Sidebar.module.css';

const words = pairs({ create: ['New', '新建'] });

/** Whether the menu is open; the key opens it too. */
export const useCreateMenu = create<{ opened: boolean }>(() => ({ opened: false }));

/** Makes a record of any type of the sidebar. */
export function CreateMenu(props: { collapsed: boolean; types: TypeInfo[] }) {
  const { collapsed, types } = props;
  const t = useWords(words);
  const lang = useLang();
  const opened = useCreateMenu((state) => state.opened);
  const entries = types.map(
    (type): MenuEntry => ({
      id: `create.${type.key}`,
      label: pick(type.label, lang),
      icon: iconNamed(type.icon),
      keys: CREATE_KEYS[type.key],
      run: () => openCreate(type.key),
    }),
  );
  const target = (
    <UnstyledButton className={css.create} aria-label={collapsed ? t.create : undefined}>
      <Glyph icon={IconPlus} size={16} />
      {!collapsed && <span className="grow">{t.create}</span>}
      {!collapsed && <Kbd keys="Mod+N" />}
    </UnstyledButton>
  );
  return (
    <Menu
      target={target}
      entries={entries}
      width={208}
      opened={opened}
      onChange={(next) => useCreateMenu.setState({ opened: next })}
    />
  );
}
