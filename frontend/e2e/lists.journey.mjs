import { App, languages } from './kit/app.mjs';
import { List } from './kit/list.mjs';
import { TYPES } from './kit/screens.mjs';

export const name = 'lists filter, sort, group, keep their columns, and save views';
export const variants = languages;

export async function run(context) {
  const app = await App.fresh(context, { sample: true });
  await app.save('lead', { name: 'Grace Hopper', phone: '13800138000' });
  const list = new List(app);
  await every(app, list, context);
  for (const step of [
    find,
    conditions,
    groups,
    sorting,
    columns,
    density,
    views,
    copying,
    deleting,
  ]) {
    await list.open('contact');
    await step(app, list, context);
    await app.hush();
  }
}

/** Every type of the sidebar, reached by it, shows what the core counts. */
async function every(app, list, { expect }) {
  const { page } = app;
  const types = await app.call('Schema', 'Types');
  for (const key of TYPES) {
    const { plural } = types.find((type) => type.key === key);
    await page
      .getByRole('navigation')
      .first()
      .getByText(app.say(plural.en, plural.zh), { exact: true })
      .click();
    if (key === 'opportunity') await app.text('Table', '表格', { exact: true }).click();
    await app.at(`/list/${key}`);
    const { count } = await app.list(key);
    await expect.soon(() => list.count(), key).toBe(count);
    await list.head('#check').waitFor();
    expect(await page.locator('.ag-row').count(), `rows of ${key}`).toBeAtLeast(1);
  }
}

/** "/" and any text, pinyin or digits; Esc empties it. */
async function find(app, list, { expect }) {
  const { rows } = await app.list('contact', { rows: 12 });
  const [known] = rows;
  await app.save('contact', { name: '钱多多' });
  await app.press('/');
  await app.type('qianduoduo');
  await expect.soon(() => list.count(), 'found by pinyin').toBe(1);
  await list.cell(0, 'name').getByText('钱多多').waitFor();
  await app.press('Escape');
  await expect.soon(() => list.count(), 'all again').toBe(13);
  await app.type(known.values.mobile.replace(/\D/g, ''));
  await expect.soon(() => list.count(), 'found by digits').toBe(1);
  await app.press('Escape');
  await app.type('zzz');
  await app.text('No contacts match', '没有符合条件的联系人').waitFor();
  await app.button('Clear filters', '清除筛选').click();
  await expect.soon(() => list.count(), 'cleared').toBe(13);
}

/** A chip, a relative date, and a group of "any" in the builder. */
async function conditions(app, list, { expect }) {
  const { page } = app;
  await list.open('opportunity');
  const all = await list.count();
  await list.addCondition(app.say('Stage', '阶段'), '', () =>
    app.option(app.say('Won', '赢单'), { exact: true }),
  );
  const { count: won } = await app.list('opportunity', {
    where: { op: 'eq', field: 'status', value: 2 },
  });
  await expect.soon(() => list.count(), 'won').toBe(won);
  await list.clearConditions();
  await expect.soon(() => list.count(), 'all').toBe(all);

  await list.addCondition(
    app.say('Expected close date', '预计成交日期'),
    app.say('in the period', '在'),
    async () => {
      await page.getByRole('combobox', { name: app.say('Period', '时段') }).click();
      await page.getByRole('option', { name: app.say('next 30 days', '未来 30 天') }).click();
    },
  );
  const within = { op: 'within', field: 'expected_close', value: 'next 30 days' };
  const soon = await app.list('opportunity', { where: within });
  await expect.soon(() => list.count(), 'next 30 days').toBe(soon.count);
  await list.clearConditions();
  await anyOf(app, list, expect);
}

