import { App, languages, paths } from './kit/app.mjs';
import { Board } from './kit/board.mjs';

export const name = 'an opportunity is made with one field, worked on its page, and undone';
export const variants = languages;

export async function run(context) {
  const app = await App.fresh(context, { sample: true });
  await new Board(app).open();
  for (const step of [oneField, allFields, fieldErrors, page, timeline, relations, deleted, walk]) {
    await step(app, context);
    await app.hush();
  }
}

const title = (app) => app.say('Crane refit', '行车改造');

/** C, a title, Enter. */
async function oneField(app, { expect }) {
  const { count } = await app.list('opportunity');
  await app.press('c');
  await app.dialog().waitFor();
  await app.type(title(app));
  await app.press('Enter');
  await app.told(`Created ${title(app)}`, `已新建「${title(app)}」`);
  expect((await app.list('opportunity')).count, 'opportunities').toBe(count + 1);
  const made = await app.record('opportunity', title(app));
  expect(made.values.stage.title, 'stage').toBe(app.say('New', '新商机'));
}

/** The whole form by kinds: text, link, money, date in words, member, choice. */
async function allFields(app, { expect }) {
  const { page } = app;
  await app.press('c');
  await app.dialog().waitFor();
  await app.type(app.say('Press line', '冲压线'));
  await app.button('All fields', '全部字段').click();
  const field = (en, zh) => app.dialog().getByLabel(app.say(en, zh), { exact: true }).first();
  const accounts = await app.list('account', { rows: 1 });
  await field('Account', '客户').fill(accounts.rows[0].title);
  await app.option(accounts.rows[0].title);
  await field('Amount', '金额').fill(app.say('128k', '12.8万'));
  await page.getByText(app.say('$128,000.00', '¥128,000.00')).first().waitFor();
  await field('Expected close date', '预计成交日期').fill(app.say('next friday', '下周五'));
  await page.locator('button:has(kbd)').filter({ hasText: /\d/ }).first().waitFor();
  await field('Next step', '下一步').fill(app.say('Send the quote', '发报价'));
  await app.press('Control+Enter');
  await page.getByRole('heading', { name: app.say('Press line', '冲压线') }).waitFor();
  const made = await app.record('opportunity', app.say('Press line', '冲压线'));
  expect(made.values.amount.amount, 'amount').toBe('128000.00');
  expect(made.values.account.id, 'account').toBe(accounts.rows[0].id);
  expect(made.values.expected_close, 'a date in words').toMatch(/^\d{4}-\d\d-\d\d$/);
}

/** What is missing or wrong is said under its field, and the focus goes there. */
async function fieldErrors(app, { expect }) {
  await new Board(app).open();
  await app.press('c');
  await app.dialog().waitFor();
  await app.press('Enter');
  await app
    .dialog()
    .getByText(app.say(/needed|required/i, /请填写|必填/))
    .first()
    .waitFor();
  const focused = () => app.page.evaluate(() => document.activeElement?.labels?.[0]?.textContent);
  await expect.soon(focused, 'focus').toContain(app.say('Name', '名称'));
  await app.press('Escape');
  await app.dialog().waitFor({ state: 'detached' });
}

/** Fields are edited where they stand: text, money, tags; the path moves it. */
async function page(app, { expect }) {
  const { id } = await app.record('opportunity', title(app));
  await app.go(paths.record('opportunity', id));
  await app.page.getByRole('heading', { name: title(app) }).waitFor();
  const stored = async (key) => (await app.call('Records', 'Get', 'opportunity', id)).values[key];

  await app.button(title(app), title(app), { exact: true }).click();
  await app.press('Control+a');
  await app.type(app.say('Crane refit II', '行车改造二期'));
  await app.press('Enter');
  await expect.soon(() => stored('name'), 'name').toBe(app.say('Crane refit II', '行车改造二期'));
  await app.press('Control+z');
  await expect.soon(() => stored('name'), 'name after undo').toBe(title(app));

  await app.page
    .getByRole('list', { name: app.say('Facts', '要点') })
    .getByText(app.say('Amount', '金额'))
    .click();
  await app.dialog().getByRole('textbox').first().fill('64000');
  await app.press('Enter');
  await expect.soon(async () => (await stored('amount'))?.amount, 'amount').toBe('64000.00');

  await app.page.getByTitle(app.say('Move to Contacted', '移到「初步接洽」')).click();
  await expect
    .soon(async () => (await stored('stage')).title)
    .toBe(app.say('Contacted', '初步接洽'));
  await app.press(']');
  await app.dialog().getByLabel(app.say('Need', '客户需求')).fill(app.say('Lift more', '吊得更重'));
  await app
    .dialog()
    .getByRole('button', { name: app.say('Save', '保存') })
    .click();
  await expect
    .soon(async () => (await stored('stage')).title)
    .toBe(app.say('Qualified', '需求确认'));
}

