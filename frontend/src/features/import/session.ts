import { create } from 'zustand';
import {
  api,
  type Failed,
  type ImportColumn,
  type ImportDraft,
  type ImportSource,
  type Job,
  type PreviewRow,
  toFailed,
} from '@/api';
import { on } from '@/api/events';
import type { Dropped } from '@/app/dropped';
import { sayIn } from '@/i18n';
import { toast, toastError } from '@/ui';
import { type Change, inputOf, proposes } from './edit';
import { importWords } from './words';

/** Where an import stands. */
export type Phase = 'start' | 'opening' | 'mapping' | 'running' | 'done';

/** The import that is being prepared, runs or has just ended. It outlives its screen. */
export interface Session {
  phase: Phase;
  /** Path of the workspace that it is for. */
  workspace: string;
  /** Name of the file that is opened or open. */
  name: string;
  /** Files that were dropped together with it and come next. */
  queue: Dropped[];
  draft: ImportDraft | null;
  /** The columns as the core proposed them. */
  proposed: ImportColumn[];
  /** A person has changed the proposal. */
  edited: boolean;
  /** Decisions on single rows. */
  perRow: Record<string, string>;
  /** Rows whose record is there already, by row: one that is decided to be new has no match. */
  matches: Record<string, PreviewRow>;
  /** The core is asked what would come of a change. */
  busy: boolean;
  /** Why the file was not opened. */
  failed: Failed | null;
  job: Job | null;
  /** Id of the report of the import that has ended. */
  report: string;
}

const fresh = {
  phase: 'start' as Phase,
  name: '',
  queue: [] as Dropped[],
  draft: null,
  proposed: [],
  edited: false,
  perRow: {},
  matches: {},
  busy: false,
  failed: null,
  job: null,
  report: '',
};

/** The session. */
export const useImport = create<Session>(() => ({ ...fresh, workspace: '' }));

const get = useImport.getState;
const set = useImport.setState;

/** Changes that were made and not yet asked about. */
let pending: Change | null = null;
let asking: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** How long the core waits for a person to go on, in milliseconds. */
const PAUSE = 200;

function forget(): void {
  clearTimeout(timer);
  pending = null;
  const { draft } = get();
  // What it held open is let go; that it is gone already is no matter.
  if (draft) void api.import.discard(draft.id).catch(() => undefined);
}

/** Begins anew when another workspace was opened. */
export function keepTo(workspace: string): void {
  if (get().workspace === workspace) return;
  clearTimeout(timer);
  pending = null;
  set({ ...fresh, workspace });
}

/** Opens the first of some files; the others wait. One that runs is not disturbed. */
export function openFiles(files: Dropped[]): void {
  if (get().phase === 'running') {
    set(({ queue }) => ({ queue: [...queue, ...files] }));
    return;
  }
  const [first, ...rest] = files;
  if (!first) return;
  forget();
  set({ ...fresh, queue: rest });
  void open(first.source, first.name);
}

/** Opens what was pasted. */
export function openText(text: string): void {
  if (text.trim() === '' || get().phase === 'running') return;
  forget();
  set({ ...fresh });
  void open({ path: '', upload: '', text }, sayIn(importWords).pasted);
}

const blank = {
  draft: '',
  type: '',
  encoding: '',
  delimiter: '',
  sheet: '',
  headerRow: 0,
  template: '',
  columns: [],
  onDuplicate: '',
  perRow: {},
  lostReason: '',
};

async function open(source: ImportSource, name: string): Promise<void> {
  const { workspace } = get();
  set({ phase: 'opening', name });
  try {
    const draft = await api.import.draft({ ...blank, source });
    if (get().workspace !== workspace) return;
    set({ phase: 'mapping', draft, name: draft.name || name, proposed: draft.columns });
    remember(draft);
  } catch (thrown) {
    if (get().workspace === workspace) set({ phase: 'start', failed: toFailed(thrown) });
  }
}