async function anyOf(app, list, expect) {
  const { page } = app;
  await app.button('Condition', '条件', { exact: true }).click();
  await app.button(/^All conditions/, /^全部条件/).click();
  await page.getByText(app.say('Any holds', '任一满足')).click();
  for (const stage of [
    ['New', '新商机'],
    ['Contacted', '初步接洽'],
  ]) {
    await app.button('Add a condition', '添加条件', { exact: true }).click();
    await page
      .getByRole('combobox', { name: app.say('Field', '字段') })
      .last()
      .fill(app.say('Name', '名称'));
    await page
      .getByRole('option', { name: app.say('Name', '名称'), exact: true })
      .last()
      .click();
    const { rows } = await app.list('opportunity', { rows: 12 });
    const found = rows.find((row) => row.values.stage.title === app.say(...stage));
    await page.locator('[class*="_test_"] input[aria-label]').last().fill(found.title);
  }
  await app.button('Done', '完成').click();
  await expect.soon(() => list.count(), 'either of two').toBe(2);
  await app.page.getByText(app.say('or', '或'), { exact: true }).first().waitFor();
  await list.clearConditions();
}

/** Groups open and close, with their sums. */
async function groups(app, list, { expect }) {
  await list.open('opportunity');
  await list.groupBy(app.say('Stage', '阶段'));
  const head = list.group(app.say('New', '新商机'));
  await head.waitFor();
  const rows = () => app.page.locator('.ag-row .ag-cell[col-id="name"]').count();
  const closed = await rows();
  await head.getByRole('button').click();
  await expect.soon(rows, 'rows in the open group').toBe(closed + 2);
  await head.getByRole('button').click();
  await expect.soon(rows, 'rows in the closed group').toBe(closed);
  await list.groupBy('');
  await expect.soon(rows).toBeAtLeast(10);
}

/** A press on a head sorts up, down, and not at all; the footer adds up. */
async function sorting(app, list, { expect }) {
  await list.open('opportunity');
  const { sums } = await app.list('opportunity', { sums: ['amount'] });
  const shown = Number((await list.sum('amount')).replace(/[^\d.]/g, ''));
  expect(shown, 'the sum of amounts').toBe(Number(sums.amount.amount));
  const first = async (key, desc) => {
    const { rows } = await app.list('opportunity', { rows: 1, sort: [{ field: key, desc }] });
    return rows[0].title;
  };
  await list.head('amount').click();
  await expect
    .soon(async () => (await list.titles())[0], 'smallest')
    .toBe(await first('amount', false));
  await list.head('amount').click();
  await expect
    .soon(async () => (await list.titles())[0], 'greatest')
    .toBe(await first('amount', true));
  expect(await list.head('amount').getAttribute('aria-sort')).toBe('descending');
  await list.head('amount').click();
}

/** Off, on, in another order, wider; kept over a restart of the page. */
async function columns(app, list, { expect }) {
  const { page } = app;
  const before = await list.columns();
  const second = await list.head(before[1]).textContent();
  await list.display();
  await page.getByRole('checkbox', { name: second.trim(), exact: true }).uncheck();
  await expect
    .soon(() => list.columns(), 'one column less')
    .toEqual(before.filter((c) => c !== before[1]));
  await page.getByRole('checkbox', { name: second.trim(), exact: true }).check();
  const third = (await list.head(before[2]).textContent()).trim();
  await page.getByRole('button', { name: app.say(`Move ${third}`, `移动 ${third}`) }).focus();
  await app.press('Space');
  await app.calm();
  await app.press('ArrowUp');
  await app.calm();
  await app.press('Space');
  await app.calm();
  await app.press('Escape');
  const order = await list.columns();
  expect(order.length, 'columns').toBe(before.length);
  expect(order.indexOf(before[2]), 'the moved column').toBe(1);
  const head = await list.head(order[1]).boundingBox();
  await page.mouse.move(head.x + head.width - 1, head.y + 10);
  await page.mouse.down();
  await page.mouse.move(head.x + head.width + 59, head.y + 10, { steps: 5 });
  await page.mouse.up();
  const width = async () => Math.round((await list.head(order[1]).boundingBox()).width);
  await expect.soon(width, 'a wider column').toBeAtLeast(Math.round(head.width) + 50);
  const wide = await width();
  await expect
    .soon(async () => JSON.stringify(await app.call('Views', 'List', 'contact')), 'the look')
    .toContain(`:${wide}`);
  await page.reload();
  await list.head(order[1]).waitFor();
  await expect.soon(() => list.columns(), 'the order after a reload').toEqual(order);
  await expect.soon(width, 'the width after a reload').toBe(wide);
}