/** A note and a call, the history, and undo of one entry. */
async function timeline(app, { expect }) {
  const { page } = app;
  const box = page.getByPlaceholder(app.say('What happened?', '写下这次沟通……'));
  await app.press('l');
  await app.type(app.say('They want a second crane', '客户还要一台'));
  await app.press('Control+Enter');
  await page
    .locator('li')
    .filter({ hasText: app.say('They want a second crane', '客户还要一台') })
    .first()
    .waitFor();
  await app.button('Call', '电话', { exact: true }).first().click();
  await box.fill(app.say('Called about the date', '电话确认日期'));
  await app.press('Control+Enter');
  await page
    .locator('li')
    .filter({ hasText: app.say('Called about the date', '电话确认日期') })
    .first()
    .waitFor();
  expect(await box.inputValue(), 'the box after saving').toBe('');

  await app.button('Changes', '变更', { exact: true }).click();
  const move = page
    .locator('section li')
    .filter({ hasText: app.say('Lift more', '吊得更重') })
    .first();
  await move.hover();
  await move.getByRole('button', { name: app.say(/^Undo/, /^撤销/) }).click();
  const { id } = await app.record('opportunity', title(app));
  const stage = async () =>
    (await app.call('Records', 'Get', 'opportunity', id)).values.stage.title;
  await expect.soon(stage, 'the stage before the move').toBe(app.say('Contacted', '初步接洽'));
  await app.button('All', '全部', { exact: true }).click();
}

/** A product from the right pane belongs to the record; a task is completed on its page. */
async function relations(app, { expect }) {
  const { page } = app;
  const { id } = await app.record('opportunity', title(app));
  const pane = page.getByRole('complementary', { name: app.say('Related', '关联') });
  await pane.getByRole('button', { name: app.say('New in Products', '新建产品') }).click();
  await app.dialog().waitFor();
  const product = app.say('Servo kit', '伺服套件');
  await app.type(product);
  await app.dialog().getByLabel(app.say('Product', '产品'), { exact: true }).fill(product);
  await app.option(product);
  await app
    .dialog()
    .getByRole('button', { name: app.say('Save', '保存'), exact: true })
    .click();
  await pane.getByText(product).waitFor();

  const task = app.say('Measure the hall', '量厂房');
  await app.save('task', { title: task, opportunity: { id, type: 'opportunity' } });
  await page
    .locator('li')
    .filter({ hasText: task })
    .getByRole('button', { name: app.say('Done', '完成') })
    .click();
  await app.told(`Completed ${task}`, `已完成「${task}」`);
  const done = await app.record('task', task);
  expect(done.values.opportunity.title, 'what the task is about').toBe(title(app));
}

async function deleted(app, { expect }) {
  const { count } = await app.list('opportunity');
  await app.button('Delete', '删除', { exact: true }).click();
  await app.told(`Deleted ${title(app)}`, `已删除「${title(app)}」`);
  await expect.soon(async () => (await app.list('opportunity')).count).toBe(count - 1);
  await app
    .messages()
    .getByRole('button', { name: app.say('Undo', '撤销') })
    .first()
    .click();
  await expect.soon(async () => (await app.list('opportunity')).count, 'after undo').toBe(count);
}

/** Next and previous follow the list that the record was opened from. */
async function walk(app, { expect }) {
  const { page } = app;
  await app.go(paths.list('contact'));
  await page.locator('.ag-row[row-index="1"]').first().waitFor();
  await app.calm(); // rows that are still being drawn take no second click
  await page.locator('.ag-row[row-index="1"] [col-id="name"]').dblclick();
  await page.getByText(app.say(/^2 of 12$/, /^第 2 \/ 12 条$/)).waitFor();
  const heading = () => page.locator('h1').first().textContent();
  const second = await heading();
  await app.press('j');
  await page.getByText(app.say(/^3 of 12$/, /^第 3 \/ 12 条$/)).waitFor();
  await app.button('Previous', '上一条').click();
  await page.getByText(app.say(/^2 of 12$/, /^第 2 \/ 12 条$/)).waitFor();
  await expect.soon(heading, 'the record before').toBe(second);
  await app.button(/^Back to/, /^返回/).click();
  await app.at(paths.list('contact'));
}
