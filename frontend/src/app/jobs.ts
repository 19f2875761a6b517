import { IconProgress } from '@tabler/icons-react';
import { useEffect } from 'react';
import { api, type Job, toFailed } from '@/api';
import { on } from '@/api/events';
import { currentLang, formatCount, formatSize, pairs, pick, sayIn } from '@/i18n';
import { dismiss, type Toast, toast, toastError } from '@/ui';
import { go, paths } from './paths';

const words = pairs({
  rows: ['{done} of {total} rows', '{done} / {total} 行'],
  bytes: ['{done} of {total}', '{done} / {total}'],
  some: ['{done} so far', '已处理 {done}'],
  cancel: ['Cancel', '取消'],
  cancelled: ['Stopped: {what}. Nothing was kept.', '已停止：{what}，一条不留'],
  finished: ['Done: {what}', '已完成：{what}'],
  report: ['Report', '查看报告'],
});

/** Jobs quicker than this show nothing, in milliseconds. */
const PATIENCE = 1000;

const began = new Map<string, number>();

function amount(job: Job, n: number): string {
  return job.unit === 'bytes' ? formatSize(n) : formatCount(n, currentLang());
}

/** How far a job is, in words. */
export function progressText(job: Job): string {
  const t = sayIn(words);
  const done = amount(job, job.done);
  if (job.total <= 0) return t('some', { done });
  const total = amount(job, job.total);
  return job.unit === 'bytes' ? t('bytes', { done, total }) : t('rows', { done, total });
}

async function cancel(id: string): Promise<void> {
  try {
    await api.jobs.cancel(id);
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

function running(job: Job): void {
  const t = sayIn(words);
  toast(pick(job.label, currentLang()), {
    id: job.id,
    icon: IconProgress,
    life: 0,
    note: progressText(job),
    progress: { done: job.done, total: job.total },
    action: { label: t.cancel, run: () => void cancel(job.id) },
  });
}

function after(job: Job): Partial<Toast> {
  if (job.kind === 'copy') return { note: job.result };
  if (job.kind !== 'import') return {};
  const run = () => go(paths.settings('imports'));
  return { action: { label: sayIn(words).report, run } };
}

function ended(job: Job): void {
  const t = sayIn(words);
  const what = pick(job.label, currentLang());
  dismiss(job.id);
  if (job.state === 'failed') toastError(job.error ?? { message: what });
  else if (job.state === 'cancelled') toast(t('cancelled', { what }), { life: 6000 });
  else toast(t('finished', { what }), { tone: 'success', ...after(job) });
}

/** The import screen draws its own jobs while it is shown. */
function shownElsewhere(job: Job): boolean {
  return job.kind === 'import' && window.location.hash.startsWith(`#${paths.import}`);
}

/** Draws one step of a job. `now` is in milliseconds. */
export function follow(job: Job, now: number): void {
  const since = began.get(job.id) ?? now;
  began.set(job.id, since);
  if (job.state === 'running') {
    if (now - since >= PATIENCE && !shownElsewhere(job)) running(job);
    return;
  }
  began.delete(job.id);
  if (shownElsewhere(job)) dismiss(job.id);
  else ended(job);
}

/** Shows jobs that take longer than a second, and how each ended. */
export function useJobs(): void {
  useEffect(() => on('job', (job) => follow(job, performance.now())), []);
}