async function density(app, list, { expect }) {
  await list.display();
  for (const [en, zh, px] of [
    ['Compact', '紧凑', 28],
    ['Comfortable', '宽松', 44],
    ['Standard', '标准', 36],
  ]) {
    await app.page.getByText(app.say(en, zh), { exact: true }).click();
    await expect.soon(() => list.rowHeight(), en).toBe(px);
  }
  await app.press('Escape');
}

/** Saved, changed, updated, renamed, copied, ordered, deleted. */
async function views(app, list, { expect }) {
  const { page } = app;
  const tabs = page.getByRole('navigation', { name: app.say('View', '视图') });
  const tab = (name) => tabs.getByRole('button', { name, exact: true });
  const named = async (name) => {
    await app.field('Name of the view', '视图名称').fill(name);
    await app.press('Enter');
  };
  await list.addCondition(app.say('Account', '客户'), app.say('is filled', '不为空'));
  await app.text('View changed', '视图已更改').waitFor();
  await tabs.locator('[class*=_dot_]').waitFor();
  await app.button('Save as', '另存', { exact: true }).click();
  await named(app.say('With account', '有客户'));
  await tab(app.say('With account', '有客户')).waitFor();
  const with1 = await list.count();

  await list.addCondition(app.say('Mobile', '手机'), app.say('is empty', '为空'));
  await tabs.locator('[class*=_dot_]').waitFor();
  await app.button('Update view', '更新视图').click();
  await tabs.locator('[class*=_dot_]').waitFor({ state: 'detached' });
  await tab(app.say('All', '全部')).or(tabs.getByRole('button').first()).first().click();
  await expect.soon(() => list.count(), 'all').toBeAtLeast(with1);

  await tab(app.say('With account', '有客户')).click();
  await tab(app.say('With account', '有客户')).click();
  await app.choose('Rename', '重命名');
  await named(app.say('Mine', '我的'));
  await tab(app.say('Mine', '我的')).click();
  await app.choose('Duplicate', '创建副本');
  const copy = app.say('Mine copy', '我的 副本');
  await tab(copy).waitFor();
  await tab(copy).click({ button: 'right' });
  await app.choose('Move left', '左移');
  const names = () => tabs.getByRole('button').allTextContents();
  await expect.soon(async () => (await names())[1].trim(), 'the first view').toBe(copy);
  await tab(copy).click({ button: 'right' });
  await app.choose('Delete view', '删除视图');
  await tab(copy).waitFor({ state: 'detached' });
  await tabs.getByRole('button').first().click();
}

/** Ticked rows as text for Excel. */
async function copying(app, list, { expect }) {
  const { page } = app;
  for (const row of [0, 1]) await page.locator(`.ag-row[row-index="${row}"] .rg-check`).click();
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: app.say('Copy', '复制') })
    .click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  const titles = await list.titles();
  await expect.soon(read, 'the clipboard').toContain(titles[0]);
  const lines = (await read()).trimEnd().split(/\r?\n/);
  expect(lines.length, 'lines').toBe(2);
  expect(lines[0].split('\t').length, 'cells of a line').toBe((await list.columns()).length);
  await app.button('Clear selection', '取消选择').click();
}

async function deleting(app, list, { expect }) {
  const before = await list.count();
  for (const row of [0, 2]) await app.page.locator(`.ag-row[row-index="${row}"] .rg-check`).click();
  await app.page
    .getByRole('toolbar')
    .getByRole('button', { name: app.say('Delete', '删除') })
    .click();
  await expect.soon(() => list.count(), 'after deleting two').toBe(before - 2);
  await app
    .messages()
    .getByRole('button', { name: app.say('Undo', '撤销') })
    .click();
  await expect.soon(() => list.count(), 'after undo').toBe(before);
  await app.page.locator('.ag-row[row-index="0"] [col-id="name"]').click({ button: 'right' });
  await app.choose('Delete', '删除');
  await expect.soon(() => list.count(), 'after deleting one').toBe(before - 1);
  await app.press('Control+z');
  await expect.soon(() => list.count(), 'after undo by key').toBe(before);
}
