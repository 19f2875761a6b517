import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { fieldOf, useType } from '@/api/schema';
import { pairs, useWords } from '@/i18n';
import { Button, Empty } from '@/ui';
import { Pane } from '../Parts';
import css from '../settings.module.css';
import { AddRow } from '../table/AddRow';
import { type KnownColumn, RecordTable } from '../table/RecordTable';
import table from '../table/table.module.css';
import { useRows } from '../useRows';
import { treeOf } from './tree';

const words = pairs({
  title: ['Teams', '团队'],
  hint: [
    'A team can be part of another one. Who is in a team is said with each member.',
    '团队可以有上级团队。谁在哪个团队，在成员资料里填写。',
  ],
  add: ['Add a team', '添加团队'],
  none: ['No teams yet', '还没有团队'],
  noneText: [
    'Groups of members, with a lead and teams below them',
    '把成员分组，可设主管和下级团队',
  ],
});

const columns = [
  { key: 'name', width: 'minmax(0, 1fr)' },
  { key: 'parent', width: 'minmax(0, 1fr)' },
  { key: 'lead', width: 'minmax(0, 1fr)' },
];

/** The teams of the members. */
export function TeamsSection() {
  const t = useWords(words);
  const rows = useRows('team', 'name');
  if (!rows) return <Pane title={t.title}>{null}</Pane>;
  const tree = treeOf(rows);
  const depths = new Map(tree.map(({ row, depth }) => [row.id, depth]));
  return (
    <Pane title={t.title}>
      {tree.length === 0 ? (
        <First />
      ) : (
        <div className={css.scroll}>
          <p className={`${css.hint} lab t2`}>{t.hint}</p>
          <RecordTable
            type="team"
            rows={tree.map(({ row }) => row)}
            columns={columns}
            depth={({ id }) => depths.get(id) ?? 0}
            addWord={t.add}
          />
        </div>
      )}
    </Pane>
  );
}

/** No team yet. */
function First() {
  const t = useWords(words);
  const type = useType('team');
  const [adding, setAdding] = useState(false);
  const known = columns.flatMap((column): KnownColumn[] => {
    const field = fieldOf(type, column.key);
    return field ? [{ ...column, field }] : [];
  });
  if (adding) {
    return (
      <div className={table.table}>
        <AddRow type="team" columns={known} onClose={() => setAdding(false)} />
      </div>
    );
  }
  return (
    <Empty icon={IconUsersGroup} title={t.none} text={t.noneText}>
      <Button look="primary" size="sm" onClick={() => setAdding(true)}>
        {t.add}
      </Button>
    </Empty>
  );
}
