import { App, languages, paths } from './kit/app.mjs';
import { Board } from './kit/board.mjs';
import { List } from './kit/list.mjs';
import { SECTIONS } from './kit/screens.mjs';

export const name = 'every section of the settings does what it says, and it lasts';
export const timeout = 240;
export const variants = languages;

export async function run(context) {
  let app = await App.fresh(context, { sample: true });
  for (const step of [
    search,
    me,
    appearance,
    keys,
    currency,
    pipeline,
    reasons,
    choices,
    fields,
    teams,
    file,
    about,
  ]) {
    await step(app, context);
    await app.hush();
  }
  app = await restarted(app, context);
  await lasting(app, context);
}

const section = async (app, id) => {
  await app.go(paths.settings(id));
  await app.page.locator('main h1').waitFor();
};

/** Every section is in the list, and is found by what is in it. */
async function search(app, { expect }) {
  await section(app, 'me');
  const nav = app.page.getByRole('navigation', { name: app.say('Settings', '设置') });
  expect(await nav.getByRole('link').count(), 'sections').toBe(SECTIONS.length);
  await app.field('Search settings', '搜索设置').fill(app.say('rates', '汇率'));
  await app.press('Enter');
  await app.at(paths.settings('currency'));
  await app.press('Escape');
}

/** Another member; the other language, live, and back. */
async function me(app, { expect }) {
  await section(app, 'me');
  const { rows } = await app.list('member', { rows: 5 });
  const now = (await app.call('Files', 'State')).file.me.id;
  const other = rows.find(({ id }) => id !== now);
  await app.field('I am', '我是').fill(other.title);
  await app.option(other.title);
  await expect.soon(async () => (await app.call('Files', 'State')).file.me.id, 'me').toBe(other.id);
  await app.page.getByText(app.say('中文', 'English'), { exact: true }).click();
  await app.page.getByRole('heading', { name: app.say('设置', 'Settings') }).waitFor();
  expect(await app.page.evaluate(() => document.documentElement.lang)).toBe(app.say('zh-CN', 'en'));
  await app.page.getByText(app.say('English', '中文'), { exact: true }).click();
  await app.page.getByRole('heading', { name: app.say('Settings', '设置') }).waitFor();
}

async function appearance(app, { expect }) {
  await section(app, 'appearance');
  const scheme = () => app.page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  await app.text('Dark', '深色', { exact: true }).click();
  await expect.soon(scheme, 'scheme').toBe('dark');
  await app.press('Control+Shift+L');
  await expect.soon(scheme, 'scheme by key').toBe('light');
  await app.text('Compact', '紧凑', { exact: true }).click();
  const list = new List(app);
  await list.open('contact');
  await expect.soon(() => list.rowHeight(), 'rows').toBe(28);
}

/** Letters off: C makes nothing; on again it does. */
async function keys(app, { expect }) {
  await section(app, 'keys');
  const letters = app.page.getByRole('switch', {
    name: app.say('Single-letter keys', '单字母快捷键'),
  });
  await letters.click({ force: true });
  await expect.soon(async () => (await app.call('Settings', 'Preferences')).letters).toBe(false);
  await app.page.locator('main h1').click();
  await app.press('c');
  await app.calm();
  expect(await app.dialog().count(), 'dialogs by a letter that is off').toBe(0);
  await letters.click({ force: true });
  await expect.soon(async () => (await app.call('Settings', 'Preferences')).letters).toBe(true);
  await app.button('Show', '查看', { exact: true }).click();
  await app.dialog().waitFor();
  await app.press('Escape');
}

/** A deal in another currency is left out and named until there is a rate. */
async function currency(app, { expect }) {
  const base = (await app.call('Settings', 'Setup')).base;
  const foreign = base === 'USD' ? 'EUR' : 'USD';
  const sum = async () =>
    (await app.call('Board', 'Open', { pipeline: '', text: '', sort: [] })).sum;
  const before = await sum();
  await app.save('opportunity', { name: 'Foreign', amount: { amount: '1000', currency: foreign } });
  expect((await sum()).missing, 'without a rate').toBe(1);
  const board = new Board(app);
  await board.open();
  await app
    .text(/1 without a rate/, /1 条缺汇率/)
    .first()
    .waitFor();
  await section(app, 'currency');
  await app.button('Add a rate', '添加汇率').click();
  const form = app.page.locator('main form');
  for (const [n, text] of [foreign, '2020-01-01', '7.2'].entries()) {
    await form.locator('input').nth(n).fill(text);
  }
  await app.calm();
  await app.press('Enter');
  await expect.soon(async () => (await app.list('rate')).count, 'rates').toBe(1);
  const after = await sum();
  expect(after.missing, 'all have a rate').toBe(0);
  expect(Number(after.amount) - Number(before.amount), 'the sum grew by').toBe(7200);
}

