import { App, languages } from './kit/app.mjs';
import { Board } from './kit/board.mjs';
import { csv, write } from './kit/fixtures.mjs';

export const name = 'cards move on the board: by pointer, by keyboard, with what a stage asks for';
export const variants = languages;

export async function run(context) {
  const app = await App.fresh(context, { sample: true, width: 1920, height: 1080 });
  const board = new Board(app);
  await board.open();
  const steps = [totals, pointer, ends, entryCriteria, keys, keyboardDrag, inColumn, deleted];
  for (const step of steps) {
    await step(app, board, context);
    await app.hush();
  }
  await manyCards(context);
}

/** The line above the board says what the core counts, of whole columns. */
async function totals(app, board, { expect }) {
  const info = await app.call('Board', 'Open', { pipeline: '', text: '', sort: [] });
  await app.text(`${info.count} open`, `进行中 ${info.count}`).first().waitFor();
  for (const { stage, count } of info.columns) {
    if (count > 0) expect(await board.count(stage.name.en), stage.name.en).toBe(count);
  }
}

/** To another stage and back by the message's Undo. */
async function pointer(app, board, { expect }) {
  const title = await board.first('Contacted');
  const before = await board.count('New');
  await app.hand.drag(board.card(title), board.column('New'), { y: 0.3 });
  await app.told('Moved to New', '已移到「新商机」');
  await board.stands(title, 'New');
  await expect.soon(() => board.count('New'), 'cards in New').toBe(before + 1);
  await app
    .messages()
    .getByRole('button', { name: app.say('Undo', '撤销') })
    .click();
  await board.stands(title, 'Contacted');
  await expect.soon(() => board.count('New'), 'cards in New after undo').toBe(before);
}

/** Won; lost, which asks why; on hold. Each is undone by key. */
async function ends(app, board, { expect }) {
  const title = await board.first('Proposal');
  await app.hand.drag(board.card(title), board.zone('Won', '赢单'));
  await board.stands(title, 'Won');
  await app.press('Control+z');
  await board.stands(title, 'Proposal');

  await app.hand.drag(board.card(title), board.zone('Lost', '输单'));
  await app.dialog().waitFor();
  await app.press('Escape');
  await board.stands(title, 'Proposal');
  expect(await app.dialog().count(), 'questions after Esc').toBe(0);

  await app.hand.drag(board.card(title), board.zone('Lost', '输单'));
  await app
    .dialog()
    .getByRole('button', { name: app.say('Price', '价格') })
    .click();
  await board.stands(title, 'Lost');
  const lost = await app.record('opportunity', title);
  expect(lost.values.lost_reason.title, 'the reason').toBe(app.say('Price', '价格'));
  await app.press('Control+z');
  await board.stands(title, 'Proposal');

  await app.hand.drag(board.card(title), board.zone('On hold', '搁置'));
  await board.stands(title, 'On hold');
  await app.press('Control+z');
  await board.stands(title, 'Proposal');
}

/** Qualified needs the need: asked after the drop, with nothing but it. */
async function entryCriteria(app, board, { expect }) {
  const { row } = await app.save('opportunity', { name: app.say('Bare idea', '一个想法') });
  await board.card(row.title, 'New').waitFor();
  const drag = () => app.hand.drag(board.card(row.title), board.column('Qualified'), { y: 0.3 });
  await drag();
  const need = app.dialog().getByLabel(app.say('Need', '客户需求'));
  await need.waitFor();
  expect(await app.dialog().getByRole('textbox').count(), 'questions').toBe(1);
  await app.press('Escape');
  await board.stands(row.title, 'New');
  await drag();
  await need.fill(app.say('Less downtime', '减少停线'));
  await app
    .dialog()
    .getByRole('button', { name: app.say('Save', '保存') })
    .click();
  await board.stands(row.title, 'Qualified');
}

