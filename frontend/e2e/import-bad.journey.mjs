import { App, languages } from './kit/app.mjs';
import * as make from './kit/fixtures.mjs';
import { Importing } from './kit/importing.mjs';

export const name =
  'files as people send them: read where they can be, refused with a reason where not';
export const variants = languages;

/** Files that cannot be read, and what is said about them in both languages. */
const REFUSED = {
  'empty.csv': ['', /is empty/, /是空文件/],
  'commas.csv': [',,\n,,\n', /has no rows/, /没有数据行/],
  'noise.csv': [make.noise(5000), /is not a table/, /不是表格文件/],
  'old.xls': [make.oldExcel(), /save it as \.xlsx/, /另存为 \.xlsx/],
  'secret.xlsx': [make.encryptedExcel(), /protected by a password/, /设有密码/],
  'cut.xlsx': [make.zipRubbish(), /damaged or cut off|is not a table/, /已损坏|不是表格/],
  'quote.csv': [
    'Name,Phone\r\n"Ann,1\r\nBob,2\r\n',
    /Row 2: a quotation mark/,
    /第 2 行：引号没有闭合/,
  ],
  'list.json': ['{"a": [1, 2', /no list of JSON objects/, /不是 JSON 对象列表/],
};

export async function run(context) {
  const { expect, path } = context;
  const app = await App.fresh(context);
  const importing = new Importing(app);
  const before = await sizes(app);
  for (const [name, [content, en, zh]] of Object.entries(REFUSED)) {
    await importing.choose(make.write(path(`bad/${name}`), content));
    const alert = app.page.getByRole('alert').filter({ hasText: name });
    await alert.getByText(app.say(en, zh)).waitFor();
  }
  context.forgive(/Failed to load resource/);
  expect(await sizes(app), 'records after the files that were refused').toEqual(before);
  await headingsAlone(app, importing, context);
  await nameless(app, importing, context);
  await wrongCells(app, importing, context);
  expect(await sizes(app), 'records after an import that was undone').toEqual(before);
  await encodings(app, importing, context);
  await forms(app, importing, context);
  await workbook(app, importing, context);
  await formulas(app, importing, context);
}

const sizes = async (app) => (await app.call('Files', 'State')).file.counts;

/** Headings without a row: they are recognised, and nothing is there to import. */
async function headingsAlone(app, importing, { path }) {
  await importing.choose(make.write(path('bad/headings.csv'), 'Name,Phone\r\n'));
  await app.text('headings.csv', 'headings.csv', { exact: true }).first().waitFor();
  await app.text('No row would be written', '没有可写入的行').waitFor();
}

/** No column gives what every record needs: each row says so, and none would be written. */
async function nameless(app, importing, { path, expect }) {
  const rows = [
    ['Year founded', 'Employees'],
    ['1998', '40'],
  ];
  await importing.choose(make.write(path('bad/nameless.csv'), make.csv(rows)));
  await app.text('nameless.csv', 'nameless.csv', { exact: true }).first().waitFor();
  await app.text('No row would be written', '没有可写入的行').waitFor();
  const why = await app.page.locator('[data-result=reject]').first().textContent();
  expect(why, 'why a row without a name is refused').toMatch(app.say(/Name/, /姓名|名称/));
}

/** Each wrong cell says why; the report names row and column; undone, nothing is left. */
async function wrongCells(app, importing, { path, expect }) {
  const { page } = app;
  const rows = [
    ['Opportunity Name', 'Amount', 'Close Date'],
    ['Pump', 'many', '2026-01-05'],
    ['Valve', '12', 'soon'],
    ...[3, 4, 5, 6, 7, 8].map((n) => [`Fan ${n}`, `${n}0`, `2026-01-0${n}`]),
  ];
  await importing.choose(make.write(path('bad/cells.csv'), make.csv(rows)));
  await importing.ready('cells.csv');
  for (const text of ['many', 'soon']) {
    const cell = page.locator('td[title]:not([data-result])').filter({ hasText: text }).last();
    expect(await cell.getAttribute('title'), `what is wrong with ${text}`).toContain(text);
  }
  expect(await page.locator('[data-result=reject]').count(), 'rows refused').toBe(2);
  expect(await importing.run(), 'rows of cells.csv').toEqual({ created: 6, rejected: 2 });
  for (const [row, column] of [
    [2, 'Amount'],
    [3, 'Close Date'],
  ]) {
    await page.getByRole('row', { name: new RegExp(`^${row} ${column} `) }).waitFor();
  }
  await app.button('Undo the import', '撤销导入').click();
  await app.text('This import was undone', '这次导入已撤销').waitFor();
}

