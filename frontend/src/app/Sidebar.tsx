import { Tooltip } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { type TypeInfo, useFile } from '@/api';
import { useTypes } from '@/api/schema';
import { formatCount, pairs, pick, useLang, useWords } from '@/i18n';
import { Glyph, iconNamed } from '@/ui';
import { CreateMenu } from './CreateMenu';
import { isHere, navPath, navTypes } from './nav';
import { paths } from './paths';
import css from './Sidebar.module.css';
import { WorkspaceMenu } from './WorkspaceMenu';

const words = pairs({
  navigation: ['Navigation', '导航'],
  settings: ['Settings', '设置'],
});

/** The workspace, what can be made, and where one can go. */
export function Sidebar({ collapsed }: { collapsed: boolean }) {
  const t = useWords(words);
  const [path] = useLocation();
  const types = navTypes(useTypes());
  const settings = path.startsWith(paths.settings());
  return (
    <nav className={css.sidebar} data-collapsed={collapsed || undefined} aria-label={t.navigation}>
      <WorkspaceMenu collapsed={collapsed} />
      <CreateMenu collapsed={collapsed} types={types} />
      <ul className={css.list}>
        {types.map((type) => (
          <Entry key={type.key} type={type} here={isHere(type.key, path)} collapsed={collapsed} />
        ))}
      </ul>
      <div className={css.foot}>
        <Named label={t.settings}>
          <Link
            href={paths.settings()}
            className={settings ? `${css.gear} ${css.on}` : css.gear}
            aria-label={t.settings}
            aria-current={settings ? 'page' : undefined}
          >
            <Glyph icon={IconSettings} />
          </Link>
        </Named>
      </div>
    </nav>
  );
}

function Named({ label, children }: { label: string; children: ReactElement }) {
  return (
    <Tooltip label={label} position="right">
      {children}
    </Tooltip>
  );
}

function Entry(props: { type: TypeInfo; here: boolean; collapsed: boolean }) {
  const { type, here, collapsed } = props;
  const lang = useLang();
  const count = useFile()?.counts[type.key];
  const label = pick(type.plural, lang) || pick(type.label, lang);
  const link = (
    <Link
      href={navPath(type.key)}
      className={here ? `${css.item} ${css.on}` : css.item}
      aria-current={here ? 'page' : undefined}
      aria-label={collapsed ? label : undefined}
    >
      <Glyph icon={iconNamed(type.icon)} />
      {!collapsed && <span className="ell">{label}</span>}
      {!collapsed && !!count && <span className={css.count}>{formatCount(count, lang)}</span>}
    </Link>
  );
  return <li>{collapsed ? <Named label={label}>{link}</Named> : link}</li>;
}
