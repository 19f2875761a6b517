import { IconFileUnknown } from '@tabler/icons-react';
import { useRef } from 'react';
import { useType } from '@/api/schema';
import type { Row, StageInfo, TypeInfo } from '@/api/types';
import { paths } from '@/app/paths';
import { useWords } from '@/i18n';
import { Body, Button, Empty, Screen, SkeletonRows } from '@/ui';
import { anchorOf } from '../form/asking';
import { activityLink, Composer } from '../timeline/Composer';
import { Timeline } from '../timeline/Timeline';
import { useTimeline } from '../timeline/useTimeline';
import { AboutPane } from './AboutPane';
import { Facts } from './Facts';
import { leave, RecordBar, Title, useSteps } from './Header';
import { layoutOf } from './layout';
import { RelatedPane } from './RelatedPane';
import css from './record.module.css';
import { StagePath } from './StagePath';
import { deleteRecord, moveTo, useRecord } from './useRecord';
import { useRecordCommands } from './useRecordCommands';
import { useStagePath } from './useStagePath';
import { useWalk } from './walk';
import { recordWords } from './words';

/** The page of one record of any type, made from its declaration: what it is, what
 * happened, what belongs to it. */
export function RecordScreen({ type, id }: { type: string; id: string }) {
  const info = useType(type);
  const record = useRecord(type, id);
  const t = useWords(recordWords);
  if (record.error) return <Gone type={type} />;
  if (!record.data || !info) {
    return (
      <Screen label={t.about}>
        <SkeletonRows />
      </Screen>
    );
  }
  return <Page row={record.data} type={info} />;
}

function Gone({ type }: { type: string }) {
  const t = useWords(recordWords);
  const walk = useWalk((s) => s.walk);
  return (
    <Screen label={t.gone}>
      <Empty icon={IconFileUnknown} title={t.gone} text={t.goneText}>
        <Button onClick={() => leave(walk?.path ?? paths.list(type))}>{t.back}</Button>
      </Empty>
    </Screen>
  );
}

function Page({ row, type }: { row: Row; type: TypeInfo }) {
  const t = useWords(recordWords);
  const layout = layoutOf(type);
  const { entries, loading } = useTimeline(type.key, row.id);
  const path = useStagePath(layout.stage ? row : undefined, entries);
  const steps = useSteps(type.key, row.id);
  const activity = useType('activity');
  const link = activityLink(activity, type.key);
  const composer = useRef<HTMLTextAreaElement>(null);
  const walk = useWalk((s) => (s.walk?.type === type.key ? s.walk : null));
  const remove = async () => {
    if (await deleteRecord(row)) leave(walk?.path ?? (type.nav ? paths.list(type.key) : ''));
  };
  const move = (stage: StageInfo, at: Element | null) =>
    void moveTo(row, stage, () => at && anchorOf(at));
  useRecordCommands({ row, path, steps, composer, move });
  return (
    <Screen label={row.title}>
      <RecordBar
        type={type.key}
        id={row.id}
        steps={steps}
        onLog={link ? () => composer.current?.focus() : undefined}
        onDelete={() => void remove()}
      />
      <header className={css.head}>
        <div className={css.headRow}>
          <Title row={row} layout={layout} />
          <Facts row={row} facts={layout.facts} />
        </div>
        {layout.stage && path.path.length > 0 && (
          <StagePath
            {...path}
            row={row}
            onMove={move}
            onReopen={path.last && (() => path.last && move(path.last, null))}
          />
        )}
        {row.deleted && (
          <p role="status" className={css.deleted}>
            {t.wasDeleted}
          </p>
        )}
      </header>
      <Body>
        <AboutPane row={row} sections={layout.sections} />
        <div className={css.centre}>
          {activity && link && (
            <Composer
              activity={activity}
              link={link}
              record={{ id: row.id, type: row.type, title: row.title }}
              input={composer}
            />
          )}
          <Timeline entries={entries} loading={loading} />
        </div>
        <RelatedPane row={row} type={type} />
      </Body>
    </Screen>
  );
}
