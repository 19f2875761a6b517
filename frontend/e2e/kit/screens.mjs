/**
 * Every screen and everything that opens on one, to be looked at: by Axe, for its layout,
 * for the gallery. `open` shows it on a file with sample data; `close` leaves it.
 */
import { expect } from '../expect.mjs';
import { paths } from './app.mjs';
import { csv, write } from './fixtures.mjs';
import { Importing } from './importing.mjs';

/** Types of the sidebar. */
export const TYPES = [
  'opportunity',
  'lead',
  'account',
  'contact',
  'product',
  'activity',
  'task',
  'member',
];

/** Sections of the settings, by their address. */
export const SECTIONS = [
  'me',
  'appearance',
  'keys',
  'pipeline',
  'reasons',
  'currency',
  'choices',
  'fields',
  'teams',
  'file',
  'imports',
  'about',
];

const esc = (app) => app.press('Escape');

/** The list of a type with its rows drawn. */
export async function openList(app, type) {
  await app.go(paths.list(type));
  await app.page.locator('[data-part=count]').waitFor();
  await expect
    .soon(() => app.page.locator('.ag-row .ag-cell, section .ag-center-cols-container').count())
    .toBeAtLeast(type === 'lead' ? 0 : 1);
  await app.calm();
}

/** The page of the first record of a type. */
export async function openRecord(app, type) {
  const { rows } = await app.list(type, { rows: 12 });
  const named = rows.find((row) => row.title === app.say('Line retrofit', '产线改造'));
  await app.go(paths.record(type, (named ?? rows[0]).id));
  await app.page.locator('h1').first().waitFor();
  await app.calm();
}

export async function openBoard(app) {
  await app.go(paths.board);
  await app.page.locator('[data-card]').first().waitFor();
  await app.calm();
}

/** The import of a small dirty spreadsheet: one row is wrong, one is there already. */
export async function openMapping(app) {
  const importing = new Importing(app);
  await importing.choose(write(app.context.path('Fair.csv'), csv(await dirty(app))));
  await importing.ready('Fair.csv');
}

async function dirty(app) {
  const { rows } = await app.list('contact', { rows: 1 });
  const [known] = rows;
  const head = ['姓名', '手机', '单位', '邮箱', '职务', '备注2'];
  const heads = ['Full Name', 'Mobile Phone', 'Company', 'Email', 'Job Title', 'Wish'];
  return [
    app.say(heads, head),
    [known.title, known.values.mobile, '', 'new@dealbox.example', app.say('Buyer', '采购'), 'A'],
    app.say(
      ['Chen Qiang', '138001', 'Blue Sea', 'cq@sea.example', 'Engineer', 'B'],
      ['陈强', '138001', '蓝海', 'cq@sea.example', '工程师', 'B'],
    ),
    app.say(
      ['Zhou Jie', '13912345678', 'New Light', 'zj@light.example', 'Owner', 'A'],
      ['周洁', '13912345678', '新光', 'zj@light.example', '总经理', 'A'],
    ),
    app.say(
      ['Li Wei', '13712345678', 'Fair Tools', 'not an address', 'Planner', 'C'],
      ['李伟', '13712345678', '展会工具', '不是邮箱', '计划员', 'C'],
    ),
  ];
}

async function openReport(app) {
  await openMapping(app);
  await new Importing(app).run();
  await app.calm();
}

async function quickCreate(app) {
  await openBoard(app);
  await app
    .button(/^Opportunity/, /^商机/)
    .last()
    .click();
  await app.dialog().waitFor();
  await app.calm();
}

async function allFields(app) {
  await quickCreate(app);
  await app.button('All fields', '全部字段').click();
  await app.calm();
}

async function cardMenu(app) {
  await openBoard(app);
  await app.page.locator('[data-card] a').first().focus();
  await app.press('m');
  await app.page.getByRole('menu').waitFor();
  await app.calm();
}

async function lostReason(app) {
  await openBoard(app);
  await app.page.locator('[data-card] a').first().focus();
  await app.press('Shift+W');
  await app.dialog().waitFor();
  await app.calm();
}

async function builder(app) {
  await openList(app, 'contact');
  await app.button('Condition', '条件', { exact: true }).click();
  await app.button(/^All conditions/, /^全部条件/).click();
  await app.button('Add a condition', '添加条件', { exact: true }).first().click();
  await app.calm();
}

