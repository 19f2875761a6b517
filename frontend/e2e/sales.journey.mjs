import { join } from 'node:path';
import { App, languages, paths } from './kit/app.mjs';
import { Importing } from './kit/importing.mjs';
import { List } from './kit/list.mjs';

export const name = 'a reseller’s spreadsheets come in from the first run, in one sitting';
export const timeout = 300;

/** What the real files hold; those that are generated say it themselves. */
const REAL = {
  accounts: 85,
  products: 7,
  agents: 35,
  managers: 6,
  opportunities: 8800,
  won: 4238,
  wonValue: 10_005_534,
  lost: 2473,
  engaging: 1589,
  prospecting: 500,
  withoutAccount: 1425,
};

export const variants = languages.flatMap(({ name, lang }) => [
  { name: `generated, ${name}`, lang, real: false },
  { name: `real, ${name}`, lang, real: true },
]);

export function needs({ data, variant }) {
  if (variant.real && !data) return 'the real spreadsheets are not here (DEALBOX_DATA)';
}

/** The folder of the four files and what they hold. */
async function source({ data, variant, dealbox, path }) {
  if (variant.real) return { folder: join(data, 'sales'), totals: REAL };
  const folder = path('sheets');
  const made = await dealbox('generate', '--sheets', folder, '--opportunities', '2000', '--json');
  return { folder: join(folder, 'sales'), totals: made.json };
}

export async function run(context) {
  const { expect } = context;
  const { folder, totals } = await source(context);
  const app = await App.open(context);
  const path = (file) => join(folder, file);
  await firstRun(app, context);
  await bringIn(app, path, totals, expect);
  await lists(app, totals, expect);
  await board(app, totals, expect);
  await again(app, path, totals, expect);
}

/** Language, name and currency; a name for the file and a folder; then the data. */
async function firstRun(app, { expect, path }) {
  const { page } = app;
  await app.text('Welcome to Dealbox', '欢迎使用商机匣').waitFor();
  await page.getByText(app.say('中文', 'English'), { exact: true }).click();
  await page.getByText(app.say('欢迎使用商机匣', 'Welcome to Dealbox')).waitFor();
  await page.getByText(app.say('English', '中文'), { exact: true }).click();
  await app.field('Your name', '你的姓名').fill(app.say('Zoe Fields', '张宇'));
  const currency = page.getByRole('combobox', { name: app.say('Base currency', '本位币') });
  await expect.soon(() => currency.inputValue()).toContain(app.say('USD', 'CNY'));
  await app.button('Next', '下一步').click();

  const file = path(`documents/${app.say('Reseller', '经销商')}.dealbox`);
  await app.button('Change…', '更改…').click();
  await app.field('Path', '路径').fill(file);
  await app.button('Choose', '选定').click();
  await app.text(file, file).first().waitFor();
  await app.button('Create the file', '新建文件').click();
  await app.text('Drag your customer table here', '把你的客户表拖进来').waitFor();
}

/** Accounts by the file dialog, the rest dropped together; every proposal is accepted. */
async function bringIn(app, path, totals, expect) {
  const { page } = app;
  const importing = new Importing(app);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    app.button('Choose a file…', '选择文件…').click(),
  ]);
  await chooser.setFiles(path('accounts.csv'));
  await importing.ready('accounts.csv');
  await importing.type().getByText(app.say('Accounts', '客户')).waitFor();
  expect(await importing.run(), 'accounts').toEqual({ created: totals.accounts });

  await importing.drop(path('products.csv'), path('sales_teams.csv'), path('sales_pipeline.csv'));
  await importing.ready('products.csv');
  await app.text('2 more files', '还有 2 个文件').waitFor();
  expect(await importing.run(), 'products').toEqual({ created: totals.products });
  await app.button('Next: sales_teams.csv', '下一个：sales_teams.csv').click();
  await importing.ready('sales_teams.csv');
  await importing.type().getByText(app.say('Members', '成员')).waitFor();
  const agents = await importing.run();
  expect(agents.created, 'agents').toBe(totals.agents);
  await app.button('Next: sales_pipeline.csv', '下一个：sales_pipeline.csv').click();
  await importing.ready('sales_pipeline.csv');
  await pipeline(app, importing, totals, expect);
}

