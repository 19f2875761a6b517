import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from './expect.mjs';
import { Server } from './server.mjs';

/**
 * What a journey gets. Each has a home folder, and so settings and files, of its own.
 *
 *   browser          the Chromium of the run
 *   open(options)    a page on the program, which is started for it unless it runs:
 *                    { file, lang: 'zh-CN' | 'en', theme: 'light' | 'dark', width, height }
 *   dealbox(...args) runs a command: { code, stdout, stderr }; `json` reads stdout
 *   restart(options) ends the program and starts it again; pages are to be opened anew
 *   stop()           ends the program, so that a command can have the file
 *   command(options) how the program is started, for a second process: see server.mjs
 *   forgive(pattern) takes back console errors that were brought about on purpose
 *   path(name)       a path in the home folder
 *   data             the folder with real spreadsheets, or undefined on a clone without it
 *   expect           expectations, see expect.mjs
 *   variant          the variant that is run
 */
export class Context {
  #contexts = [];
  #server;
  #troubles = [];
  #lang = 'en';

  constructor({ browser, binary, folder, root, variant }) {
    this.browser = browser;
    this.variant = variant;
    this.root = root;
    this.home = mkdtempSync(join(folder, 'home-'));
    this.binary = binary;
    this.data = dataFolder(root);
    this.expect = expect;
    for (const name of ['open', 'dealbox', 'restart', 'stop', 'path', 'forgive', 'command']) {
      this[name] = this[name].bind(this);
    }
  }

  path(name) {
    return join(this.home, name);
  }

  async open({ file, lang = 'en', theme = 'light', width = 1280, height = 800 } = {}) {
    this.#lang = lang;
    this.#server ??= await Server.start(this.command({ file }));
    const context = await this.browser.newContext({
      locale: lang === 'en' ? 'en-US' : lang,
      colorScheme: theme,
      viewport: { width, height },
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
    });
    this.#contexts.push(context);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    this.#watch(page);
    await page.goto(this.#server.link);
    return page;
  }

  /** Notes what a page must never do. */
  #watch(page) {
    page.on('pageerror', (e) => this.#troubles.push(`error on the page: ${e.stack ?? e}`));
    page.on('console', (m) => {
      if (m.type() !== 'error' || /status of 422 /.test(m.text())) return;
      this.#troubles.push(`console: ${m.text()} (${m.location().url})`);
    });
    // A refusal with a reason, such as a field that is missing, is an answer.
    page.on('response', async (r) => {
      if (r.status() !== 422) return;
      const failure = await r.json().catch(() => undefined);
      if (failure?.code === 'internal') this.#troubles.push(`${r.url()}: ${failure.message}`);
    });
    page.on('request', (r) => {
      const url = new URL(r.url());
      const own =
        ['data:', 'blob:', 'about:'].includes(url.protocol) || url.origin === this.#server?.origin;
      if (!own) this.#troubles.push(`a request to the outside: ${r.url()}`);
    });
  }

  /** Takes back troubles so far that a journey brought about on purpose. */
  forgive(pattern) {
    this.#troubles = this.#troubles.filter((t) => !pattern.test(t));
  }

  assertQuiet() {
    if (this.#troubles.length > 0) throw new Error(this.#troubles.join('\n'));
  }

  async stop() {
    await this.#closePages();
    await this.#server?.stop();
    this.#server = undefined;
  }

  async restart(options = {}) {
    await this.stop();
    this.#server = await Server.start(this.command(options));
  }

  /** How the program is started, for a second one beside the first. */
  command({ file } = {}) {
    const args = file ? ['--file', file, 'serve'] : ['serve'];
    return { binary: this.binary, args, env: this.#environment(), cwd: this.home };
  }

  /** The environment of a user who has never started Dealbox. */
  #environment() {
    const own = {
      HOME: this.home,
      USERPROFILE: this.home,
      XDG_CONFIG_HOME: this.path('config'),
      XDG_CACHE_HOME: this.path('cache'),
      XDG_DATA_HOME: this.path('data'),
      XDG_STATE_HOME: this.path('state'),
      XDG_DOCUMENTS_DIR: this.path('documents'),
      XDG_RUNTIME_DIR: this.path('runtime'),
      TZ: 'Asia/Shanghai',
      LANG: this.#lang === 'en' ? 'en_US.UTF-8' : 'zh_CN.UTF-8',
    };
    for (const folder of ['documents', 'runtime']) {
      mkdirSync(this.path(folder), { recursive: true, mode: 0o700 });
    }
    return { ...process.env, ...own };
  }

  dealbox(...args) {
    return new Promise((done, failed) => {
      const child = spawn(this.binary, args, { env: this.#environment(), cwd: this.home });
      const result = { code: -1, stdout: '', stderr: '' };
      child.stdout.on('data', (b) => (result.stdout += b));
      child.stderr.on('data', (b) => (result.stderr += b));
      child.on('error', failed);
      child.on('close', (code) => {
        Object.defineProperty(result, 'json', { get: () => JSON.parse(result.stdout) });
        done(Object.assign(result, { code }));
      });
    });
  }

  /** Writes a picture of every open page into a folder and says what is known. */
  async describe(folder, name) {
    const lines = [...this.#troubles];
    let n = 0;
    for (const page of this.#contexts.flatMap((c) => c.pages())) {
      const path = join(folder, `${name.replace(/[^\p{L}\p{N}.-]+/gu, '-')}-${++n}.png`);
      try {
        await page.screenshot({ path, timeout: 10_000 });
        lines.push(`picture: ${path}`);
      } catch (error) {
        lines.push(`no picture: ${error.message}`);
      }
    }
    if (this.#server?.log) lines.push(`the program said:\n${this.#server.log}`);
    return lines.join('\n');
  }

  async #closePages() {
    await Promise.all(this.#contexts.map((c) => c.close()));
    this.#contexts = [];
  }

  async close() {
    await this.stop();
  }
}

function dataFolder(root) {
  const folder = process.env.DEALBOX_DATA ?? resolve(root, '..', 'shared', 'data');
  return existsSync(folder) ? folder : undefined;
}
