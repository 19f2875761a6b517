import { useEffect } from 'react';
import { useFile } from '@/api';
import { useDropped } from '@/app/dropped';
import { useWords } from '@/i18n';
import { Body, Screen } from '@/ui';
import { Done } from './Done';
import { Duplicates } from './Duplicates';
import { Foot } from './Foot';
import { Mapping } from './Mapping';
import css from './mapping.module.css';
import { Preview } from './Preview';
import { Running } from './Running';
import { Start } from './Start';
import { keepTo, openFiles, useImport } from './session';
import { TopLine } from './TopLine';
import { usePaste } from './usePaste';
import { importWords } from './words';

/** Brings a spreadsheet in: a file is understood, shown as it would be stored, imported. */
export function ImportScreen() {
  const t = useWords(importWords);
  const path = useFile()?.path ?? '';
  const phase = useImport((s) => s.phase);
  useEffect(() => keepTo(path), [path]);
  useDropped(openFiles);
  usePaste(phase === 'start');
  return (
    <Screen label={t.title}>
      <TopLine />
      {(phase === 'start' || phase === 'opening') && <Start />}
      {phase === 'mapping' && <Prepare />}
      {phase === 'running' && <Running />}
      {phase === 'done' && <Done />}
    </Screen>
  );
}

/** Columns at the left, what would be stored at the right, what would come of it below. */
function Prepare() {
  return (
    <>
      <Body>
        <div className={css.left}>
          <Mapping />
          <Duplicates />
        </div>
        <Preview />
      </Body>
      <Foot />
    </>
  );
}
