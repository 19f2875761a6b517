import { App, languages } from './kit/app.mjs';
import { List } from './kit/list.mjs';

export const name = 'cells are edited in place by each kind, by input method too';
export const variants = languages;

export async function run(context) {
  const app = await App.fresh(context, { sample: true });
  const list = new List(app);
  await list.open('contact');
  for (const step of [typing, f2, composing, otherKinds, refused]) {
    await step(app, list, context);
    await app.hush();
  }
}

/** Typing replaces; Enter goes down, Tab right, Esc back. */
async function typing(app, list, { expect }) {
  const { rows } = await app.list('contact', { rows: 2 });
  const title = async (n) => (await app.call('Records', 'Get', 'contact', rows[n].id)).title;
  const first = (await list.titles())[0];
  const { id } = await app.record('contact', first);
  const stored = async () => (await app.call('Records', 'Get', 'contact', id)).title;
  await list.cell(0, 'name').click();
  await app.type('Ann Lee');
  await app.press('Enter');
  await expect.soon(stored, 'typed').toBe('Ann Lee');
  const focused = () =>
    app.page.evaluate(() =>
      document.activeElement?.closest('[row-index]')?.getAttribute('row-index'),
    );
  await expect.soon(focused, 'the row after Enter').toBe('1');
  await app.type('Nobody');
  await app.press('Escape');
  await list.cell(0, 'name').click();
  await app.type('Ann Lee-Smith');
  await app.press('Tab');
  await expect.soon(stored, 'typed, Tab').toBe('Ann Lee-Smith');
  expect(await title(1), 'what Esc left').toBe(rows[1].title);
  await app.press('Control+z');
  await app.press('Control+z');
  await expect.soon(stored, 'undone twice').toBe(first);
}

/** F2 edits what is there. */
async function f2(app, list, { expect }) {
  const first = (await list.titles())[0];
  const { id } = await app.record('contact', first);
  await list.cell(0, 'name').click();
  await app.press('F2');
  await app.type(' jr');
  await app.press('Enter');
  const stored = async () => (await app.call('Records', 'Get', 'contact', id)).title;
  await expect.soon(stored, 'after F2').toBe(`${first} jr`);
  await app.press('Control+z');
  await expect.soon(stored, 'undone').toBe(first);
}

/** A word that is being composed arrives whole; its Enter does not save. */
async function composing(app, list, { expect }) {
  const session = await app.page.context().newCDPSession(app.page);
  const compose = (text) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  const first = (await list.titles())[0];
  const { id } = await app.record('contact', first);
  const stored = async () => (await app.call('Records', 'Get', 'contact', id)).title;
  const typed = () => app.page.locator('.rg-sink').inputValue();
  await list.cell(0, 'name').click();
  await compose('w');
  await compose('wo');
  await app.page.evaluate(() => {
    const keys = { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true };
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', keys));
  });
  expect(await stored(), 'while composing').toBe(first);
  await session.send('Input.insertText', { text: '我' });
  await expect.soon(typed, 'what was composed').toBe('我');
  await app.press('Enter');
  await expect.soon(stored, 'after Enter').toBe('我');
  await app.press('Control+z');
  await expect.soon(stored, 'undone').toBe(first);
}

/** Money, a date in words, a link, a choice, a stage. */
async function otherKinds(app, list, { expect }) {
  await list.open('opportunity');
  const first = (await list.titles())[0];
  const { id } = await app.record('opportunity', first);
  const stored = async (key) => (await app.call('Records', 'Get', 'opportunity', id)).values[key];
  const edit = async (field, text, keys = 'Enter') => {
    await list.cell(0, field).scrollIntoViewIfNeeded();
    await list.cell(0, field).click();
    await app.type(text);
    await app.page.locator('.rg-editor, .rg-sink.rg-open').first().waitFor();
    await app.calm();
    await app.press(keys);
  };
  await edit('amount', app.say('12.5k', '1.25万'));
  await expect.soon(async () => (await stored('amount')).amount, 'money').toBe('12500.00');
  await edit('expected_close', '2031-02-03');
  await expect.soon(() => stored('expected_close'), 'date').toBe('2031-02-03');
  const accounts = await app.list('account', { rows: 10 });
  await edit('account', accounts.rows[3].title);
  await expect
    .soon(async () => (await stored('account')).title, 'link')
    .toBe(accounts.rows[3].title);
  await edit('next_step', app.say('Call again', '再打一次'));
  await expect.soon(() => stored('next_step'), 'text').toBe(app.say('Call again', '再打一次'));
  await edit('probability', '35');
  await expect.soon(() => stored('probability'), 'percent').toMatch(/^35/);
  for (let n = 0; n < 5; n++) {
    await app.press('Control+z');
    await app.calm();
  }
  await expect
    .soon(async () => (await stored('amount')).amount, 'undone')
    .toBe((await app.record('opportunity', first)).values.amount.amount);
}

/** What cannot be is put back and said; what was typed stands in the editor again. */
async function refused(app, list, { expect }) {
  const first = (await list.titles())[0];
  const { id } = await app.record('opportunity', first);
  await list.cell(0, 'name').click();
  await app.press('F2');
  await app.press('Control+a');
  await app.press('Backspace');
  await app.press('Enter');
  await app.messages().getByRole('alert').waitFor();
  expect((await app.call('Records', 'Get', 'opportunity', id)).title).toBe(first);
  const open = app.page.locator('.rg-sink.rg-open');
  await open.waitFor();
  await app.press('Escape');
  await list.cell(0, 'name').getByText(first).waitFor();
  await app.hush();
  await list.cell(0, 'amount').click();
  await app.type('abc');
  await app.press('Enter');
  await app.messages().getByRole('alert').waitFor();
  await expect.soon(() => open.inputValue(), 'what was typed').toBe('abc');
  const place = () => open.evaluate((e) => e.closest('[row-index]').getAttribute('row-index'));
  expect(await place(), 'its row').toBe('0');
  await app.press('Escape');
  await open.waitFor({ state: 'detached' });
}
