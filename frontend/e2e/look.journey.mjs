import { App } from './kit/app.mjs';
import { openBoard, openList, openRecord } from './kit/screens.mjs';

export const name = 'sizes, spaces, colours and type are those of the design';
export const variants = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
];

/** Colours of tokens, light and dark, as the browser says them. */
const COLOURS = {
  light: {
    bg: '#FFFFFF',
    canvas: '#F7F8FA',
    sunken: '#EFF1F4',
    text: '#1A1F29',
    'text-2': '#4A5361',
    'text-3': '#646E7D',
    border: '#D9DEE5',
    'control-border': '#868F9E',
    line: '#E9ECF0',
    chip: '#EFF1F4',
    focus: '#1F5FD6',
    primary: '#1F5FD6',
    'primary-hover': '#184CB0',
    'on-primary': '#FFFFFF',
    'primary-soft': '#E8F0FE',
    success: '#13743F',
    warning: '#8F5500',
    danger: '#C02626',
    info: '#0B6B80',
    purple: '#6B3FC4',
    'st-new-bar': '#7A8494',
    'st-con-bar': '#0E8AA5',
    'st-qua-bar': '#2F6FE4',
    'st-pro-bar': '#7D52D6',
    'st-neg-bar': '#B36B00',
    'st-ctr-bar': '#B4479C',
    'st-won-bar': '#1A8F50',
    'st-lost-bar': '#D63A3A',
    'st-hold-bar': '#868F9E',
  },
  dark: {
    bg: '#1B1F27',
    canvas: '#14171D',
    sunken: '#0F1216',
    text: '#E8EBF0',
    'text-2': '#B4BCC9',
    'text-3': '#8F99A8',
    border: '#343B47',
    'control-border': '#6B7585',
    line: '#282E38',
    chip: '#2A303A',
    focus: '#8DB6FF',
    primary: '#6EA2FF',
    'primary-hover': '#8DB6FF',
    'on-primary': '#0D1526',
    'primary-soft': '#1D2E4E',
    success: '#55C98A',
    warning: '#F0B454',
    danger: '#FF8080',
    info: '#5CC7DD',
    purple: '#B79BFF',
    'st-new-bar': '#7A8494',
    'st-con-bar': '#2FA3BD',
    'st-qua-bar': '#5089F0',
    'st-pro-bar': '#9270E6',
    'st-neg-bar': '#C98A2B',
    'st-ctr-bar': '#C766B1',
    'st-won-bar': '#37A96C',
    'st-lost-bar': '#E05A5A',
    'st-hold-bar': '#6B7585',
  },
};

const rgb = (hex) =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

/** Measures an element: its box, and the computed style that is asked for. */
function measure(locator, ...styles) {
  return locator.first().evaluate((e, names) => {
    const { width, height, left, top } = e.getBoundingClientRect();
    const computed = getComputedStyle(e);
    const found = Object.fromEntries(names.map((name) => [name, computed[name]]));
    return { width: round(width), height: round(height), left, top, ...found };
    function round(n) {
      return Math.round(n * 100) / 100;
    }
  }, styles);
}

export async function run(context) {
  const { expect, variant } = context;
  const app = await App.fresh(context, { lang: 'en', sample: true, theme: variant.theme });
  await app.prefer({ theme: variant.theme });
  const colour = COLOURS[variant.theme];
  const check = async (what, locator, wanted) => {
    const styles = Object.keys(wanted).filter((key) => !['width', 'height'].includes(key));
    const found = await measure(locator, ...styles);
    for (const [key, value] of Object.entries(wanted))
      expect(found[key], `${what}: ${key}`).toBe(value);
  };
  await openBoard(app);
  await tokens(app, colour, expect);
  await frame(app, colour, check, expect);
  await board(app, colour, check, expect);
  await controls(app, colour, check);
  await list(app, colour, check, expect);
  await record(app, colour, check, expect);
  await dialog(app, check);
  await type(app, expect);
}

async function tokens(app, colour, expect) {
  const found = await app.page.evaluate((names) => {
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(
      names.map((name) => [name, style.getPropertyValue(`--${name}`).trim().toUpperCase()]),
    );
  }, Object.keys(colour));
  expect(found, 'tokens').toEqual(colour);
}

