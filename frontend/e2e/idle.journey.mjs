import { App } from './kit/app.mjs';
import { Crawler } from './kit/crawl.mjs';
import { screens } from './kit/screens.mjs';

export const name = 'every control on every screen does something';
export const timeout = 420;

/** Controls that are not pressed here, each with the reason. */
const ALLOWED = [
  // They change the data that the next screens need; settings.journey and files.journey press them.
  [/^新建$/, /^new-file$/],
  [/^(清除|新建文件|创建|Create|Remove)$/, /./],
  // The choice of another language would change the words by which screens are found.
  [/^(English|中文)$/, /./],
];

/** Screens in parts, each on a file of its own. */
export const variants = [
  { name: 'board', part: /^(board|card|lost|quick|all)/ },
  { name: 'lists of deals', part: /^(list-(opportunity|lead|account|contact)|filter)/ },
  { name: 'other lists', part: /^(list-(?!opportunity|lead|account|contact)|display)/ },
  { name: 'records, files', part: /^(record|file|new|shortcuts)/ },
  { name: 'settings, import', part: /^(settings|import)/ },
];

const allowed = (name, screen) =>
  ALLOWED.some(([word, where]) => word.test(name) && where.test(screen));

export async function run(context) {
  const app = await App.fresh(context, { lang: 'zh-CN', sample: true });
  await app.save('lead', { name: 'Grace Hopper', mobile: '13800138000' });
  const preferences = await app.call('Settings', 'Preferences');
  // Puts back what a control may have changed for good.
  app.restore = async () => {
    await app.call('Settings', 'SavePreferences', { ...preferences, language: 'zh-CN' });
    const { undo, redo } = await app.call('Records', 'Stack');
    if (undo.id !== app.base) await app.call('Records', redo.id === '' ? 'Undo' : 'Redo');
  };
  app.base = (await app.call('Records', 'Stack')).undo.id;
  const crawler = new Crawler(app);
  for (const screen of screens.filter(({ name }) => context.variant.part.test(name))) {
    try {
      await crawler.screen(screen, allowed);
    } catch (error) {
      crawler.faults.push(
        `${screen.name} after “${crawler.last}”: ${String(error).split('\n').slice(0, 3).join(' ')}`,
      );
      await app.page.reload();
      await app.page.getByRole('navigation').first().waitFor();
    }
  }
  console.log(`            ${crawler.pressed.size} controls pressed`);
  context.forgive(/404/);
  if (crawler.faults.length > 0) throw new Error(crawler.faults.join('\n'));
}
