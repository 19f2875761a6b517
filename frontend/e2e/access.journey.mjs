import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { App } from './kit/app.mjs';
import { visitAll } from './kit/screens.mjs';

export const name = 'Axe finds nothing on any screen, in both themes and languages';
export const timeout = 420;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Languages and themes; the page changes live, so each screen is shown once. Names depend on
 * the language and contrast on the theme: each is looked at whole once, the other pairs for
 * what depends on colour and size.
 */
const LOOKS = [
  { language: 'zh-CN', theme: 'light', whole: true },
  { language: 'zh-CN', theme: 'dark' },
  { language: 'en', theme: 'dark', whole: true },
  { language: 'en', theme: 'light' },
];

/** Screens in three parts, each on a file of its own. */
export const variants = [
  { name: 'first run, board, lists', part: /^(board|card|lost|quick|all|list|filter|display)/ },
  { name: 'records, files', part: /^(record|file|new|shortcuts)/ },
  { name: 'settings, import', part: /^(settings|import)/ },
];

export async function run(context) {
  const app = await App.open(context, { lang: 'en' });
  const look = (name) => check(app, name);
  const { part } = context.variant;
  const faults = part.test('board') ? await firstRun(app, look) : [];
  await app.create({ sample: true });
  await app.save('lead', { name: 'Grace Hopper' });
  faults.push(...(await visitAll(app, look, ({ name }) => part.test(name))));
  if (faults.length > 0) throw new Error(`${faults.length} violations\n${faults.join('\n')}`);
}

/** The three steps, which need no file. */
async function firstRun(app, look) {
  const faults = await look('first-run-1');
  await app.button('Next', '下一步').click();
  faults.push(...(await look('first-run-2')));
  await app.button('Create the file', '新建文件').click();
  await app.text('Drag your customer table here', '把你的客户表拖进来').waitFor();
  faults.push(...(await look('first-run-3')));
  await app.button(/^Start empty/, /^空白开始/).click();
  return faults;
}

/** What Axe finds on what is shown, in every look. */
async function check(app, name) {
  // The page allows no inline script; the debugger is none.
  if (!(await app.page.evaluate(() => 'axe' in window))) await app.page.evaluate(axe);
  const faults = [];
  for (const { whole, ...look } of LOOKS) {
    await app.prefer(look);
    const found = await app.page.evaluate(violations, whole === true);
    faults.push(...found.map((text) => `${name} ${look.language} ${look.theme}: ${text}`));
  }
  return faults;
}

/** Runs in the page. */
async function violations(whole) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const rules = ['color-contrast', 'target-size'];
  const runOnly = whole ? { type: 'tag', values: tags } : { type: 'rule', values: rules };
  const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
  const say = (id, { html, any, all, none }) =>
    `${id}: ${html.slice(0, 200)} ${[...any, ...all, ...none][0]?.message ?? ''}`;
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => say(id, node)));
}
