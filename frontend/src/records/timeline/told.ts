import type { Row } from '@/api/types';
import { readText } from '@/fields';

/** What an activity or task says: its subject, and its text. Where the subject is only the
 * beginning of the text, the text's first line stands for it, and nothing is said twice. */
export function toldBy(row: Row): { head: string; body: string } {
  const text = (readText(row.values.note) || readText(row.values.description)).trim();
  const [first = '', ...rest] = text.split('\n');
  const begun = row.title.replace(/…$/, '');
  if (begun === '' || !first.startsWith(begun)) return { head: row.title, body: text };
  return { head: first, body: rest.join('\n').trim() };
}
