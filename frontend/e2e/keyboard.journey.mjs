import { App, languages } from './kit/app.mjs';
import { Board } from './kit/board.mjs';

export const name = 'by keyboard alone, from the first run to won';
export const variants = languages;

/** Tabs until what has the focus is called so. */
async function tabTo(app, name, { back = false, most = 60 } = {}) {
  const focused = () =>
    app.page.evaluate(() => {
      const e = document.activeElement;
      const label =
        e?.getAttribute('aria-label') ?? e?.labels?.[0]?.textContent ?? e?.textContent ?? '';
      return label.trim();
    });
  for (let n = 0; n < most; n++) {
    if (name.test(await focused())) return;
    await app.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab does not reach ${name}; it ends at “${await focused()}”`);
}

export async function run(context) {
  const { expect } = context;
  const app = await App.open(context);
  const { page } = app;
  await page.evaluate(() => {
    window.mice = 0;
    for (const kind of ['mousedown', 'pointerdown'])
      window.addEventListener(kind, () => window.mice++, true);
  });
  await firstRun(app);
  const board = new Board(app);
  await app.press('c');
  await app.dialog().waitFor();
  await app.type('Crane');
  await app.press('Enter');
  await page.locator('[data-card]').first().waitFor();
  board.stages = await app.stages();
  await board.stands('Crane', 'New');

  // The card is reached by Tab from wherever the dialog left the focus.
  await tabTo(app, /^Crane/);
  await app.press('Space');
  const said = () => board.said();
  await expect.soon(said, 'said').toContain('Crane');
  await board.carry('ArrowRight', 'Contacted');
  await app.press('Space');
  await board.stands('Crane', 'Contacted');

  await tabTo(app, /^Crane/);
  await app.press('Enter');
  await page.getByRole('heading', { name: 'Crane' }).waitFor();
  await app.press('l');
  await app.type(app.say('Spoke with the buyer', '和采购通了话'));
  await app.press('Control+Enter');
  await page
    .locator('li')
    .filter({ hasText: app.say('Spoke with the buyer', '和采购通了话') })
    .first()
    .waitFor();
  await app.press('Escape');
  await page.evaluate(() => document.activeElement?.blur());
  await app.press('w');
  const won = async () => (await app.record('opportunity', 'Crane')).values.status;
  await expect.soon(won, 'won').toBe(2);
  expect(await page.evaluate(() => window.mice), 'presses of a mouse').toBe(0);
}

/** Name, Enter; the file, Enter; start empty. */
async function firstRun(app) {
  await app.text('Welcome to Dealbox', '欢迎使用商机匣').waitFor();
  await tabTo(app, app.say(/^Your name/, /^你的姓名/));
  await app.type('Zoe');
  await app.press('Enter');
  await app.text('Where your work is kept', '工作放在哪个文件里').waitFor();
  await tabTo(app, app.say(/^Create the file/, /^新建文件/));
  await app.press('Enter');
  await app.text('Drag your customer table here', '把你的客户表拖进来').waitFor();
  await tabTo(app, app.say(/^Start empty/, /^空白开始/));
  await app.press('Enter');
  await app.text('No opportunities yet', '还没有商机').waitFor();
}
