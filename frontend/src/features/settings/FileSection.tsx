import { IconArrowRight, IconCopy, IconFolderShare, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api, type FileInfo, keys, useAppState, useFile } from '@/api';
import { runCommand } from '@/app/commands';
import { formatSize, pairs, useLang, useWords } from '@/i18n';
import { withCount } from '@/records/imports/counts';
import { Button } from '@/ui';
import { keep } from './acts';
import { CommitText } from './CommitText';
import { Line, Lines, Pane } from './Parts';
import css from './settings.module.css';
import { settingsWords } from './words';

const words = pairs({
  title: ['File', '文件'],
  name: ['Workspace name', '工作区名称'],
  nameNote: ['Shown at the top of the sidebar', '显示在侧栏顶部'],
  where: ['Where it is', '位置'],
  size: ['Size', '大小'],
  copy: ['Save a copy', '另存一份副本'],
  copyNote: ['Whole and checked, while you go on working', '使用中也能存，存完会检查'],
  copyNow: ['Save…', '另存…'],
  move: ['Move or rename', '移动或改名'],
  moveNote: ['The file goes to another folder or gets another name', '换个文件夹，或换个文件名'],
  moveNow: ['Move…', '移动…'],
  reveal: ['Show in folder', '在文件夹中显示'],
  sample: ['Sample data', '示例数据'],
  sampleNote: [
    '{count} record to look around with|{count} records to look around with',
    '共 {count} 条，供试用',
  ],
  remove: ['Remove', '清除'],
  removed: ['Sample data removed', '已清除示例数据'],
});

/** The file that everything is in. */
export function FileSection() {
  const t = useWords(words);
  const file = useFile();
  return (
    <Pane title={t.title}>
      {file && (
        <Lines>
          <Name />
          <Place file={file} />
          {file.sample > 0 && <Sample count={file.sample} />}
        </Lines>
      )}
    </Pane>
  );
}

function Name() {
  const t = useWords(words);
  const ts = useWords(settingsWords);
  const id = useId();
  const setup = useQuery({ queryKey: keys.setup, queryFn: () => api.settings.setup() }).data;
  if (!setup) return null;
  const save = (name: string) =>
    keep(
      () => api.settings.saveSetup({ ...setup, name }),
      ts('changed', { what: t.name, value: name }),
    );
  return (
    <Line label={t.name} note={t.nameNote} control={id}>
      <CommitText id={id} className={css.wide} value={setup.name} required onCommit={save} />
    </Line>
  );
}

function Place({ file }: { file: FileInfo }) {
  const t = useWords(words);
  const inShell = useAppState().data?.shell === 'window';
  return (
    <>
      <Line label={t.where} note={<span className="selectable">{file.path}</span>}>
        {inShell && (
          <Button icon={IconFolderShare} onClick={() => runCommand('file.reveal')}>
            {t.reveal}
          </Button>
        )}
      </Line>
      <Line label={t.size}>
        <span className="lab t2">{formatSize(file.size)}</span>
      </Line>
      <Line label={t.copy} note={t.copyNote}>
        <Button icon={IconCopy} onClick={() => runCommand('file.copy')}>
          {t.copyNow}
        </Button>
      </Line>
      {!file.readOnly && (
        <Line label={t.move} note={t.moveNote}>
          <Button icon={IconArrowRight} onClick={() => runCommand('file.move')}>
            {t.moveNow}
          </Button>
        </Line>
      )}
    </>
  );
}

function Sample({ count }: { count: number }) {
  const t = useWords(words);
  const lang = useLang();
  const note = withCount(t('sampleNote', { count }), count, lang);
  return (
    <Line label={t.sample} note={note}>
      <Button icon={IconTrash} onClick={() => void keep(() => api.files.removeSample(), t.removed)}>
        {t.remove}
      </Button>
    </Line>
  );
}
