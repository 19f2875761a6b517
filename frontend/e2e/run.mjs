/**
 * Runs the journeys: each drives the whole program, its front end in Chromium over
 * `dealbox serve`, on a file and settings of its own.
 *
 *   node frontend/e2e/run.mjs                    all *.journey.mjs
 *   node frontend/e2e/run.mjs board import       those with these words in their file name
 *   node frontend/e2e/run.mjs --suite gallery    all *.gallery.mjs, which write pictures
 *   node frontend/e2e/run.mjs board --variant 中文  only variants with this in their name
 *   node frontend/e2e/run.mjs --jobs 1           one after the other; usually one a processor
 *
 * What fails is played once more, alone: two that share a busy computer may be too slow for
 * each other. It says so, and what fails twice fails.
 *
 * A journey exports `name` and `run(context)`; the context is described in context.mjs.
 * It may also export `variants` (a list of objects with a `name`: run is called for each,
 * with context.variant), `needs(context)` (a sentence why it cannot run here, or nothing)
 * and `timeout` in seconds. An error on the page, on its console or in the program, and a
 * request to anywhere else, fail it like a wrong expectation. CHROMIUM names another
 * browser, DEALBOX_BIN a program that is already built, DEALBOX_E2E_OUT a folder for pictures
 * of failures.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { Context } from './context.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const out = process.env.DEALBOX_E2E_OUT ?? join(here, 'out');

/** Reads the command line: the suite, the variant, and the words that choose files. */
function readArguments(args) {
  const words = [...args];
  const option = (name, usual) => {
    const at = words.indexOf(name);
    return at < 0 ? usual : words.splice(at, 2)[1];
  };
  return {
    suite: option('--suite', 'journey'),
    variant: option('--variant', ''),
    jobs: Number(option('--jobs', Math.min(availableParallelism(), 4))),
    words,
  };
}

/** Builds the program, without a window, and gives its path. */
function build(folder) {
  if (process.env.DEALBOX_BIN) return process.env.DEALBOX_BIN;
  const binary = join(folder, process.platform === 'win32' ? 'dealbox.exe' : 'dealbox');
  execFileSync('go', ['build', '-o', binary, '.'], {
    cwd: root,
    env: { ...process.env, CGO_ENABLED: '0' },
    stdio: 'inherit',
  });
  return binary;
}

/** Every variant of the journeys that were asked for, those that may take long first. */
async function load({ suite, words, variant }) {
  const files = readdirSync(here).filter((f) => f.endsWith(`.${suite}.mjs`));
  const chosen = files.filter((f) => words.length === 0 || words.some((w) => f.includes(w)));
  const journeys = chosen.sort().map(async (file) => {
    const journey = await import(pathToFileURL(join(here, file)));
    const variants = journey.variants ?? [undefined];
    return {
      ...journey,
      file,
      variants: variants.filter((v) => v?.name.includes(variant) ?? true),
    };
  });
  const all = (await Promise.all(journeys)).sort((a, b) => seconds(b) - seconds(a));
  return all.flatMap((journey) => journey.variants.map((one) => ({ journey, variant: one })));
}

/** How long a journey may take. */
const seconds = (journey) => journey.timeout ?? 180;

/** Rejects after some seconds, so that a journey that hangs is a failure and not the end. */
function within(seconds, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Runs one variant of a journey and says how it ended: passed, failed or skipped. */
async function play(journey, variant, shared) {
  const label = variant ? `${journey.name} · ${variant.name}` : journey.name;
  const context = new Context({ ...shared, root, variant });
  const began = Date.now();
  const took = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  try {
    const missing = await journey.needs?.(context);
    if (missing) {
      console.log(`   skipped  ${label}: ${missing}`);
      return 'skipped';
    }
    await within(seconds(journey), journey.run(context));
    context.assertQuiet();
    console.log(`   passed   ${label} (${took()})`);
    return 'passed';
  } catch (error) {
    console.log(`   FAILED   ${label} (${took()})\n${indent(error?.stack ?? String(error))}`);
    console.log(indent(await context.describe(out, `${journey.file}-${variant?.name ?? 'all'}`)));
    return 'failed';
  } finally {
    await context.close();
  }
}

function indent(text) {
  return text.replace(/^/gm, '            ');
}

/** Plays journeys from a common heap until it is empty. The browser is its own: another's
 * clipboard must not come in between. */
async function work(heap, shared, count) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
  try {
    for (let next = heap.shift(); next; next = heap.shift()) {
      const ended = await play(next.journey, next.variant, { ...shared, browser });
      if (ended === 'failed' && shared.again) shared.again.push(next);
      else count[ended] += 1;
    }
  } finally {
    await browser.close();
  }
}

async function main() {
  const asked = readArguments(process.argv.slice(2));
  const heap = await load(asked);
  if (heap.length === 0) throw new Error('no journey has such a name');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'dealbox-e2e-'));
  const count = { passed: 0, failed: 0, skipped: 0 };
  try {
    const shared = { binary: build(folder), folder };
    const again = [];
    const workers = Array.from({ length: asked.jobs }, () =>
      work(heap, { ...shared, again }, count),
    );
    await Promise.all(workers);
    if (again.length > 0) console.log(`once more, alone: ${again.length} that failed`);
    await work(again, shared, count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
  console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
  return count.failed === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
