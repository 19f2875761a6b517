import { readFileSync } from 'node:fs';
import { App, languages, paths } from './kit/app.mjs';
import { csv, write } from './kit/fixtures.mjs';
import { Importing } from './kit/importing.mjs';

export const name = 'an import is understood, changed, decided row by row, stopped and undone';
export const timeout = 240;
export const variants = languages;

export async function run(context) {
  const app = await App.fresh(context);
  const importing = new Importing(app);
  for (const step of [
    values,
    dates,
    ownNoteIgnore,
    duplicates,
    template,
    rejects,
    toast,
    restarted,
    cancelled,
    pasted,
  ]) {
    const next = await step(app, importing, context);
    if (next) [app.page, app.hand, importing.page] = [next.page, next.hand, next.page];
    await app.hush();
  }
}

const HEAD = ['Opportunity Name', 'Amount', 'Stage', 'Close Date', 'Colour'];

const deals = (n, stage, first = 1) =>
  Array.from({ length: n }, (_, i) => [
    `Deal ${first + i}`,
    `${100 * (i + 1)}`,
    stage,
    `0${(i % 8) + 1}-02-2026`,
    'red',
  ]);

async function bring(importing, context, name, rows) {
  await importing.choose(write(context.path(`sheets/${name}`), csv(rows)));
  await importing.ready(name);
}

/** Opportunities whose name begins so. */
const named = (value) => ({ where: { op: 'starts', field: 'name', value } });

const stageOf = async (app, title) => (await app.record('opportunity', title)).values.stage?.title;

/** A word for a stage that nobody knows is given its meaning; the preview follows. */
async function values(app, importing, context) {
  const { expect } = context;
  await bring(importing, context, 'values.csv', [
    HEAD,
    ...deals(3, 'Sniffing'),
    ...deals(2, 'Won', 4),
  ]);
  await importing.openColumn('Stage');
  const meaning = app.page.getByRole('combobox', {
    name: app.say('Meaning of “Sniffing”', '「Sniffing」对应'),
  });
  await meaning.click();
  await app.option(app.say('Contacted', '初步接洽'), { exact: true });
  await importing.settled();
  await app.page
    .getByRole('cell', { name: app.say('Contacted', '初步接洽'), exact: true })
    .first()
    .waitFor();
  expect(await importing.run(), 'values.csv').toEqual({ created: 5 });
  expect(await stageOf(app, 'Deal 1'), 'Sniffing').toBe(app.say('Contacted', '初步接洽'));
  expect(await stageOf(app, 'Deal 4'), 'Won').toBe(app.say('Won', '赢单'));
}

/** Day and month cannot be told apart: a person says which is which. */
async function dates(app, importing, context) {
  const { expect } = context;
  await bring(importing, context, 'dates.csv', [HEAD, ...deals(2, 'New', 21)]);
  await importing.openColumn('Close Date');
  await app.page.getByText(app.say('month-day-year', '月-日-年'), { exact: true }).last().click();
  await importing.settled();
  await importing.run();
  const { values: us } = await app.record('opportunity', 'Deal 21');
  expect(us.expected_close, '01-02-2026 as month-day').toBe('2026-01-02');
}

/** An unknown column becomes a field, goes into the note, or is left out. */
async function ownNoteIgnore(app, importing, context) {
  const { expect } = context;
  const rows = [
    [...HEAD, 'Remark', 'Junk'],
    ...deals(2, 'New', 31).map((row) => [...row, 'likes blue', 'zzz']),
  ];
  await bring(importing, context, 'own.csv', rows);
  const row = (name) => importing.column(name);
  await row('Remark')
    .getByRole('button', { name: app.say('Note', '放进备注') })
    .click();
  await importing.settled();
  await row('Junk')
    .getByRole('button', { name: app.say('Ignore', '忽略') })
    .click();
  await importing.settled();
  await importing.run();
  const type = (await app.call('Schema', 'Types')).find(({ key }) => key === 'opportunity');
  const own = type.fields.filter((field) => field.own).map(({ label }) => label.en);
  expect(own, 'own fields').toEqual(['Colour']);
  const { id } = await app.record('opportunity', 'Deal 31');
  const { values: stored } = await app.call('Records', 'Get', 'opportunity', id);
  expect(stored.description, 'the note').toContain('likes blue');
  expect(JSON.stringify(stored).includes('zzz'), 'what was ignored').toBe(false);
}

const PEOPLE = ['Full Name', 'Mobile Phone', 'Job Title', 'Email'];