async function display(app) {
  await openList(app, 'contact');
  await app.button('Display', '显示', { exact: true }).click();
  await app.calm();
}

async function filteredOut(app) {
  await openList(app, 'contact');
  await app.field('Filter by text', '按文字筛选').fill('zzz');
  await app.text(/No contacts match/, /没有符合条件的联系人/).waitFor();
  await app.calm();
}

async function selected(app) {
  await openList(app, 'contact');
  for (const row of [1, 3]) {
    await app.page.locator(`.ag-row[row-index="${row}"] .rg-check`).click();
  }
  await app.page.getByRole('toolbar').waitFor();
  await app.calm();
}

async function grouped(app) {
  await app.go(paths.list('opportunity'));
  await app.page.locator('[data-part=count]').waitFor();
  await app.button('Display', '显示', { exact: true }).click();
  await app.page
    .getByRole('combobox', { name: app.say('Group by', '分组') })
    .fill(app.say('Stage', '阶段'));
  await app.option(app.say('Stage', '阶段'), { exact: true });
  await esc(app);
  await app.page.locator('.rg-group').first().waitFor();
  await app.calm();
}

async function ungroup(app) {
  await app.button('Display', '显示', { exact: true }).click();
  await app.page.getByRole('combobox', { name: app.say('Group by', '分组') }).fill('');
  await app.press('Tab');
  await esc(app);
}

async function workspace(app) {
  await openBoard(app);
  await app.button(/file menu$/, /文件菜单$/).click();
  await app.page.getByRole('menu').waitFor();
  await app.calm();
}

async function shortcuts(app) {
  await openBoard(app);
  await app.press('Shift+Slash');
  await app.dialog().waitFor();
  await app.calm();
}

async function newFile(app) {
  await workspace(app);
  await app.choose('New…', '新建…');
  await app.dialog().waitFor();
  await app.calm();
}

const section = (name) => async (app) => {
  await app.go(paths.settings(name));
  await app.page.locator('main h1, main h2').first().waitFor();
  await app.calm();
};

const clearText = (app) => app.field('Filter by text', '按文字筛选').fill('');
const untick = async (app) => app.button('Clear selection', '取消选择').click();

/** { name, open, close } */
export const screens = [
  { name: 'board', open: openBoard },
  { name: 'card-menu', open: cardMenu, close: esc },
  { name: 'lost-reason', open: lostReason, close: esc },
  { name: 'quick-create', open: quickCreate, close: esc },
  { name: 'all-fields', open: allFields, close: esc },
  ...TYPES.map((type) => ({
    name: `list-${type}`,
    open: (app) => openList(app, type),
  })),
  { name: 'list-grouped', open: grouped, close: ungroup },
  { name: 'list-selected', open: selected, close: untick },
  { name: 'list-nothing', open: filteredOut, close: clearText },
  { name: 'filter-builder', open: builder, close: esc },
  { name: 'display', open: display, close: esc },
  ...TYPES.filter((type) => type !== 'lead').map((type) => ({
    name: `record-${type}`,
    open: (app) => openRecord(app, type),
  })),
  { name: 'file-menu', open: workspace, close: esc },
  { name: 'new-file', open: newFile, close: esc },
  { name: 'shortcuts', open: shortcuts, close: esc },
  ...SECTIONS.map((name) => ({
    name: `settings-${name}`,
    open: section(name),
  })),
  { name: 'import', open: openMapping },
  { name: 'import-report', open: openReport },
];

/**
 * Shows every screen and calls `look` on each. A screen that does not open is a fault like
 * another, and the rest is still looked at. Gives the faults.
 */
export async function visitAll(app, look, only = () => true) {
  const faults = [];
  for (const screen of screens.filter(only)) {
    try {
      await screen.open(app);
      faults.push(...(await look(screen.name)));
      await screen.close?.(app);
    } catch (error) {
      faults.push(
        `${screen.name} does not open: ${String(error).split('\n').slice(0, 12).join(' ')}`,
      );
      await app.page.reload();
      await app.page.getByRole('navigation').first().waitFor();
    }
  }
  return faults;
}
