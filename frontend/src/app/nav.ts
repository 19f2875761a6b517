import type { TypeInfo } from '@/api';
import { paths } from './paths';

/** The order of the sidebar; types that are not named come after, as they are declared. */
const ORDER = [
  ...['opportunity', 'lead', 'account', 'contact'],
  ...['product', 'activity', 'task', 'member'],
];

function rank(type: TypeInfo): number {
  const at = ORDER.indexOf(type.key);
  return at < 0 ? ORDER.length : at;
}

/** The record types of the sidebar, in order. */
export function navTypes(types: TypeInfo[]): TypeInfo[] {
  return types.filter((type) => type.nav).sort((a, b) => rank(a) - rank(b));
}

/** Where an entry leads: opportunities to the board, the rest to their list. */
export function navPath(type: string): string {
  return type === 'opportunity' ? paths.board : paths.list(type);
}

/** Says whether an entry is the one that is shown, also for a record opened from it. */
export function isHere(type: string, path: string): boolean {
  if (path === navPath(type) || path === paths.list(type)) return true;
  if (path === '/' && type === 'opportunity') return true;
  return path.startsWith(`/r/${type}/`);
}
