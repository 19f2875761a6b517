import { IconLock, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { State } from '@/api';
import { formatMoment, pairs, useLang, useWords } from '@/i18n';
import { Button, baseName, Glyph } from '@/ui';
import { FileScreen } from './FileScreen';
import { openCopy, openOther, openPath } from './ops';

const words = pairs({
  title: ['“{name}” is open elsewhere', '「{name}」在别处打开着'],
  who: [
    '{user} has had it open on {host} since {since} ({program}).',
    '{user} 在 {host} 上打开着它，{since} 起（{program}）。',
  ],
  unknown: ['Another program has it open.', '另一个程序打开着它。'],
  why: [
    'Only one program may write to a file at a time, so that nothing is lost. Close it there, or look at a copy.',
    '同一时间只能有一个程序写这个文件，这样不会丢数据。请在那边关闭，或先看一份副本。',
  ],
  retry: ['Retry', '重试'],
  auto: ['Tried again every 5 seconds', '每 5 秒自动重试'],
  copy: ['Open a copy', '打开副本'],
  other: ['Open another file…', '打开其他文件…'],
});

const EVERY = 5000;

/** Tries again every five seconds while the window is looked at. */
function useRetry(path: string) {
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    await openPath(path);
    setBusy(false);
  };
  useEffect(() => {
    const timer = setInterval(() => void openPath(path), EVERY);
    return () => clearInterval(timer);
  }, [path]);
  return { busy, retry };
}

/** Says who has the file that was asked for and since when, and what can be done. */
export function LockedScreen({ state }: { state: State }) {
  const t = useWords(words);
  const lang = useLang();
  const { busy, retry } = useRetry(state.asked);
  const { holder } = state;
  const name = baseName(state.asked);
  const since = holder ? formatMoment(holder.since, lang) : '';
  return (
    <FileScreen
      icon={<Glyph icon={IconLock} size={28} />}
      tone="warning"
      title={t('title', { name })}
      path={state.asked}
      actions={
        <>
          <Button look="primary" icon={IconRefresh} disabled={busy} onClick={() => void retry()}>
            {t.retry}
          </Button>
          <Button onClick={() => void openCopy(state.asked)}>{t.copy}</Button>
          <Button look="ghost" onClick={() => void openOther()}>
            {t.other}
          </Button>
        </>
      }
      foot={t.auto}
    >
      <p className="b">{holder ? t('who', { ...holder, since }) : t.unknown}</p>
      <p className="t2">{t.why}</p>
    </FileScreen>
  );
}