async function pipeline(app, importing, totals, expect) {
  const { page } = app;
  await importing.type().getByText(app.say('Opportunities', '商机')).waitFor();
  await page.getByText(app.say('day-month-year', '日-月-年')).first().waitFor();
  const reason = page.getByRole('combobox', { name: app.say('Lost reason', '输单原因') });
  await expect
    .soon(() => reason.inputValue(), 'a lost reason is asked for')
    .toBe(app.say('Not given (imported)', '未说明（导入）'));
  const counts = await importing.run();
  expect(counts, 'opportunities').toEqual({ created: totals.opportunities });
  await page.getByText(app.say(/lost rows without a reason/, /行输单没有原因/)).waitFor();
  await app.button('Show opportunities', '查看商机').click();
  await app.at(paths.board);
}

const AMOUNT = (n) => n.toLocaleString('en', { minimumFractionDigits: 2 });

async function lists(app, totals, expect) {
  const list = new List(app);
  // The pipeline writes a product in another way: had it not been found, there were one more.
  const counts = [
    ['account', totals.accounts],
    ['product', totals.products],
    ['member', totals.agents + totals.managers + 1],
  ];
  for (const [type, count] of counts) {
    await list.open(type);
    await expect.soon(() => list.count(), type).toBe(count);
  }
  await list.open('opportunity');
  await expect.soon(() => list.count(), 'opportunities').toBe(totals.opportunities);
  await list.groupBy(app.say('Stage', '阶段'));
  const won = list.group(app.say('Won', '赢单'));
  await won.waitFor();
  expect(await won.textContent(), 'won').toContain(totals.won.toLocaleString('en'));
  expect(await won.textContent(), 'won in all').toContain(AMOUNT(totals.wonValue));
  const shown = { Lost: totals.lost, Contacted: totals.engaging, New: totals.prospecting };
  const words = { Lost: '输单', Contacted: '初步接洽', New: '新商机' };
  for (const [stage, count] of Object.entries(shown)) {
    const head = list.group(app.say(stage, words[stage]));
    expect(await head.textContent(), stage).toContain(count.toLocaleString('en'));
  }
  await list.groupBy('');
  await list.addCondition(app.say('Account', '客户'), app.say('is empty', '为空'));
  await expect.soon(() => list.count(), 'without an account').toBe(totals.withoutAccount);
  await list.clearConditions();
  await ofOneAccount(app, list, expect);
}

/** An account's page shows some of its opportunities and leads to all of them. */
async function ofOneAccount(app, list, expect) {
  const [{ id }] = (await app.list('account', { rows: 1 })).rows;
  const where = { op: 'in', field: 'account', value: [id] };
  const { count } = await app.list('opportunity', { where });
  await app.go(paths.record('account', id));
  await app.button(/^[\d,]+ more$/, /^还有 [\d,]+ 个$/).click();
  await expect.soon(() => list.count(), 'opportunities of an account').toBe(count);
  await list.clearConditions();
}

async function board(app, totals, expect) {
  await app.go(paths.board);
  const stages = await app.stages();
  const counts = { New: totals.prospecting, Contacted: totals.engaging };
  for (const [stage, count] of Object.entries(counts)) {
    const head = app.page.locator(`[data-stage="${stages[stage].id}"] header`);
    await head.getByText(count.toLocaleString('en'), { exact: true }).waitFor();
  }
  const open = (totals.prospecting + totals.engaging).toLocaleString('en');
  await app
    .text(new RegExp(`${open} open`), new RegExp(`进行中 ${open}`))
    .first()
    .waitFor();
  const cards = await app.page.locator('[data-card]').count();
  expect(cards, 'cards in the page').toBeAtMost(100);
}

/** The same file once more changes nothing. */
async function again(app, path, totals, expect) {
  const importing = new Importing(app);
  const size = await app.call('Files', 'State').then(({ file }) => file.counts);
  await importing.choose(path('sales_pipeline.csv'));
  await importing.page.getByText('sales_pipeline.csv', { exact: true }).first().waitFor();
  await importing.settled();
  if (await importing.go().isVisible()) {
    const counts = await importing.run();
    expect(counts.created ?? 0, 'created the second time').toBe(0);
  }
  const now = await app.call('Files', 'State').then(({ file }) => file.counts);
  expect(now, 'records after the second time').toEqual(size);
  const { count } = await app.list('opportunity');
  expect(count, 'opportunities after the second time').toBe(totals.opportunities);
}
