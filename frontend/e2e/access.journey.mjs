import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { App } from './kit/app.mjs';
import { screens } from './kit/screens.mjs';

export const name = 'Axe finds nothing on any screen, in both themes and languages';
export const timeout = 420;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Languages and themes; the page changes live, so each screen is shown once. */
const LOOKS = [
  { language: 'zh-CN', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' },
  { language: 'en', theme: 'dark' },
  { language: 'en', theme: 'light' },
];

export async function run(context) {
  const faults = [];
  const app = await App.open(context, { lang: 'en' });
  await firstRun(app, faults);
  await app.create({ sample: true });
  await app.save('lead', { name: 'Grace Hopper' });
  for (const screen of screens) {
    await screen.open(app);
    for (const look of LOOKS) await check(app, screen.name, look, faults);
    await screen.close?.(app);
  }
  if (faults.length > 0) throw new Error(`${faults.length} violations\n${faults.join('\n')}`);
}

/** The three steps, which need no file. */
async function firstRun(app, faults) {
  for (const look of LOOKS) await check(app, 'first-run-1', look, faults);
  await app.button('Next', '下一步').click();
  for (const look of LOOKS) await check(app, 'first-run-2', look, faults);
  await app.button('Create the file', '新建文件').click();
  await app.text('Drag your customer table here', '把你的客户表拖进来').waitFor();
  for (const look of LOOKS) await check(app, 'first-run-3', look, faults);
  await app.button(/^Start empty/, /^空白开始/).click();
}

async function check(app, name, look, faults) {
  await app.prefer(look);
  // The page allows no script of another origin or inline; the debugger is none.
  if (!(await app.page.evaluate(() => 'axe' in window))) await app.page.evaluate(axe);
  const found = await app.page.evaluate(
    async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const result = await window.axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
      });
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
      );
    },
  );
  faults.push(...found.map((text) => `${name} ${look.language} ${look.theme}  ${text}`));
}
