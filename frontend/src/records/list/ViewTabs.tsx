import { UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { toFailed, useFile, type View } from '@/api';
import { formatCount, useLang, useWords } from '@/i18n';
import { IconButton, Menu, type MenuEntry, Popover, toast, toastError } from '@/ui';
import css from './list.module.css';
import { NameForm } from './NameForm';
import type { ListModel } from './useList';
import { deleteView, moveView, newView, saveView } from './views';
import { listWords } from './words';

/** Runs something on a view and says what went wrong. */
function attempt(act: () => Promise<unknown>): void {
  act().catch((thrown) => toastError(toFailed(thrown)));
}

/** Saves the list as a new view and shows it. */
export async function saveAs(model: ListModel, name: string): Promise<void> {
  const { type, mode, state, views } = model;
  const made = await saveView(newView(type, mode, name, state, views.length + 1));
  model.patch({ view: made.id });
}

/** All records and the saved views, as tabs. */
export function ViewTabs({ model }: { model: ListModel }) {
  const t = useWords(listWords);
  const [adding, setAdding] = useState(false);
  return (
    <nav className={css.tabs} aria-label={t.view}>
      <AllTab model={model} />
      {model.views.map((view) => (
        <ViewTab key={view.id} model={model} view={view} />
      ))}
      <Popover opened={adding} onChange={setAdding} position="bottom-start" trapFocus>
        <Popover.Target>
          <IconButton icon={IconPlus} size={24} label={t.newView} onClick={() => setAdding(true)} />
        </Popover.Target>
        <Popover.Dropdown>
          <NameForm
            name=""
            onSave={(name) => saveAs(model, name)}
            onClose={() => setAdding(false)}
          />
        </Popover.Dropdown>
      </Popover>
    </nav>
  );
}

function AllTab({ model }: { model: ListModel }) {
  const t = useWords(listWords);
  const lang = useLang();
  const on = model.view === undefined;
  // The file counts open opportunities only, which this tab is not.
  const key = model.type.key;
  const counted = useFileCount(key);
  const count = key === 'opportunity' ? undefined : counted;
  return (
    <UnstyledButton
      className={css.tab}
      data-on={on || undefined}
      aria-current={on ? 'page' : undefined}
      onClick={() => model.show('')}
    >
      {t.all}
      {count === undefined ? null : <span className={css.n}>{formatCount(count, lang)}</span>}
      {on && model.modified ? <i className={css.dot} title={t.modified} /> : null}
    </UnstyledButton>
  );
}

function useFileCount(type: string): number | undefined {
  return useFile()?.counts?.[type];
}

function ViewTab({ model, view }: { model: ListModel; view: View }) {
  const t = useWords(listWords);
  const on = model.view?.id === view.id;
  const [menu, setMenu] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const tab = (
    <UnstyledButton
      className={css.tab}
      data-on={on || undefined}
      aria-current={on ? 'page' : undefined}
      onClick={() => (on ? setMenu(!menu) : model.show(view.id))}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenu(true);
      }}
    >
      {view.name}
      {on && model.modified ? <i className={css.dot} title={t.modified} /> : null}
    </UnstyledButton>
  );
  return (
    <Popover
      opened={renaming}
      onChange={setRenaming}
      position="bottom-start"
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <span>
          <Menu
            target={tab}
            entries={useViewActs(model, view, () => setRenaming(true))}
            opened={menu}
            onChange={(opened) => !opened && setMenu(false)}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <NameForm
          name={view.name}
          onSave={(name) => saveView({ ...view, name })}
          onClose={() => setRenaming(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function useViewActs(model: ListModel, view: View, rename: () => void): MenuEntry[] {
  const t = useWords(listWords);
  const { views } = model;
  const at = views.findIndex((v) => v.id === view.id);
  const copy = {
    ...view,
    id: '',
    name: t('copyOf', { name: view.name }),
    position: views.length + 1,
  };
  const remove = async () => {
    await deleteView(view);
    if (model.view?.id === view.id) model.show('');
    toast(t('viewDeleted', { name: view.name }));
  };
  const move = (by: -1 | 1) => attempt(() => moveView(views, view, by));
  return [
    { id: 'rename', label: t.rename, run: rename },
    { id: 'duplicate', label: t.duplicate, run: () => attempt(() => saveView(copy)) },
    ...(at > 0 ? [{ id: 'left', label: t.moveLeft, run: () => move(-1) }] : []),
    ...(at < views.length - 1 ? [{ id: 'right', label: t.moveRight, run: () => move(1) }] : []),
    'line',
    { id: 'delete', label: t.deleteView, danger: true, run: () => attempt(remove) },
  ];
}
