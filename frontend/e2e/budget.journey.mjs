import { join } from 'node:path';
import { App, languages } from './kit/app.mjs';
import { Board } from './kit/board.mjs';
import { csv, write } from './kit/fixtures.mjs';
import { asDropped, Importing } from './kit/importing.mjs';

export const name = 'the main jobs take no more actions than they may';
export const variants = languages;

/** Actions that each job may take: a click, a drag or a key chord is one. */
const MOST = {
  'create, mouse': 3,
  'create, keyboard': 2,
  'move, mouse': 1,
  'move, menu key': 2,
  'move, next stage': 1,
  'won, mouse': 1,
  'won, keyboard': 2,
  'lost, mouse': 2,
  'lost, keyboard': 2,
  import: 3,
  'undo the import, mouse': 1,
  'undo the import, keyboard': 1,
};

export async function run(context) {
  const { expect } = context;
  const app = await App.fresh(context, { sample: true, width: 1920, height: 1080 });
  const board = new Board(app);
  await board.open();
  const counted = {};
  const measure = async (job, work, card) => {
    await app.hush();
    if (card) await board.focus(card);
    app.hand.reset();
    await work();
    counted[job] = app.hand.count;
    expect(app.hand.count, `actions to ${job}`).toBeAtMost(MOST[job]);
  };
  await creating(app, board, measure);
  await moving(app, board, measure);
  await ending(app, board, measure);
  await importing(app, context, measure);
  console.log(
    `            actions: ${Object.entries(counted)
      .map(([k, n]) => `${k} ${n}`)
      .join(' · ')}`,
  );
}

async function creating(app, board, measure) {
  await measure('create, mouse', async () => {
    await app.hand.click(app.button('New in New', '在「新商机」新建'));
    await app.dialog().waitFor();
    await app.hand.type('Mouse deal');
    await app.hand.click(
      app.dialog().getByRole('button', { name: app.say('Save', '保存'), exact: true }),
    );
    await board.card('Mouse deal', 'New').waitFor();
  });
  await measure('create, keyboard', async () => {
    await app.hand.press('c');
    await app.dialog().waitFor();
    await app.hand.type('Key deal');
    await app.hand.press('Enter');
    await board.card('Key deal', 'New').waitFor();
  });
}

async function moving(app, board, measure) {
  await measure('move, mouse', async () => {
    await app.hand.drag(board.card('Mouse deal'), board.column('Contacted'), { y: 0.3 });
    await board.stands('Mouse deal', 'Contacted');
  });
  const byMenu = async () => {
    await app.hand.press('m');
    await app.page.getByRole('menu').waitFor();
    await app.hand.press('2');
    await board.stands('Key deal', 'Contacted');
  };
  await measure('move, menu key', byMenu, 'Key deal');
  await board.focus('Key deal');
  await app.press('[');
  await board.stands('Key deal', 'New');
  const byBracket = async () => {
    await app.hand.press(']');
    await board.stands('Key deal', 'Contacted');
  };
  await measure('move, next stage', byBracket, 'Key deal');
}

async function ending(app, board, measure) {
  await measure('won, mouse', async () => {
    await app.hand.drag(board.card('Mouse deal'), board.zone('Won', '赢单'));
    await board.stands('Mouse deal', 'Won');
  });
  const byLetter = async () => {
    await app.hand.press('w');
    await board.stands('Key deal', 'Won');
  };
  await measure('won, keyboard', byLetter, 'Key deal');
  const [third, fourth] = [await board.first('Contacted'), await board.first('New')];
  await measure('lost, mouse', async () => {
    await app.hand.drag(board.card(third), board.zone('Lost', '输单'));
    await app.hand.click(app.dialog().getByRole('button', { name: app.say('Price', '价格') }));
    await board.stands(third, 'Lost');
  });
  const byLetters = async () => {
    await app.hand.press('Shift+W');
    await app
      .dialog()
      .getByRole('button', { name: app.say('Price', '价格') })
      .waitFor();
    await app.hand.press('1');
    await board.stands(fourth, 'Lost');
  };
  await measure('lost, keyboard', byLetters, fourth);
}

/** Drop the file, look, Import; then take it back, by mouse and by key. */
async function importing(app, { path, expect }, measure) {
  const screen = new Importing(app);
  const rows = [['Full Name', 'Mobile Phone', 'Company', 'Email', 'Job Title']];
  for (let n = 0; n < 30; n++)
    rows.push([`Person ${n}`, `1390013${1000 + n}`, 'Blue Sea', `p${n}@sea.example`, 'Buyer']);
  const sheet = write(path(join('sheets', 'people.csv')), csv(rows));
  const { count } = await app.list('contact');
  const bring = async () => {
    await app.hand.dropFiles(asDropped([sheet]));
    await screen.ready('people.csv');
    await app.hand.click(screen.go());
    await screen.done();
  };
  const back = () =>
    expect.soon(async () => (await app.list('contact')).count, 'contacts').toBe(count);
  await measure('import', bring);
  await measure('undo the import, mouse', async () => {
    await app.hand.click(app.button('Undo the import', '撤销导入'));
    await back();
  });
  await bring();
  await measure('undo the import, keyboard', async () => {
    await app.hand.press('Control+z');
    await back();
  });
}
