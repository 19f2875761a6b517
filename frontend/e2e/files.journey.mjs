import { existsSync, readFileSync, renameSync } from 'node:fs';
import { App, languages } from './kit/app.mjs';
import { noise, write } from './kit/fixtures.mjs';
import { Server } from './server.mjs';

export const name = 'files are opened, copied, moved, located; a held or a bad one is explained';
export const variants = languages;

export async function run(context) {
  const app = await App.fresh(context, { sample: true, name: 'First' });
  for (const step of [second, copied, moved, missing, bad]) {
    await step(app, context);
    await app.hush();
  }
  await held(context);
}

const current = async (app) => (await app.call('Files', 'State')).file?.path;

async function menu(app, en, zh) {
  await app.button(/file menu$/, /文件菜单$/).click();
  await app.choose(en, zh);
}

async function answerPath(app, path, en, zh) {
  await app.dialog().getByRole('textbox').fill(path);
  await app
    .dialog()
    .getByRole('button', { name: app.say(en, zh), exact: true })
    .click();
}

/** A new file beside the first, then back by Recent, then by Open. */
async function second(app, { expect }) {
  const first = await current(app);
  await menu(app, 'New…', '新建…');
  await app.field('Name of the file', '文件名').fill('Second');
  await app
    .dialog()
    .getByRole('button', { name: app.say('Create', '新建'), exact: true })
    .click();
  await expect.soon(() => current(app), 'the new file').toMatch(/Second\.dealbox$/);
  await app.button(/file menu$/, /文件菜单$/).click();
  await app.page.getByRole('menuitem', { name: 'First' }).click();
  await expect.soon(() => current(app), 'the first again').toBe(first);
  await menu(app, 'Open…', '打开…');
  await answerPath(app, first.replace('First', 'Second'), 'Open', '打开');
  await expect.soon(() => current(app), 'opened by path').toMatch(/Second\.dealbox$/);
  await app.button(/file menu$/, /文件菜单$/).click();
  await app.page.getByRole('menuitem', { name: 'First' }).click();
  await expect.soon(() => current(app)).toBe(first);
}

/** A copy while the file is in use is sound and holds the same. */
async function copied(app, { path, expect, dealbox }) {
  const copy = path('documents/Copy.dealbox');
  await menu(app, 'Save a copy…', '另存一份副本…');
  await answerPath(app, copy, 'Save', '保存');
  await app.messages().getByText(copy).waitFor();
  const check = await dealbox('--file', copy, 'check');
  expect(check.code, 'the copy is sound').toBe(0);
  const counted = await dealbox('--file', copy, 'list', 'opportunity', '--count', '--json');
  expect(counted.json.count, 'opportunities in the copy').toBe(12);
}

async function moved(app, { path, expect }) {
  const before = await current(app);
  const to = path('documents/Moved.dealbox');
  await menu(app, 'Move to…', '移动到…');
  await answerPath(app, to, 'Move', '移动');
  await expect.soon(() => current(app), 'the new place').toBe(to);
  expect(existsSync(before), 'the old place').toBe(false);
  await app.told(`Moved to ${to}`, `已移动到 ${to}`);
}

/** A recent file that is gone is located. */
async function missing(app, { path, expect }) {
  const away = path('documents/Away.dealbox');
  const was = (await current(app)).replace('Moved', 'Second');
  renameSync(was, away);
  await app.button(/file menu$/, /文件菜单$/).click();
  await app.page.getByRole('menuitem', { name: 'Second' }).click();
  await app.text('“Second” is not there', '找不到「Second」').waitFor();
  await app.button('Locate…', '定位…').click();
  await answerPath(app, away, 'Open', '打开');
  await expect.soon(() => current(app), 'located').toBe(away);
}

/** Empty, foreign, cut off: what is so, and what to do; the open file stays. */
async function bad(app, { path, expect }) {
  const open = await current(app);
  const whole = readFileSync(path('documents/Copy.dealbox'));
  const files = [
    ['Empty', ''],
    ['Foreign', noise(9000)],
    ['Cut', whole.subarray(0, whole.length >> 1)],
    ['Flipped', flip(whole)],
  ];
  for (const [name, content] of files) {
    const file = write(path(`documents/${name}.dealbox`), content);
    await menu(app, 'Open…', '打开…');
    await answerPath(app, file, 'Open', '打开');
    const alert = app.messages().getByRole('alert');
    await alert.first().waitFor();
    expect((await alert.first().textContent()).length, `words about ${name}`).toBeAtLeast(6);
    expect(await current(app), `the open file after ${name}`).toBe(open);
    await app.hush();
  }
}

/** A byte in the head of every page after the first two. */
function flip(whole) {
  const bytes = Buffer.from(whole);
  const page = 16 * 1024;
  for (let at = 2 * page; at < bytes.length; at += page) bytes[at + 8] ^= 0xff;
  return bytes;
}

/** Another program has it: who, since when, Retry, and a copy; a bad file at the start. */
async function held(context) {
  const { expect, path, restart, open, stop } = context;
  await stop();
  const file = path('documents/Copy.dealbox');
  const holder = await Server.start(context.command({ file }));
  try {
    await restart({ file });
    const app = new App(await open({ lang: context.variant.lang }), context, context.variant.lang);
    await app.text('“Copy.dealbox” is open elsewhere', '「Copy.dealbox」在别处打开着').waitFor();
    await app.text(/has had it open on .+ since .+ \(/, /上打开着它，.+起（/).waitFor();
    await app.button('Open a copy', '打开副本').click();
    await app.page.locator('[data-card]').first().waitFor();
    expect(await current(app), 'the copy').toMatch(/\.dealbox$/);
    await restart({ file });
    const again = new App(
      await open({ lang: context.variant.lang }),
      context,
      context.variant.lang,
    );
    await again.button('Retry', '重试').waitFor();
    await holder.stop();
    await again
      .button('Retry', '重试')
      .click()
      .catch(() => undefined);
    await again.page.locator('[data-card]').first().waitFor();
    expect(await current(again), 'the file itself').toBe(file);
  } finally {
    await holder.stop();
  }
  await restart({ file: path('documents/Foreign.dealbox') });
  const app = new App(await open({ lang: context.variant.lang }), context, context.variant.lang);
  await app.text('“Foreign.dealbox” cannot be opened', '打不开「Foreign.dealbox」').waitFor();
  await app.button('Open another file…', '打开其他文件…').waitFor();
}
