import { api, client, keys, type State } from '@/api';
import { pairs, sayIn } from '@/i18n';
import { toast, toastError } from '@/ui';
import { go, paths } from './paths';

const words = pairs({
  unknown: ['This link is not understood: {link}', '无法识别这个链接：{link}'],
  noFile: ['Open the file that has this record first', '请先打开这条记录所在的文件'],
});

/** A record that a link leads to. */
export interface LinkTarget {
  type: string;
  id: string;
}

const RECORD = /^dealbox:\/\/record\/([a-z][a-z0-9_]{0,63})\/([0-9a-hjkmnp-tv-z]{26})\/?$/i;

/** So much of a link is shown; the rest of a long one helps nobody. */
const SHOWN = 80;

/**
 * Where `dealbox://record/<type>/<id>` leads; undefined for every other text. Case counts
 * in neither: mail programs and browsers change it.
 */
export function linkTarget(link: string): LinkTarget | undefined {
  const [, type, id] = RECORD.exec(link.trim()) ?? [];
  return type && id ? { type: type.toLowerCase(), id: id.toUpperCase() } : undefined;
}

function complain(link: string): void {
  const shown = link.length > SHOWN ? `${link.slice(0, SHOWN)}…` : link;
  toastError({ message: sayIn(words)('unknown', { link: shown }) });
}

/**
 * The link that the page was opened with, behind the # of its address: how one is given to
 * a browser. It is taken out, so that it leads somewhere once.
 */
export function takeLink(): string | undefined {
  const hash = window.location.hash.slice(1);
  if (!/^dealbox:/i.test(hash)) return undefined;
  go(paths.board);
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** Goes where a link of the system leads. A link changes nothing; others are refused aloud. */
export async function followLink(link: string): Promise<void> {
  const target = linkTarget(link);
  if (!target) return complain(link);
  const queryFn = () => api.files.state();
  const { file } = await client.fetchQuery<State>({ queryKey: keys.state, queryFn });
  if (!file) {
    toast(sayIn(words).noFile, { id: 'link' });
    return;
  }
  const types = await client.fetchQuery({
    queryKey: keys.types,
    queryFn: () => api.schema.types(),
  });
  if (types.some(({ key }) => key === target.type)) go(paths.record(target.type, target.id));
  else complain(link);
}
