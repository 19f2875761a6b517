import { IconAlertTriangle } from '@tabler/icons-react';
import type { Failure, State } from '@/api';
import { pairs, useWords } from '@/i18n';
import { Button, baseName, Glyph } from '@/ui';
import { FileScreen } from './FileScreen';
import { askNewFile } from './NewFileDialog';
import { openOther, openPath } from './ops';

const words = pairs({
  title: ['“{name}” cannot be opened', '打不开「{name}」'],
  damaged: [
    'Nothing was written to it. Open your latest copy or backup instead, and keep this file: it may hold what the copy lacks.',
    '没有往里写过任何东西。请打开最近的副本或备份；这个文件先别删，里面可能有副本缺少的内容。',
  ],
  unsupported: [
    'It was made by a newer version of Dealbox. Install that version here, or open the file on the computer where it was made.',
    '它由更新版本的商机匣写成。请在这里安装新版本，或在原来的电脑上打开。',
  ],
  invalid: [
    'It is not a Dealbox file. A spreadsheet is not opened but imported: open or make a file first, then drop the spreadsheet on the window.',
    '它不是商机匣文件。表格不用打开，要导入：先打开或新建一个文件，再把表格拖进窗口。',
  ],
  not_found: [
    'It was moved or renamed, or its drive is not plugged in.',
    '它可能被移动或改名了，或所在的磁盘没有插上。',
  ],
  denied: [
    'Your account may not read or write it. Ask whoever set up this computer, or copy it to a folder of your own.',
    '你的账户没有读写它的权限。请找这台电脑的管理员，或把它复制到自己的文件夹。',
  ],
  other: ['Try again, or open another file.', '请重试，或打开其他文件。'],
  retry: ['Retry', '重试'],
  open: ['Open another file…', '打开其他文件…'],
  locate: ['Locate…', '定位…'],
  create: ['New file…', '新建文件…'],
  details: ['Copy details', '复制详情'],
});

const ADVISED = ['damaged', 'unsupported', 'invalid', 'not_found', 'denied'] as const;

function adviceFor(code: string) {
  return ADVISED.find((known) => known === code) ?? 'other';
}

/** Says why the file that was asked for is not open, and what to do. */
export function ProblemScreen({ state, problem }: { state: State; problem: Failure }) {
  const t = useWords(words);
  const name = baseName(state.asked);
  const missing = problem.code === 'not_found';
  return (
    <FileScreen
      icon={<Glyph icon={IconAlertTriangle} size={28} />}
      tone="danger"
      title={t('title', { name })}
      path={state.asked}
      actions={
        <>
          <Button look="primary" onClick={() => void openOther(missing ? state.asked : '')}>
            {missing ? t.locate : t.open}
          </Button>
          <Button onClick={() => void openPath(state.asked)}>{t.retry}</Button>
          <Button onClick={askNewFile}>{t.create}</Button>
        </>
      }
      foot={problem.detail && <Details text={problem.detail} label={t.details} />}
    >
      <p className="b selectable">{problem.message}</p>
      <p className="t2">{t[adviceFor(problem.code)]}</p>
    </FileScreen>
  );
}

function Details({ text, label }: { text: string; label: string }) {
  return (
    <Button look="link" size="xs" onClick={() => void navigator.clipboard.writeText(text)}>
      {label}
    </Button>
  );
}
