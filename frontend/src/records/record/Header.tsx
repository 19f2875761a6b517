import { UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronLeft,
  IconChevronUp,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useType } from '@/api/schema';
import type { FieldInfo, Row } from '@/api/types';
import { go, paths } from '@/app/paths';
import { formatCount, pick, useLang, useWords } from '@/i18n';
import { Button, IconButton, TopBar } from '@/ui';
import { Editor, useInline } from './InlineField';
import type { Layout } from './layout';
import css from './record.module.css';
import { Value } from './Value';
import { useWalk, type Walk } from './walk';
import { recordWords } from './words';

/** The bar on top: back to where it came from, the records before and after, what can be
 * done. */
export function RecordBar(props: {
  type: string;
  id: string;
  steps: Steps;
  onLog?: () => void;
  onDelete: () => void;
}) {
  const { type, id, steps, onLog, onDelete } = props;
  const t = useWords(recordWords);
  const lang = useLang();
  const info = useType(type);
  const walk = useWalk((s) => s.walk);
  const mine = walk?.type === type ? walk : null;
  const label = mine?.label() ?? (info ? pick(info.plural, lang) : '');
  const back = backPath(mine, type, info?.nav === true);
  return (
    <TopBar>
      <IconButton
        icon={IconChevronLeft}
        label={t('backTo', { place: label })}
        onClick={() => leave(back)}
      />
      <span className="lab t2 nw">{label}</span>
      {mine && steps.at >= 0 && (
        <>
          <span className="cap t3 nw">
            {t('position', {
              at: formatCount(steps.at + 1, lang),
              total: formatCount(mine.total, lang),
            })}
          </span>
          <IconButton
            icon={IconChevronUp}
            size={24}
            label={t.previous}
            keys="K"
            aria-disabled={!steps.previous}
            onClick={() => steps.go(-1)}
          />
          <IconButton
            icon={IconChevronDown}
            size={24}
            label={t.next}
            keys="J"
            aria-disabled={!steps.next}
            onClick={() => steps.go(1)}
          />
        </>
      )}
      <span className="grow" />
      {onLog && (
        <Button look="primary" size="sm" icon={IconPencil} keys="L" onClick={onLog}>
          {t.log}
        </Button>
      )}
      <IconButton key={id} icon={IconTrash} label={t.delete} onClick={onDelete} />
    </TopBar>
  );
}

function backPath(walk: Walk | null, type: string, nav: boolean): string {
  if (walk) return walk.path;
  return nav ? paths.list(type) : '';
}

/** Back to the list or board; a record that was reached by a link goes back in history. */
export function leave(path: string): void {
  if (path) go(path);
  else window.history.back();
}

/** The records around the one on the page. */
export interface Steps {
  /** Number of the record in the walk, -1 when it is not in it. */
  at: number;
  previous: string | undefined;
  next: string | undefined;
  go: (by: 1 | -1) => void;
}

/** Finds the records before and after. */
export function useSteps(type: string, id: string): Steps {
  const walk = useWalk((s) => (s.walk?.type === type ? s.walk : null));
  const around = useQuery({
    queryKey: ['steps', type, id, walk?.path, walk?.label()],
    queryFn: async () => {
      const at = (await walk?.position(id).catch(() => -1)) ?? -1;
      if (!walk || at < 0) return { at: -1, previous: undefined, next: undefined };
      const [previous, next] = await Promise.all([walk.idAt(at - 1), walk.idAt(at + 1)]);
      return { at, previous: previous ?? null, next: next ?? null };
    },
    gcTime: 0,
  }).data;
  const previous = around?.previous ?? undefined;
  const next = around?.next ?? undefined;
  return {
    at: around?.at ?? -1,
    previous,
    next,
    go: (by) => {
      const to = by < 0 ? previous : next;
      if (to) go(paths.record(type, to));
    },
  };
}

/** The name of the record, edited in place, and under it what it belongs to. */
export function Title({ row, layout }: { row: Row; layout: Layout }) {
  const { title, under, number } = layout;
  const text = row.title;
  useEffect(() => {
    const before = document.title;
    document.title = `${text} · Dealbox`;
    return () => {
      document.title = before;
    };
  }, [text]);
  return (
    <div className={css.titles}>
      {title && !title.readOnly ? (
        <EditableTitle row={row} field={title} />
      ) : (
        <h1 className="ell">{text}</h1>
      )}
      <div className={css.under}>
        {under && <Value field={under} value={row.values[under.key]} />}
        {number && row.values[number.key] !== undefined && (
          <span className="t3 nw selectable">{String(row.values[number.key])}</span>
        )}
      </div>
    </div>
  );
}

function EditableTitle({ row, field }: { row: Row; field: FieldInfo }) {
  const t = useWords(recordWords);
  const label = pick(field.label, useLang());
  const edit = useInline(row, field);
  return (
    <h1
      ref={(node) => {
        edit.box.current = node;
      }}
    >
      {edit.open ? (
        <Editor row={row} field={field} edit={edit} />
      ) : (
        <UnstyledButton
          className={css.title}
          onClick={edit.start}
          title={t('rename', { field: label })}
        >
          {row.title}
        </UnstyledButton>
      )}
    </h1>
  );
}
