import { currentLang } from '@/i18n';
import type { Failure } from './types';

/**
 * Every failure of the core or of the way to it. `message` is for people, in the session's
 * language; `detail` is technical, for "copy details".
 *
 * Codes: invalid, not_found, conflict, denied, locked, damaged, unsupported, incomplete
 * (`fields` are asked for), cancelled, gone (open the list again), internal, and
 * unreachable, when the program that serves the page has ended.
 */
export class Failed extends Error implements Failure {
  readonly code: string;
  readonly key: string;
  readonly field: string;
  readonly fields: string[];
  readonly detail: string;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'Failed';
    this.code = failure.code;
    this.key = failure.key;
    this.field = failure.field ?? '';
    this.fields = failure.fields ?? [];
    this.detail = failure.detail ?? '';
  }
}

function isFailure(v: unknown): v is Failure {
  return typeof v === 'object' && v !== null && 'code' in v && 'message' in v;
}

/** The window gives a failure as JSON in a string, because it turns objects into text. */
function parse(v: unknown): unknown {
  const text = v instanceof Error ? v.message : v;
  if (typeof text !== 'string' || !text.startsWith('{')) return v;
  try {
    return JSON.parse(text);
  } catch {
    return v;
  }
}

function sentence(code: string): string {
  const zh = currentLang() === 'zh-CN';
  if (code === 'unreachable') {
    return zh
      ? '连接不上商机匣，程序可能已退出'
      : 'Dealbox does not answer; the program may have ended';
  }
  return zh ? '出了内部问题' : 'Something went wrong inside';
}

function describe(v: unknown): string {
  return v instanceof Error ? (v.stack ?? v.message) : String(v);
}

/** Makes a Failed of whatever a call threw. */
export function toFailed(thrown: unknown): Failed {
  if (thrown instanceof Failed) return thrown;
  const v = parse(thrown);
  if (isFailure(v)) return new Failed(v);
  // fetch throws a TypeError when nobody listens.
  const code = thrown instanceof TypeError ? 'unreachable' : 'internal';
  return new Failed({ code, key: code, message: sentence(code), detail: describe(thrown) });
}
