import { IconDots, IconPlus, IconUpload } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import type { ListInfo, ListQuery, TypeInfo } from '@/api';
import { useType } from '@/api/schema';
import { CREATE_KEYS } from '@/app/createKeys';
import { go, paths } from '@/app/paths';
import { noFilter, toCond } from '@/fields/filter/model';
import { pick, useLang, useWords } from '@/i18n';
import { rowHeights } from '@/theme';
import { Button, IconButton, Menu, Screen, Sep, SkeletonRows, TopBar } from '@/ui';
import { openCreate } from '../form/create';
import type { Parts } from '../grid/parts';
import { RecordGrid } from '../grid/RecordGrid';
import { nothing, selectedCount } from '../grid/selection';
import { ActionBar } from './ActionBar';
import { useDensity } from './DisplayMenu';
import { Footer } from './Footer';
import css from './list.module.css';
import { ModeSwitch } from './ModeSwitch';
import { type RowAt, RowMenu } from './RowMenu';
import { SearchBox } from './SearchBox';
import { ListFailed, NothingFound, NothingYet } from './states';
import { type RangeSums, rangeSums, sumFields } from './sums';
import { Tools } from './Tools';
import { type Acts, useActs } from './useActs';
import { useFollow } from './useFollow';
import { type ListModel, useList } from './useList';
import { useSource } from './useSource';
import { ViewTabs } from './ViewTabs';
import { listWords } from './words';

/** The list of a record type, by its key. */
export function ListScreen({ type }: { type: string }) {
  const info = useType(type);
  return info ? <TypedList type={info} /> : null;
}

/** What a list asks the core for. */
function queryOf({ type, state }: ListModel): ListQuery {
  return {
    type: type.key,
    where: toCond(state.filter),
    text: state.text,
    sort: state.sort,
    group: state.group,
    open: state.open,
    sums: sumFields(type, state.columns).map((f) => f.key),
  };
}

function TypedList({ type }: { type: TypeInfo }) {
  const lang = useLang();
  const model = useList(type, 'table');
  const parts = useRef<Parts | null>(null);
  return (
    <Screen label={pick(type.plural, lang)}>
      <Head model={model} onDown={() => parts.current?.focus()} />
      <Tools model={model} />
      <Rows model={model} parts={parts} />
    </Screen>
  );
}

function Head({ model, onDown }: { model: ListModel; onDown: () => void }) {
  const t = useWords(listWords);
  const lang = useLang();
  const { type, state, patch } = model;
  return (
    <TopBar>
      <h1>{pick(type.plural, lang)}</h1>
      <Sep />
      <ViewTabs model={model} />
      <span className="grow" />
      <SearchBox text={state.text} onChange={(text) => patch({ text })} onDown={onDown} />
      <Menu
        position="bottom-end"
        target={<IconButton icon={IconDots} label={t.more} />}
        entries={[{ id: 'import', label: t.import, icon: IconUpload, run: () => go(paths.import) }]}
      />
      <ModeSwitch type={type.key} />
      <Button
        look="primary"
        size="sm"
        icon={IconPlus}
        keys={CREATE_KEYS[type.key]}
        onClick={() => openCreate(type.key)}
      >
        {pick(type.label, lang)}
      </Button>
    </TopBar>
  );
}

interface RowsProps {
  model: ListModel;
  parts: RefObject<Parts | null>;
}

function Rows({ model, parts }: RowsProps) {
  const { type, state, patch, ready } = model;
  const query = queryOf(model);
  const opened = useSource(ready ? query : null);
  const { source, info, failed, retry } = opened;
  const own = useRef(new Set<string>());
  const [menu, setMenu] = useState<RowAt | null>(null);
  const [stale, setStale] = useState(0);
  const [range, setRange] = useState<RangeSums | null>(null);
  const acts = useActs({ model, source, own, onMenu: setMenu });
  const density = useDensity(state.density);
  useFollow(type, opened, parts, own);
  if (failed) return <ListFailed failed={failed} onRetry={retry} />;
  if (!info) return <SkeletonRows height={rowHeights[density]} />;
  return (
    <div className={css.list}>
      {info.total === 0 ? (
        <Nothing model={model} query={query} />
      ) : (
        <RecordGrid
          type={type}
          source={source}
          columns={state.columns}
          onColumns={(columns) => patch({ columns })}
          sort={state.sort}
          density={density}
          selection={state.selection}
          count={info.count}
          actions={acts.grid}
          onRange={(rows, fields) => setRange(rows && rangeSums(rows, fields))}
          onStale={setStale}
          onParts={(made) => {
            parts.current = made;
          }}
          initialRow={state.row}
          onLeave={(row) => patch({ row })}
        />
      )}
      <Selected model={model} info={info} parts={parts} acts={acts} />
      <Footer
        info={info}
        fields={sumFields(type, state.columns)}
        range={range}
        stale={stale}
        onRefresh={acts.refresh}
      />
      <RowMenu
        at={menu}
        onClose={() => setMenu(null)}
        onOpen={acts.grid.open}
        onCopy={(row) => parts.current?.copyRow(row)}
        onDelete={(row) => acts.remove([row.id])}
      />
    </div>
  );
}

interface SelectedProps extends RowsProps {
  info: ListInfo;
  acts: Acts;
}

function Selected({ model, info, parts, acts }: SelectedProps) {
  const count = selectedCount(model.state.selection, info.count);
  if (count === 0) return null;
  return (
    <ActionBar
      count={count}
      onCopy={() => parts.current?.copySelection()}
      onDelete={acts.removeSelected}
      onClear={() => model.patch({ selection: nothing })}
    />
  );
}

function Nothing({ model, query }: { model: ListModel; query: ListQuery }) {
  const { type, state, patch } = model;
  const filtered = query.where !== undefined || state.text !== '';
  if (!filtered) return <NothingYet type={type} />;
  return (
    <NothingFound
      type={type}
      filter={state.filter}
      query={query}
      onFilter={(filter) => patch({ filter })}
      onClear={() => patch({ filter: noFilter, text: '' })}
    />
  );
}