/** M and a digit, ] and [, W, Shift+W and a digit. The focus goes with the card. */
async function keys(app, board, { expect }) {
  const title = await board.first('Contacted');
  await board.focus(title);
  await app.press('m');
  await app.page.getByRole('menu').waitFor();
  await app.press('1');
  await board.stands(title, 'New');
  await expect
    .soon(() => app.page.evaluate(() => document.activeElement?.textContent), 'focus')
    .toBe(title);
  await app.press(']');
  await board.stands(title, 'Contacted');
  await app.press('[');
  await board.stands(title, 'New');
  await app.press('w');
  await board.stands(title, 'Won');
  await app.press('Control+z');
  await board.stands(title, 'New');
  await board.focus(title);
  await app.press('Shift+W');
  await app
    .dialog()
    .getByRole('button', { name: app.say('Price', '价格') })
    .waitFor();
  await app.press('1');
  await board.stands(title, 'Lost');
  await app.press('Control+z');
  await board.stands(title, 'New');
}

/** Space lifts, arrows carry, Space drops; it is said aloud. */
async function keyboardDrag(app, board, { expect }) {
  const title = await board.first('New');
  const said = () => board.said();
  await board.focus(title);
  await app.press('Space');
  // "Picked up" is said first and "over" at once after it.
  await expect.soon(said, 'said').toContain(title);
  await board.carry('ArrowRight', 'Contacted');
  await app.press('Space');
  await board.stands(title, 'Contacted');
  await board.focus(title);
  await app.press('Space');
  await expect.soon(said, 'said').toContain(board.name('Contacted'));
  await board.carry('ArrowLeft', 'New');
  await app.press('Escape');
  await expect.soon(said, 'said').toContain(app.say('Cancelled', '已取消'));
  await board.stands(title, 'Contacted');
}

/** + in a column begins there. */
async function inColumn(app, board, { expect }) {
  const before = await board.count('Proposal');
  await app.button('New in Proposal', '在「方案报价」新建').click();
  await app.dialog().waitFor();
  await app.type(app.say('Spare parts', '备件'));
  await app.press('Enter');
  await app.dialog().waitFor({ state: 'detached' });
  // The stage on the way asks for the need like any other.
  await board.stands(app.say('Spare parts', '备件'), 'Proposal');
  await expect.soon(() => board.count('Proposal'), 'cards in Proposal').toBe(before + 1);
}

async function deleted(app, board) {
  const title = await board.first('Contacted');
  await app.hand.drag(board.card(title), board.zone('Delete', '删除'));
  await app.told(`Deleted ${title}`, `已删除「${title}」`);
  await board.card(title).first().waitFor({ state: 'detached' });
  await app.press('Control+z');
  await board.stands(title, 'Contacted');
}

/** 5,000 cards in one column: few are in the page, all can be reached. */
async function manyCards(context) {
  const { expect, path, dealbox, stop } = context;
  await stop();
  const rows = Array.from({ length: 5000 }, (_, n) => [`Deal ${n}`, `${n}`, 'New']);
  const sheet = write(path('many.csv'), csv([['Opportunity Name', 'Amount', 'Stage'], ...rows]));
  const file = path('many.dealbox');
  const done = await dealbox('--file', file, 'import', sheet, '--as', 'opportunity', '--json');
  expect(done.json.created, 'cards').toBe(5000);
  const app = await App.open(context, { file });
  const board = new Board(app);
  await board.open();
  await expect.soon(() => board.count('New'), 'in the head').toBe(5000);
  const inPage = () => app.page.locator('[data-card]').count();
  expect(await inPage(), 'cards in the page').toBeAtMost(99);
  const last = app.page.locator('li[aria-posinset="5000"] [data-card]');
  await app.page
    .locator('[data-stage] ul')
    .first()
    .evaluate((ul) => {
      ul.parentElement.scrollTop = ul.scrollHeight;
    });
  await last.waitFor();
  expect(await inPage(), 'cards in the page at the end').toBeAtMost(99);
}