/** Rows whose person is there: each can be decided by itself. */
async function duplicates(app, importing, context) {
  const { expect } = context;
  await app.save('contact', { name: 'Wang Min', mobile: '13800138000', title: 'Buyer' });
  await app.save('contact', { name: 'Li Yuan', mobile: '13800138001', title: 'Engineer' });
  await bring(importing, context, 'people.csv', [
    PEOPLE,
    ['Wang Min', '13800138000', 'Head of buying', 'wm@sea.example'],
    ['Li Yuan', '13800138001', 'Chief', ''],
    ['Zhou Jie', '13800138002', 'Owner', ''],
  ]);
  await app.page.getByText(app.say(/^Fill the gaps$/, /^只补空白字段$/)).click();
  await importing.settled();
  await app.button(/^Decide on row 3/, /^决定第 3 行/).click();
  const popover = app.page.getByRole('dialog');
  await popover.getByText('Chief').waitFor();
  await popover.getByText('Engineer').waitFor();
  await popover.getByRole('button', { name: app.say('Skip', '跳过') }).click();
  await importing.settled();
  expect(await importing.run(), 'people.csv').toEqual({ created: 1, merged: 1, skipped: 1 });
  const wang = await app.record('contact', 'Wang Min');
  expect(wang.values.title, 'a merge keeps what is there').toBe('Buyer');
  expect(wang.values.email, 'and fills the gaps').toBe('wm@sea.example');
  expect((await app.record('contact', 'Li Yuan')).values.title, 'a skipped row').toBe('Engineer');
}

/** The mapping was kept; the next file of this shape is read by it. */
async function template(app, importing, context) {
  await bring(importing, context, 'values2.csv', [HEAD, ...deals(1, 'Sniffing', 41)]);
  await app.button(/^Template(:|$)/, /^模板(:|$)/).click();
  await app.page.getByRole('menuitem', { name: 'values', exact: true }).click();
  await importing.settled();
  await app.page
    .getByRole('cell', { name: app.say('Contacted', '初步接洽'), exact: true })
    .first()
    .waitFor();
  await app.button('Cancel', '取消', { exact: true }).click();
}

/** Rejected rows are saved with their reasons as a file. */
async function rejects(app, importing, context) {
  const { expect } = context;
  const rows = [HEAD, ...deals(6, 'New', 51)];
  rows[2][1] = 'many';
  await bring(importing, context, 'wrong.csv', rows);
  const counts = await importing.run();
  expect(counts, 'wrong.csv').toEqual({ created: 5, rejected: 1 });
  const [download] = await Promise.all([
    app.page.waitForEvent('download'),
    app.button('Save 1 rejected row', '保存 1 行未导入的').click(),
  ]);
  expect(download.suggestedFilename(), 'its name').toContain('wrong');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text, 'the rejected row').toContain('Deal 52');
  expect(text, 'the reason').toContain('many');
  expect(text.includes('Deal 51'), 'a row that came in').toBe(false);
}

/** One press takes the import back; a record edited since is kept, named, and chosen. */
async function toast(app, importing, context) {
  const { expect } = context;
  await bring(importing, context, 'undo.csv', [HEAD, ...deals(3, 'New', 61)]);
  await importing.run();
  const { id } = await app.record('opportunity', 'Deal 62');
  await app.save('opportunity', { name: 'Deal 62, edited' }, id);
  await app.button('Undo the import', '撤销导入').click();
  await app.text(/^1 record was changed after the import/, /^1 条记录导入后又改过/).waitFor();
  const left = async () => (await app.list('opportunity', named('Deal 6'))).count;
  await expect.soon(left, 'what is left').toBe(1);
  await app.page.getByRole('checkbox', { name: 'Deal 62, edited' }).check();
  await app.button('Undo 1 of them', '撤销所选 1 条').click();
  await expect.soon(left, 'nothing is left').toBe(0);
}

/** After a restart an import is undone from the settings. */
async function restarted(app, importing, context) {
  const { expect } = context;
  await bring(importing, context, 'later.csv', [HEAD, ...deals(4, 'New', 71)]);
  await importing.run();
  const { path } = (await app.call('Files', 'State')).file;
  await context.restart({ file: path });
  const next = await App.open(context, { file: path });
  await next.go(paths.settings('imports'));
  await next.button(/later\.csv/, /later\.csv/).click();
  await next.button('Undo the import', '撤销导入').click();
  await expect.soon(async () => (await next.list('opportunity', named('Deal 7'))).count).toBe(0);
  await next.text('Undone', '已撤销', { exact: true }).first().waitFor();
  return next;
}

/** Cancelled half way: not one row is left. */
async function cancelled(app, importing, context) {
  const { expect } = context;
  const { count } = await app.list('opportunity');
  await bring(importing, context, 'long.csv', [HEAD, ...deals(60_000, 'New', 100)]);
  await importing.go().click();
  await app.button('Cancel, nothing stays', '取消，一条不留').click();
  await importing.go().waitFor();
  expect((await app.list('opportunity')).count, 'after the cancel').toBe(count);
  await app.button('Cancel', '取消', { exact: true }).click();
}

/** Rows copied in Excel are pasted. */
async function pasted(app, importing, context) {
  const { expect } = context;
  await app.go(paths.import);
  await app.button('Choose a file…', '选择文件…').waitFor();
  const rows = [
    PEOPLE,
    ['Ann Paste', '13800139001', 'Tester', ''],
    ['Bob Paste', '13800139002', 'Tester', ''],
  ];
  await app.page.evaluate((text) => navigator.clipboard.writeText(text), csv(rows, '\t'));
  await app.field('Or paste rows from Excel', '或从 Excel 粘贴').focus();
  await app.press('Control+v');
  await importing.go().waitFor();
  expect(await importing.run(), 'pasted').toEqual({ created: 2 });
}
