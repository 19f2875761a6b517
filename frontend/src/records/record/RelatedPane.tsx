import { UnstyledButton } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, keys } from '@/api';
import { useType, useTypes } from '@/api/schema';
import type { Ref, RelatedList, Row, TypeInfo } from '@/api/types';
import { go, paths } from '@/app/paths';
import { noFilter } from '@/fields/filter/model';
import { formatCount, pick, useLang, useWords } from '@/i18n';
import { Avatar, IconButton } from '@/ui';
import { openCreate } from '../form/create';
import { useList } from '../list/useList';
import css from './record.module.css';
import { describe, repeats, shows } from './relations';
import { deleteRecord } from './useRecord';
import { recordWords } from './words';

/** The right pane: what links to this record, list by list. + makes one that does. */
export function RelatedPane({ row, type }: { row: Row; type: TypeInfo }) {
  const t = useWords(recordWords);
  const { data } = useQuery({
    queryKey: keys.related(row.type, row.id),
    queryFn: () => api.records.related(row.type, row.id),
  });
  const types = useTypes();
  const lists = data?.filter((list) => shows(list, type) && !repeats(list, data, types)) ?? [];
  if (lists.length === 0) return null;
  return (
    <aside className={css.related} aria-label={t.related}>
      {lists.map((list) => (
        <RelatedSection
          key={`${list.relation.type}.${list.relation.field}`}
          row={row}
          list={list}
        />
      ))}
    </aside>
  );
}

function RelatedSection({ row, list }: { row: Row; list: RelatedList }) {
  const t = useWords(recordWords);
  const lang = useLang();
  const { relation, count, rows } = list;
  const type = useType(relation.type);
  const label = pick(relation.label, lang);
  const preset = { [relation.field]: { id: row.id, type: row.type, title: row.title } };
  if (!type) return null;
  return (
    <section>
      <div className={css.relatedHead}>
        <h2>{label}</h2>
        <span className="t3">{formatCount(count, lang)}</span>
        <span className="grow" />
        <IconButton
          icon={IconPlus}
          size={24}
          label={t('addTo', { list: label })}
          onClick={() => openCreate(relation.type, preset)}
        />
      </div>
      <ul>
        {rows.map((other) => (
          <RelatedRow key={other.id} row={other} type={type} through={relation.field} />
        ))}
      </ul>
      {count > rows.length && (
        <MoreRows
          type={type}
          field={relation.field}
          of={preset[relation.field]}
          count={count - rows.length}
        />
      )}
    </section>
  );
}

/** How many more there are; where their type has a list, it opens with all of them. */
function MoreRows(props: { type: TypeInfo; field: string; of?: Ref; count: number }) {
  const { type, field, of, count } = props;
  const t = useWords(recordWords);
  const text = t('all', { count: formatCount(count, useLang()) });
  const list = useList(type, 'table');
  if (!type.nav) return <p className={css.moreRows}>{text}</p>;
  const show = () => {
    const test = { kind: 'test' as const, field, op: 'in' as const, value: [of] };
    list.patch({ view: '', text: '', group: '', filter: { ...noFilter, nodes: [test] } });
    go(paths.list(type.key));
  };
  return (
    <UnstyledButton className={css.more} onClick={show}>
      {text}
    </UnstyledButton>
  );
}

/** A related record. A part of this one, such as a role, is told by what it links to and
 * can be changed and deleted here. */
function RelatedRow(props: { row: Row; type: TypeInfo; through: string }) {
  const { row, type, through } = props;
  const t = useWords(recordWords);
  const lang = useLang();
  const told = describe(row, type, through, lang);
  return (
    <li className={css.relatedRow} data-tall={told.person || told.note !== '' || undefined}>
      {told.person && <Avatar name={told.title} size={28} />}
      <span className={css.names}>
        <Link
          href={paths.record(told.target.type, told.target.id)}
          className={`${css.rowLink} ell`}
        >
          {told.title}
        </Link>
        {told.note && <span className="cap t3 ell">{told.note}</span>}
      </span>
      {told.mark}
      {told.part && (
        <span className={css.rowActs}>
          <IconButton
            icon={IconPencil}
            size={24}
            label={t('edit', { field: told.title })}
            onClick={() => go(paths.record(row.type, row.id))}
          />
          <IconButton
            icon={IconTrash}
            size={24}
            label={t('remove', { title: told.title })}
            onClick={() => void deleteRecord(row)}
          />
        </span>
      )}
    </li>
  );
}
