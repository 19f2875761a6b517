import { Menu as MantineMenu, type MenuProps } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Glyph, type Icon } from './Glyph';
import { Kbd } from './Kbd';

/** An act in a menu, a heading, or a line between groups. */
export type MenuEntry =
  | {
      id: string;
      label: string;
      run: () => void;
      icon?: Icon;
      /** Drawn instead of an icon, such as a stage's shape. */
      mark?: ReactNode;
      keys?: string;
      danger?: boolean;
      /** A second line in small type. */
      note?: string;
      /** One of several of which this is the chosen one. */
      checked?: boolean;
    }
  | { heading: string }
  | 'line';

function Entry({ entry, at }: { entry: MenuEntry; at: number }) {
  if (entry === 'line') return <MantineMenu.Divider />;
  if ('heading' in entry) return <MantineMenu.Label>{entry.heading}</MantineMenu.Label>;
  const mark = entry.mark ?? (entry.icon && <Glyph icon={entry.icon} size={16} />);
  return (
    <MantineMenu.Item
      data-at={at}
      data-command={entry.id}
      leftSection={mark}
      rightSection={entry.keys && <Kbd keys={entry.keys} bare />}
      data-danger={entry.danger || undefined}
      aria-current={entry.checked || undefined}
      onClick={entry.run}
    >
      {entry.label}
      {entry.note && <span className="cap t3 ell"> {entry.note}</span>}
    </MantineMenu.Item>
  );
}

function keyOf(entry: MenuEntry, at: number): string {
  if (entry === 'line') return `line${at}`;
  return 'heading' in entry ? entry.heading : entry.id;
}

/** A menu of acts that opens from its target. */
export function Menu(props: {
  /** A button; it gets aria-expanded and the click. */
  target: ReactElement;
  entries: MenuEntry[];
  position?: MenuProps['position'];
  width?: MenuProps['width'];
  opened?: boolean;
  onChange?: (opened: boolean) => void;
}) {
  const { target, entries, position = 'bottom-start', width, opened, onChange } = props;
  return (
    <MantineMenu
      position={position}
      width={width}
      opened={opened}
      onChange={onChange}
      // A long menu in a low window covers what it opened from rather than being cut off.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 4 } }}
    >
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {entries.map((entry, at) => (
          <Entry key={keyOf(entry, at)} entry={entry} at={at} />
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