/** A stage is renamed, gets odds and a criterion; a new one is added; order is kept. */
async function pipeline(app, { expect }) {
  await section(app, 'pipeline');
  const panel = app.page.getByRole('complementary').last();
  const stages = app.page.locator('main li button[aria-pressed]');
  await stages.filter({ hasText: app.say('Contacted', '初步接洽') }).click();
  await panel.getByText(app.say('Contacted', '初步接洽')).first().waitFor();
  await panel.getByLabel(app.say('Win probability', '赢率')).fill('25');
  await app.press('Enter');
  await panel.getByLabel(app.say('English name', '英文名')).fill('First talk');
  await app.press('Enter');
  const stage = async (en) => (await app.stages())[en];
  await expect.soon(async () => (await stage('First talk'))?.probability, 'odds').toMatch(/^25/);
  await panel.getByRole('button', { name: app.say('Add a condition', '添加条件') }).click();
  await app.choose('Competitors', '竞争对手');
  await expect
    .soon(async () => (await stage('First talk')).criteria.join(), 'criteria')
    .toContain('competitor');
  await app.button('Add a stage', '添加阶段').click();
  await expect.soon(async () => Object.keys(await app.stages()).length, 'stages').toBe(11);
  await panel.getByLabel(app.say('English name', '英文名')).fill('Pilot');
  await app.press('Enter');
  await expect.soon(() => stage('Pilot'), 'the new stage').toBeTruthy();
  const grip = app.button('Move “Proposal”', '移动「方案报价」');
  await grip.focus();
  await app.press('Space');
  await app.calm();
  await app.press('ArrowUp');
  await app.calm();
  await app.press('Space');
  const order = async () => Object.keys(await app.stages()).indexOf('Proposal');
  await expect.soon(order, 'place of Proposal').toBe(2);
}

async function reasons(app, { expect }) {
  await section(app, 'reasons');
  await app.button('Add a reason', '添加原因').click();
  const form = app.page.locator('main form');
  await form.getByRole('textbox').first().fill('汇率变动');
  await form.getByRole('textbox').nth(1).fill('Currency moved');
  await app.press('Enter');
  await expect.soon(async () => (await app.list('lost_reason')).count, 'reasons').toBe(11);
  await app.press('Escape');
  const active = app.page.getByRole('switch').first();
  await active.click({ force: true });
  const offered = async () =>
    (await app.call('Records', 'Suggest', { type: 'lost_reason', text: '', limit: 50, all: false }))
      .length;
  await expect.soon(offered, 'reasons that are offered').toBe(10);
}

async function choices(app, { expect }) {
  await section(app, 'choices');
  const names = app.page.getByRole('navigation', {
    name: app.say('Fields with choices', '有选项的字段'),
  });
  await names.getByRole('button').first().click();
  await app
    .field('Add a choice: Chinese', '添加选项: 中文')
    .or(app.page.getByPlaceholder(app.say('Chinese', '中文')))
    .first()
    .fill('试用');
  await app.page.getByPlaceholder(app.say('English', '英文')).fill('Trial');
  await app.press('Enter');
  const options = async () =>
    (await app.call('Schema', 'Types'))
      .flatMap((type) => type.fields)
      .flatMap((field) => field.options);
  await expect
    .soon(async () => (await options()).some(({ label }) => label.en === 'Trial'), 'the new choice')
    .toBe(true);
  await app.button(/^Retire “Trial”/, /^停用「试用」/).click();
  await expect
    .soon(async () => (await options()).find(({ label }) => label.en === 'Trial').retired)
    .toBe(true);
}

