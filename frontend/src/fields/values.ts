/**
 * Readers of values in their wire form. A value of another form reads as null: lists must
 * never fall over one odd cell.
 */
import type { Ref } from '@/api/types';

/** An amount over the wire: a plain decimal and an ISO currency. */
export interface Money {
  amount: string;
  currency: string;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether there is nothing: null, no text, no members. */
export function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** A text; numbers are written out. */
export function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** A plain decimal such as "62.5", from a decimal or a number; null for anything else. */
export function readDecimal(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && /^[+-]?\d+(\.\d+)?$/.test(value) ? value : null;
}

export function readMoney(value: unknown): Money | null {
  if (!isObject(value)) return null;
  const amount = readDecimal(value.amount);
  return amount !== null && typeof value.currency === 'string'
    ? { amount, currency: value.currency }
    : null;
}

export function readRef(value: unknown): Ref | null {
  if (!isObject(value) || typeof value.id !== 'string') return null;
  return { id: value.id, type: readText(value.type), title: readText(value.title) };
}

export function readRefs(value: unknown): Ref[] {
  return Array.isArray(value) ? value.map(readRef).filter((ref) => ref !== null) : [];
}

export function readTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];
}

/** The number of a choice, 0 for none. */
export function readOption(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

export function readOptions(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === 'number') : [];
}
