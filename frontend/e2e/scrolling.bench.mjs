/**
 * How smooth long things are: how long frames take while a column of 5,000 cards and a list
 * of 5,000 rows are scrolled by the wheel, and while a card is carried over the board. A
 * figure to be read, not a test: a busy computer or one without a graphics card is slower.
 *
 *   node frontend/e2e/run.mjs --suite bench --jobs 1
 */
import { App, paths } from './kit/app.mjs';
import { Board } from './kit/board.mjs';
import { csv, write } from './kit/fixtures.mjs';
import { List } from './kit/list.mjs';

export const name = 'frames while scrolling and dragging';
export const timeout = 300;

const CARDS = 5000;
const SECONDS = 4;

export async function run(context) {
  const app = await App.open(context, { file: await fill(context) });
  const board = new Board(app);
  await board.open();
  const box = await board.column('New').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + 200];
  await app.page.mouse.move(x, y);
  report('a column of 5,000 cards, by the wheel', await frames(app.page, () => wheel(app.page)));
  await app.page.mouse.down();
  report('a card carried over the board', await frames(app.page, (n) => carry(app.page, x, y, n)));
  await app.press('Escape');
  await app.page.mouse.up();
  await app.go(paths.list('opportunity'));
  await new List(app).head('name').waitFor();
  await app.page.mouse.move(x, y);
  report('a list of 5,000 rows, by the wheel', await frames(app.page, () => wheel(app.page)));
}

/** A file with 5,000 opportunities in one stage. */
async function fill(context) {
  const rows = Array.from({ length: CARDS }, (_, n) => {
    const close = `2027-0${1 + (n % 9)}-15`;
    return [`Line ${n + 1}`, `Firm ${n % 400}`, 1000 + n * 7, 'New', close];
  });
  const head = ['Opportunity Name', 'Account Name', 'Amount', 'Stage', 'Close Date'];
  const path = write(context.path('cards.csv'), csv([head, ...rows]));
  const file = context.path('cards.dealbox');
  const how = ['--as', 'opportunity', '--create-missing'];
  const done = await context.dealbox('--file', file, 'import', path, ...how);
  context.expect(done.code, `import: ${done.stderr}`).toBe(0);
  return file;
}

const wheel = (page) => page.mouse.wheel(0, 240);

/** Up and down, left and right, in small steps. */
function carry(page, x, y, n) {
  return page.mouse.move(x + 400 * Math.abs(Math.sin(n / 40)), y + 80 * Math.sin(n / 9));
}

/** Milliseconds from frame to frame while something is done again and again. */
async function frames(page, move) {
  await page.evaluate(() => {
    window.frames60 = [];
    let last = performance.now();
    const next = (now) => {
      window.frames60.push(now - last);
      last = now;
      window.measuring = requestAnimationFrame(next);
    };
    window.measuring = requestAnimationFrame(next);
  });
  const end = Date.now() + SECONDS * 1000;
  for (let n = 0; Date.now() < end; n++) await move(n);
  return page.evaluate(() => {
    cancelAnimationFrame(window.measuring);
    return window.frames60.slice(1).sort((a, b) => a - b);
  });
}

function report(what, times) {
  const at = (part) => times[Math.floor((times.length - 1) * part)].toFixed(1);
  const line = [what, `${times.length} frames`, `p50 ${at(0.5)} ms`, `p95 ${at(0.95)} ms`];
  console.log(`            ${line.join(' · ')} · worst ${at(1)} ms`);
}
