import { IconAlertCircle, IconFilter, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { api, type Failed, type ListQuery, type TypeInfo, toFailed, useFile } from '@/api';
import { CREATE_KEYS } from '@/app/createKeys';
import { go, paths } from '@/app/paths';
import { describeNode } from '@/fields/filter/describe';
import { type Group, replaceAt, toCond } from '@/fields/filter/model';
import { inSentence, pick, useLang, useWords } from '@/i18n';
import { Button, Empty, Glyph, iconNamed, toastError } from '@/ui';
import { openCreate } from '../form/create';
import css from './list.module.css';
import { useEscape } from './useEscape';
import { listWords } from './words';

/** No record of the type yet: what belongs here and the ways to begin. */
export function NothingYet({ type }: { type: TypeInfo }) {
  const t = useWords(listWords);
  const lang = useLang();
  const counts = useFile()?.counts ?? {};
  const blank = Object.entries(counts).every(([key, n]) => key === 'member' || n === 0);
  const sample = () => {
    api.files.loadSample().catch((thrown) => toastError(toFailed(thrown)));
  };
  return (
    <Empty
      icon={iconNamed(type.icon)}
      title={t('emptyTitle', { plural: inSentence(pick(type.plural, lang), lang) })}
      text={t.emptyText}
    >
      <Button size="sm" look="primary" onClick={() => go(paths.import)}>
        {t.import}
      </Button>
      <Button
        size="sm"
        icon={IconPlus}
        keys={CREATE_KEYS[type.key]}
        onClick={() => openCreate(type.key)}
      >
        {pick(type.label, lang)}
      </Button>
      {blank ? (
        <Button size="sm" look="link" onClick={sample}>
          {t.sample}
        </Button>
      ) : null}
    </Empty>
  );
}

interface FilteredProps {
  type: TypeInfo;
  filter: Group;
  query: ListQuery;
  onFilter: (filter: Group) => void;
  onClear: () => void;
}

/** Nothing passes the filter: which condition to drop, and all of them at once. */
export function NothingFound({ type, filter, query, onFilter, onClear }: FilteredProps) {
  const t = useWords(listWords);
  const lang = useLang();
  useEscape('list.clearFilters', 'clearFilters', onClear);
  const hint = useHint(filter, query);
  const node = hint && filter.nodes[hint.at];
  const field = node?.kind === 'test' ? type.fields.find((f) => f.key === node.field) : undefined;
  const text = node && describeNode(node, type, lang);
  return (
    <Empty
      icon={IconFilter}
      title={t('nothingTitle', { plural: inSentence(pick(type.plural, lang), lang) })}
      text={text && hint ? t('without', { text, count: hint.count }) : undefined}
    >
      <Button size="sm" keys="Escape" onClick={onClear}>
        {t.clearFilters}
      </Button>
      {hint && text && filter.nodes.length > 1 ? (
        <Button size="sm" look="ghost" onClick={() => onFilter(replaceAt(filter, [hint.at], null))}>
          {t('dropOnly', { field: field ? pick(field.label, lang) : text })}
        </Button>
      ) : null}
    </Empty>
  );
}

interface Hint {
  at: number;
  count: number;
}

const MOST = 6;

/** The condition without which there is most; none when the filter says "any". */
function useHint(filter: Group, query: ListQuery): Hint | null {
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    let live = true;
    setHint(null);
    if (filter.join === 'and') {
      void bestDrop(filter, query).then((found) => live && setHint(found));
    }
    return () => {
      live = false;
    };
  }, [filter, query]);
  return hint;
}

async function bestDrop(filter: Group, query: ListQuery): Promise<Hint | null> {
  let best: Hint | null = null;
  for (const at of filter.nodes.slice(0, MOST).keys()) {
    const where = toCond(replaceAt(filter, [at], null));
    const count = await countOf({ ...query, where });
    if (count > (best?.count ?? 0)) best = { at, count };
  }
  return best;
}

// A count that fails gives no hint; the list itself says what is wrong.
async function countOf(query: ListQuery): Promise<number> {
  try {
    const info = await api.lists.open({ ...query, group: '', open: [], sums: [], sort: [] });
    await api.lists.close(info.token);
    return info.count;
  } catch {
    return 0;
  }
}

/** The list could not be opened: why, and once more. */
export function ListFailed({ failed, onRetry }: { failed: Failed; onRetry: () => void }) {
  const t = useWords(listWords);
  const copy = () => {
    const text = `${failed.message}\n${failed.code} ${failed.key}\n${failed.detail}`;
    navigator.clipboard.writeText(text).catch((thrown) => toastError(toFailed(thrown)));
  };
  return (
    <div className={css.banner} role="alert">
      <Glyph icon={IconAlertCircle} />
      <span className="grow">
        <b>{t.failedTitle}</b> {failed.message}
      </span>
      <Button size="xs" icon={IconRefresh} onClick={onRetry}>
        {t.retry}
      </Button>
      <Button size="xs" look="ghost" onClick={copy}>
        {t.copyDetails}
      </Button>
    </div>
  );
}