/** Fields of one's own, several kinds; they are in the form, the list and the filter. */
async function fields(app, { expect }) {
  const kinds = [
    ['Grade', '等级', 'choice'],
    ['Visits', '次数', 'integer'],
    ['Signed on', '签约日', 'date'],
    ['Budget', '预算', 'money'],
    ['Fair', '展会', 'bool'],
  ];
  await section(app, 'fields');
  for (const [en, zh, kind] of kinds) {
    await app.button('New field', '新建字段').first().click();
    const panel = app.page.getByRole('complementary', { name: app.say('New field', '新建字段') });
    await panel.getByLabel(app.say('Chinese name', '中文名')).fill(zh);
    await panel.getByLabel(app.say('English name', '英文名')).fill(en);
    if (kind !== 'text') await chooseKind(app, panel, kind);
    if (kind === 'choice') await panel.getByLabel(app.say('Choices', '选项')).fill('A\nB');
    await panel.getByRole('button', { name: app.say('Create the field', '创建字段') }).click();
    await expect
      .soon(async () => (await own(app)).some(({ label }) => label.en === en), en)
      .toBe(true);
  }
  const list = new List(app);
  await list.open('opportunity');
  await list.display();
  for (const [en, zh] of kinds)
    await app.page
      .getByRole('checkbox', { name: app.say(en, zh), exact: true })
      .waitFor({ state: 'attached' });
  await app.press('Escape');
  const board = new Board(app);
  await board.open();
  await app.press('c');
  await app.dialog().waitFor();
  await app.type('Own fields');
  await app.button('All fields', '全部字段').click();
  await app.dialog().getByLabel(app.say('Visits', '次数'), { exact: true }).fill('7');
  await app.press('Control+Enter');
  await app.page.getByRole('heading', { name: 'Own fields' }).waitFor();
  const visits = (await own(app)).find(({ label }) => label.en === 'Visits').key;
  const where = { op: 'eq', field: visits, value: 7 };
  await expect
    .soon(async () => (await app.list('opportunity', { where })).count, 'found by it')
    .toBe(1);
}

const KINDS = {
  choice: ['Choice', '单选'],
  integer: ['Whole number', '整数'],
  date: ['Date', '日期'],
  money: ['Money', '金额'],
  bool: ['Yes or no', '是否'],
};

async function chooseKind(app, panel, kind) {
  await panel.getByRole('combobox', { name: app.say('Kind', '类型') }).click();
  await app.page
    .locator(`[role=option][value="${kind}"]`)
    .or(app.page.getByRole('option', { name: app.say(...KINDS[kind]), exact: true }))
    .first()
    .click();
}

const own = async (app) =>
  (await app.call('Schema', 'Types'))
    .find(({ key }) => key === 'opportunity')
    .fields.filter((field) => field.own);

async function teams(app, { expect }) {
  await section(app, 'teams');
  await app.page
    .locator('main')
    .getByRole('button', { name: app.say(/team/i, /团队/) })
    .first()
    .click();
  await app.page.locator('main form').getByRole('textbox').first().fill(app.say('North', '北区'));
  await app.press('Enter');
  await expect.soon(async () => (await app.list('team')).count, 'teams').toBe(1);
}

/** The name of the workspace; sample data goes in one press. */
async function file(app, { expect }) {
  await section(app, 'file');
  await app.field('Workspace name', '工作区名称').fill('Crane works');
  await app.press('Enter');
  await app.page.getByRole('button', { name: /Crane works/ }).waitFor();
  await app.page
    .locator('main')
    .getByRole('button', { name: app.say('Remove', '清除') })
    .click();
  await expect
    .soon(async () => (await app.call('Files', 'State')).file.sample, 'sample records')
    .toBe(0);
}

async function about(app, { expect }) {
  await section(app, 'about');
  await app.text(/^Version \d/, /^版本 \d/).waitFor();
  await app.page.locator('main ul button').first().click();
  expect((await app.page.locator('pre').first().textContent()).length, 'a licence').toBeAtLeast(
    100,
  );
}

async function restarted(app, context) {
  const { path } = (await app.call('Files', 'State')).file;
  await context.restart({ file: path });
  return App.open(context, { file: path });
}

/** What was set is as it was set. */
async function lasting(app, { expect }) {
  await app.page.getByRole('button', { name: /Crane works/ }).waitFor();
  expect((await app.call('Settings', 'Preferences')).density, 'density').toBe('compact');
  const stages = await app.stages();
  expect(stages['First talk'].probability, 'odds').toMatch(/^25/);
  expect(Object.keys(stages).indexOf('Proposal'), 'order').toBe(2);
  expect((await own(app)).length, 'own fields').toBe(5);
  expect((await app.list('rate')).count, 'rates').toBe(1);
  expect((await app.list('team')).count, 'teams').toBe(1);
}