async function frame(app, colour, check, expect) {
  const { page } = app;
  const nav = page.getByRole('navigation', { name: 'Navigation' });
  await check('sidebar', nav, { width: 224 });
  const entry = nav.getByRole('link', { name: /^Accounts/ });
  await check('sidebar entry', entry, {
    height: 28,
    fontSize: '13px',
    columnGap: '10px',
    paddingLeft: '8px',
    color: rgb(colour['text-2']),
  });
  await check('its icon', entry.locator('svg'), { width: 18, height: 18 });
  await check('the entry that is here', nav.locator('[aria-current=page]'), {
    fontWeight: '600',
    color: rgb(colour.text),
  });
  const bars = page.locator('main section > div');
  await check('top bar', bars.nth(0), { height: 48 });
  const tools = await measure(bars.nth(1));
  expect(tools.height, 'tool bar').toBeAtLeast(36);
  expect(tools.height, 'tool bar').toBeAtMost(44);
  await check('title', page.locator('main h1'), {
    fontSize: '15px',
    lineHeight: '22px',
    fontWeight: '600',
  });
  await check('status bar', page.locator('footer').last(), {
    height: 28,
    fontSize: '12px',
    color: rgb(colour['text-3']),
  });
}

async function board(app, colour, check, expect) {
  const { page } = app;
  const columns = page.locator('[data-stage]');
  const [first, second] = [await measure(columns.nth(0)), await measure(columns.nth(1))];
  expect(first.width, 'column').toBeAtLeast(220);
  expect(first.width, 'column').toBeAtMost(320);
  expect(Math.round(second.left - first.left - first.width), 'gap of columns').toBe(8);
  const bar = await columns.first().evaluate((e) => {
    const sides = [e, ...e.querySelectorAll('header'), e].flatMap((x) => [
      getComputedStyle(x),
      getComputedStyle(x, '::before'),
    ]);
    const found = sides.find((s) => s.borderTopWidth === '3px' || s.height === '3px');
    return found && (found.borderTopWidth === '3px' ? found.borderTopColor : found.backgroundColor);
  });
  expect(bar, 'stage bar of 3 px').toBe(rgb(colour['st-new-bar']));
  await check('head of a column', columns.first().locator('header'), { height: 40 });
  const cards = columns.first().locator('[data-card]');
  await check('card', cards, {
    height: 104,
    borderRadius: '8px',
    paddingLeft: '10px',
    borderTopWidth: '1px',
    borderTopColor: rgb(colour.border),
    backgroundColor: rgb(colour.bg),
  });
  const [a, b] = [await measure(cards.nth(0)), await measure(cards.nth(1))];
  expect(Math.round(b.top - a.top - 104), 'gap of cards').toBe(6);
  await check('line of a card', cards.first().locator('> div').nth(1), { height: 22 });
  await page.getByTitle('Collapse Contacted').click();
  await check('collapsed column', page.locator('[data-stage]:has([aria-expanded=false])'), {
    width: 44,
  });
  await page.getByTitle('Expand Contacted').click();
  await zones(app, expect);
}

async function zones(app, expect) {
  const { page } = app;
  const card = page.locator('[data-card]').first();
  const box = await card.boundingBox();
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + 80, { steps: 4 });
  const zone = (name) => measure(page.locator('[class*="_zone_"]').filter({ hasText: name }));
  const foot = await measure(page.locator('[class*="_zones_"]'));
  const [won, hold] = [await zone('Won'), await zone('On hold')];
  expect(Math.round(foot.height), 'drop zones').toBe(64);
  expect(Math.round((won.width / hold.width) * 10), 'won is twice as wide').toBe(20);
  await app.press('Escape');
  await page.mouse.up();
}

async function controls(app, colour, check) {
  const main = app.page.locator('main');
  await check('button in a bar', main.getByRole('button', { name: /^Opportunity/ }), {
    height: 28,
    backgroundColor: rgb(colour.primary),
    color: rgb(colour['on-primary']),
    borderRadius: '6px',
    fontWeight: '600',
  });
  await check('icon button in a row', main.getByRole('button', { name: 'New in New' }), {
    height: 24,
    width: 24,
  });
  await check('new', app.page.getByRole('button', { name: /^New/ }).first(), { height: 32 });
  await check('key cap', app.page.locator('kbd'), { fontSize: '11px', borderRadius: '4px' });
}

