import { pairs, useWords } from '@/i18n';
import { Pane } from '../Parts';
import css from '../settings.module.css';
import { RecordTable } from '../table/RecordTable';
import { useRows } from '../useRows';

const words = pairs({
  title: ['Lost reasons', '输单原因'],
  hint: [
    'Asked for whenever an opportunity is lost. Those not in use are no longer offered.',
    '每次标记输单都要选一个。停用后不再出现，已用过的不受影响。',
  ],
  add: ['Add a reason', '添加原因'],
});

const columns = [
  { key: 'name', width: 'minmax(0, 1fr)' },
  { key: 'english', width: 'minmax(0, 1fr)' },
  { key: 'active', width: '56px' },
];

/** Why opportunities are lost, in the order in which they are offered. */
export function ReasonsSection() {
  const t = useWords(words);
  const rows = useRows('lost_reason', 'position');
  return (
    <Pane title={t.title}>
      <div className={css.scroll}>
        <p className={`${css.hint} lab t2`}>{t.hint}</p>
        {rows && (
          <RecordTable type="lost_reason" rows={rows} columns={columns} ordered addWord={t.add} />
        )}
      </div>
    </Pane>
  );
}
