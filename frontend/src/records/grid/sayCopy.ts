import { formatCount, type Lang, sayIn } from '@/i18n';
import { dismiss, toast } from '@/ui';
import type { Copied } from './copying';
import { gridWords } from './words';

/** Milliseconds after which a copy says that it is at work. */
const LONG = 1000;
const ID = 'copy';

/** Shows that a copy takes longer, and what it could not hold. Gives what to hear of it. */
export async function sayCopy(copying: Promise<Copied>, lang: Lang): Promise<string> {
  const t = sayIn(gridWords, lang);
  const progress = { done: 0, total: 0 };
  let shown = false;
  const slow = setTimeout(() => {
    shown = true;
    toast(t.copying, { id: ID, life: 0, progress });
  }, LONG);
  try {
    const { rows, cells, left } = await copying;
    if (left > 0) {
      const counts = { rows: formatCount(rows, lang), left: formatCount(left, lang) };
      toast(t('copiedPart', counts), { id: ID });
    } else if (shown) toast(t('copied', { count: cells }), { id: ID, tone: 'success' });
    return t('copied', { count: cells });
  } catch (thrown) {
    dismiss(ID);
    throw thrown;
  } finally {
    clearTimeout(slow);
  }
}