async function list(app, colour, check, expect) {
  const { page } = app;
  await openList(app, 'contact');
  await check('row', page.locator('.ag-row'), { height: 36 });
  await check('head of the list', page.locator('.ag-header-row').last(), { height: 32 });
  const head = page.locator('.ag-header-cell[col-id=name]');
  await check('head cell', head, {
    fontSize: '12px',
    color: rgb(colour['text-3']),
    paddingLeft: '8px',
  });
  const cell = await measure(
    page.locator('.ag-row .ag-cell[col-id=name]'),
    'paddingLeft',
    'fontSize',
  );
  expect(Math.abs(Number.parseFloat(cell.paddingLeft) - 8), 'cell padding').toBeAtMost(1);
  expect(cell.fontSize, 'cell').toBe('13px');
  const tick = await measure(page.locator('.ag-row .rg-check'));
  const pane = await measure(page.locator('main'));
  expect(Math.abs(tick.left - pane.left - 20), 'first cell').toBeAtMost(2);
  await check('footer', page.locator('[data-part=count]').locator('..'), {
    height: 36,
    fontSize: '12px',
  });
  await check('find', page.getByRole('searchbox'), { height: 28, fontSize: '13px' });
  await page.locator('.ag-row[row-index="0"] .rg-check').click();
  const selected = await measure(page.locator('.ag-row[row-index="0"]').first(), 'backgroundColor');
  expect(selected.backgroundColor === rgb(colour.bg), 'a ticked row has another ground').toBe(
    false,
  );
  await app.button('Clear selection', '取消选择').click();
}

async function record(app, colour, check, expect) {
  const { page } = app;
  await openRecord(app, 'opportunity');
  await check('left pane', page.getByRole('complementary', { name: 'About' }), { width: 268 });
  await check('right pane', page.getByRole('complementary', { name: 'Related' }), { width: 284 });
  const steps = page.getByRole('list', { name: 'Stage' }).locator('button');
  await check('stage path', steps, { height: 32 });
  const [a, b] = [await measure(steps.nth(0)), await measure(steps.nth(1))];
  expect(Math.round(b.left - a.left - a.width), 'gap of segments').toBe(2);
  await check('title', page.locator('h1'), {
    fontSize: '18px',
    lineHeight: '26px',
    fontWeight: '600',
  });
  await check('button', page.getByRole('button', { name: /^Won/ }), {
    height: 32,
    borderRadius: '6px',
  });
  await check('link', page.getByRole('link', { name: 'Huaxing Automation' }), {
    color: rgb(colour.primary),
  });
}

async function dialog(app, check) {
  await app.press('c');
  await app.dialog().waitFor();
  await app.calm();
  await check('dialog', app.dialog(), { borderRadius: '12px' });
  await check('input', app.dialog().getByRole('textbox'), {
    height: 32,
    borderRadius: '6px',
    fontSize: '14px',
  });
  await app.press('Escape');
}

/** Only the sizes and weights of the design; figures stand under each other. */
async function type(app, expect) {
  const found = await app.page.evaluate(() => {
    const sizes = new Set();
    const weights = new Set();
    for (const e of document.querySelectorAll('body *')) {
      if (!e.checkVisibility() || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
        continue;
      const style = getComputedStyle(e);
      sizes.add(style.fontSize);
      weights.add(style.fontWeight);
    }
    const body = getComputedStyle(document.body);
    return {
      sizes: [...sizes],
      weights: [...weights].sort(),
      figures: `${body.fontVariantNumeric} ${body.fontFeatureSettings}`,
    };
  });
  expect(found.weights, 'weights').toEqual(['400', '600']);
  const known = ['10.5px', '11px', '12px', '13px', '14px', '15px', '18px', '24px'];
  expect(
    found.sizes.filter((size) => !known.includes(size)),
    'other sizes',
  ).toEqual([]);
  expect(found.figures, 'figures').toMatch(/tabular-nums|tnum/);
}