/** The same two rows in every way that text is written. */
async function encodings(app, importing, { path, expect }) {
  const rows = [
    ['客户名称', '电话'],
    ['华星自动化', '13800138000'],
    ['北方机械', '13900139000'],
  ];
  const text = make.csv(rows);
  const files = {
    'gbk.csv': [make.gbk(text), 'GBK'],
    'utf16.txt': [make.utf16(make.csv(rows, '\t')), 'UTF-16'],
    'utf8.csv': [text, 'UTF-8'],
    'semicolon.csv': [make.csv(rows, ';'), app.say('semicolon', '分号')],
    'tab.tsv': [make.csv(rows, '\t'), app.say('tab', '制表符')],
  };
  for (const [name, [content, said]] of Object.entries(files)) {
    await importing.choose(make.write(path(`good/${name}`), content));
    await importing.ready(name);
    await app.page
      .getByRole('button', { name: new RegExp(said, 'i') })
      .first()
      .waitFor();
    const shown = app.page.getByRole('cell', { name: '华星自动化' });
    await expect.soon(() => shown.count(), `${name} is readable`).toBeAtLeast(1);
  }
}

/** Line breaks in quotes, ragged rows, a huge cell; dates and amounts in many forms. */
async function forms(app, importing, { path, expect }) {
  const { page } = app;
  const head = ['Opportunity Name', 'Amount', 'Close Date', 'Description'];
  const rows = [
    head,
    ['Line one\r\nline two', '1,234.50', '2026/6/1', 'a "quoted" word'],
    ['Fullwidth', '￥1.2万', '2026年6月1日', 'x'.repeat(70_000)],
    ['Negative', '(500)', '2026-06-01', ''],
    ['Short', '7'],
  ];
  await importing.choose(make.write(path('good/forms.csv'), make.csv(rows)));
  await page.getByText('forms.csv', { exact: true }).first().waitFor();
  await importing.settled();
  for (const shown of ['1,234.50', '12,000.00']) {
    await page.getByRole('cell', { name: shown }).first().waitFor();
  }
  const negative = page.locator('[data-result=reject]');
  expect(await negative.count(), 'an amount below zero is refused').toBe(1);
  const counts = await importing.run();
  expect(counts, 'rows of forms.csv').toEqual({ created: 3, rejected: 1 });
  await page.getByRole('row', { name: /^4 Amount / }).waitFor();
  const { rows: stored } = await app.list('opportunity', { rows: 5 });
  const long = stored.find((row) => row.title === 'Fullwidth');
  expect(long?.values.amount.amount, '￥1.2万').toBe('12000.00');
  await app.button('Undo the import', '撤销导入').click();
  await app.text('This import was undone', '这次导入已撤销').waitFor();
}

/** A real workbook with numbers and dates, its sheet named, headings found. */
async function workbook(app, importing, { path, expect }) {
  const rows = [
    ['商机名称', '金额(万元)', '预计成交日期'],
    ['产线改造', 12.8, new Date(Date.UTC(2026, 5, 1))],
    ['立体仓库', 65, new Date(Date.UTC(2027, 0, 15))],
  ];
  await importing.choose(make.write(path('good/book.xlsx'), make.xlsx(rows, { sheet: '线索' })));
  await importing.ready('book.xlsx');
  await app.page.getByRole('button', { name: /线索/ }).waitFor();
  expect(await importing.run(), 'rows of the workbook').toEqual({ created: 2 });
  const { rows: stored } = await app.list('opportunity', { rows: 5, text: '产线改造' });
  expect(stored[0].values.amount.amount, '12.8 万元').toBe('128000.00');
  expect(stored[0].values.expected_close, 'a date of Excel').toBe('2026-06-01');
}

/** What would be a formula elsewhere stays the text that it is. */
async function formulas(app, importing, { path, expect }) {
  const names = ['=1+1', '+86 shop', '-5', '@here'];
  const rows = [['Account Name', 'Phone'], ...names.map((name) => [name, ''])];
  await importing.choose(make.write(path('good/formulas.csv'), make.csv(rows)));
  await importing.ready('formulas.csv');
  await importing.type().getByText(app.say('Accounts', '客户')).waitFor();
  await importing.run();
  const { rows: stored } = await app.list('account', { rows: 10 });
  expect(stored.map((row) => row.title).sort(), 'names as written').toEqual([...names].sort());
}