function remember(draft: ImportDraft): void {
  const found = draft.preview.filter((row) => row.match !== undefined);
  const more = Object.fromEntries(found.map((row) => [String(row.row), row]));
  set(({ matches }) => ({ matches: { ...matches, ...more } }));
}

/** Shows a change at once and, after a pause, what would come of it. */
export function change(patch: Change): void {
  const { draft } = get();
  if (!draft) return;
  const { perRow, columns, onDuplicate, lostReason } = patch;
  const shown = {
    columns: columns ?? draft.columns,
    onDuplicate: onDuplicate ?? draft.onDuplicate,
    lostReason: lostReason ?? draft.lostReason,
  };
  const edited = get().edited || columns !== undefined || perRow !== undefined;
  set({ draft: { ...draft, ...shown }, edited, busy: true, ...(perRow && { perRow }) });
  pending = { ...pending, ...patch };
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
}

/** Takes back all changes to the columns. */
export function recognise(): void {
  change({ columns: get().proposed, perRow: {} });
  set({ edited: false });
}

function ask(): void {
  clearTimeout(timer);
  if (asking || !pending) return;
  asking = answer().finally(() => {
    asking = null;
    if (pending) ask();
    else set({ busy: false });
  });
}

async function answer(): Promise<void> {
  const { draft, perRow, workspace } = get();
  const asked = pending;
  pending = null;
  if (!draft || !asked) return;
  try {
    const next = await api.import.draft(inputOf(draft, perRow, asked));
    if (get().draft?.id === draft.id && get().workspace === workspace) take(next, asked);
  } catch (thrown) {
    const failed = toFailed(thrown);
    if (failed.code === 'gone') set({ ...fresh, failed });
    else toastError(failed);
  }
}

/** What was changed while the core answered stays on screen. */
function take(next: ImportDraft, asked: Change): void {
  const now = get().draft;
  if (proposes(asked)) {
    pending = null;
    set({ draft: next, proposed: next.columns, edited: false, perRow: {}, matches: {} });
  } else if (pending && now) {
    const { columns, onDuplicate, lostReason } = now;
    set({ draft: { ...next, columns, onDuplicate, lostReason } });
  } else {
    set({ draft: next });
  }
  remember(next);
}

/** Waits until the core knows every change. */
async function settled(): Promise<void> {
  while (asking || pending) {
    ask();
    await asking;
  }
}

/** Imports the draft; the mapping is kept as a template when it gets a name. */
export async function start(template: string): Promise<void> {
  await settled();
  const { draft } = get();
  if (!draft) return;
  follow();
  try {
    const job = await api.import.start(draft.id, template);
    set({ phase: 'running', job });
    // It may have ended before there was anybody who listened.
    heed(await api.jobs.get(job.id));
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

let following = false;

function follow(): void {
  if (following) return;
  following = true;
  on('job', heed);
}

function heed(job: Job): void {
  const { job: ours, phase } = get();
  if (phase !== 'running' || ours?.id !== job.id) return;
  set({ job });
  if (job.state === 'done') {
    set({ phase: 'done', report: job.result, draft: null, job: null });
  } else if (job.state !== 'running') {
    set({ phase: 'mapping', job: null });
    if (job.state === 'cancelled') toast(sayIn(importWords).cancelled, { life: 6000 });
    else if (job.error) toastError(job.error);
  }
}

/** Stops the import that runs; nothing of it stays. */
export async function stop(): Promise<void> {
  const { job } = get();
  try {
    if (job) await api.jobs.cancel(job.id);
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

/** Leaves the draft. Goes on with the next file, or back to the start. */
export function next(): void {
  forget();
  const [first, ...rest] = get().queue;
  set({ ...fresh, queue: rest });
  if (first) void open(first.source, first.name);
}

/** Leaves the draft and the files that wait. */
export function leave(): void {
  forget();
  set({ ...fresh });
}
