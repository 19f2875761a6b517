/**
 * The program as a journey drives it: one page, in one language. What is found is found by
 * what a person reads, so a word that is missing in a language is a failure.
 */
import { expect } from '../expect.mjs';
import { Hand } from './hand.mjs';

/** Both languages, as variants of a journey. */
export const languages = [
  { name: 'English', lang: 'en' },
  { name: '中文', lang: 'zh-CN' },
];

/** Routes of the screens. */
export const paths = {
  board: '/board',
  list: (type) => `/list/${type}`,
  record: (type, id) => `/r/${type}/${id}`,
  import: '/import',
  settings: (section) => (section ? `/settings/${section}` : '/settings'),
};

export class App {
  constructor(page, context, lang) {
    this.page = page;
    this.context = context;
    this.lang = lang;
    this.hand = new Hand(page);
  }

  /** Opens the program. Without `file` it shows the first run. */
  static async open(context, options = {}) {
    const lang = options.lang ?? context.variant?.lang ?? 'en';
    const page = await context.open({ ...options, lang });
    await page.locator('nav, [role=dialog], main').first().waitFor();
    return new App(page, context, lang);
  }

  /** Opens the program on a new file, with sample data when asked for. */
  static async fresh(context, options = {}) {
    const app = await App.open(context, options);
    await app.create(options);
    return app;
  }

  /** Makes a file behind the scenes; the page follows. */
  async create({ name, person, currency, sample = false } = {}) {
    await this.call('Settings', 'SavePreferences', {
      ...(await this.call('Settings', 'Preferences')),
      language: this.lang,
    });
    await this.call('Files', 'Create', {
      path: '',
      name: name ?? this.say('Northwind', '华东销售'),
      language: this.lang,
      person: person ?? this.say('Zoe Fields', '张宇'),
      currency: currency ?? this.say('USD', 'CNY'),
      zone: 'Asia/Shanghai',
    });
    if (sample) await this.job(await this.call('Files', 'LoadSample'));
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** One of two words, by language. */
  say(en, zh) {
    return this.lang === 'en' ? en : zh;
  }

  /** Calls the core as the page does. Rejects with its failure. */
  async call(service, method, ...args) {
    const { ok, value } = await this.page.evaluate(
      async ([path, body]) => {
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
        const text = await answer.text();
        return { ok: answer.ok, value: text === '' ? null : JSON.parse(text) };
      },
      [`/api/${service}/${method}`, args],
    );
    if (!ok) throw Object.assign(new Error(`${service}.${method}: ${value.message}`), value);
    return value;
  }

  /** Waits for the end of work that takes a while. */
  async job(job) {
    const ended = async () => {
      const now = await this.call('Jobs', 'Get', job.id);
      return now.state !== 'running' && now;
    };
    await expect.soon(ended, `the end of ${job.kind}`, 60).toBeTruthy();
    return this.call('Jobs', 'Get', job.id);
  }

  /** Changes what the person prefers; the page follows at once. */
  async prefer(change) {
    const now = await this.call('Settings', 'Preferences');
    await this.call('Settings', 'SavePreferences', { ...now, ...change });
    if (change.language) {
      this.lang = change.language;
      await this.page.locator(`html[lang="${change.language}"]`).waitFor();
    }
    if (change.theme === 'light' || change.theme === 'dark') {
      await this.page.locator(`html[data-mantine-color-scheme="${change.theme}"]`).waitFor();
    }
    await this.calm();
  }

  /** Waits until the page has been still for a moment. */
  async calm() {
    await this.page.evaluate(
      () =>
        new Promise((done) => {
          const STILL = 150;
          const MOST = 5000;
          const end = () => {
            watch.disconnect();
            done();
          };
          let timer = setTimeout(end, STILL);
          const most = setTimeout(end, MOST);
          const watch = new MutationObserver(() => {
            clearTimeout(timer);
            timer = setTimeout(() => {
              clearTimeout(most);
              end();
            }, STILL);
          });
          watch.observe(document, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          });
        }),
    );
  }

  /** Goes to a screen by its address. */
  async go(path) {
    await this.page.evaluate((to) => {
      window.location.hash = to;
    }, path);
  }

  /** Waits until the address says so. */
  async at(path) {
    const ask = () => new URL(this.page.url()).hash.slice(1).split('?')[0];
    await expect.soon(ask, 'address').toBe(path);
  }

  button(en, zh, options = {}) {
    return this.page.getByRole('button', { name: this.say(en, zh), ...options });
  }

  field(en, zh, options = {}) {
    return this.page.getByLabel(this.say(en, zh), options);
  }

  text(en, zh, options = {}) {
    return this.page.getByText(this.say(en, zh), options);
  }

  dialog() {
    return this.page.getByRole('dialog');
  }

  /** The messages at the bottom right. */
  messages() {
    return this.page.locator(`section[aria-label="${this.say('Messages', '消息')}"]`);
  }

  /** Waits for a message. */
  async told(en, zh) {
    await this.messages().getByText(this.say(en, zh)).first().waitFor();
  }

  /** Takes the messages away, so that the next one is a new one. */
  async hush() {
    const close = this.messages().getByRole('button', { name: this.say('Close', '关闭') });
    // One that goes by itself in between is gone as well.
    const press = () =>
      close
        .first()
        .click({ force: true, timeout: 2000 })
        .catch(() => undefined);
    while ((await close.count()) > 0) await press();
  }

  /** Chooses from a menu that is open. */
  async choose(en, zh) {
    await this.page
      .getByRole('menuitem', { name: this.say(en, zh) })
      .first()
      .click();
  }

  /** Chooses from a list that opens below an input. */
  async option(text, options = {}) {
    await this.page
      .getByRole('option', { name: text, ...options })
      .first()
      .click();
  }

  press(keys) {
    return this.page.keyboard.press(keys);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  /** Records of a type that a condition in words lets through: { count, sums, rows }. */
  async list(type, { where, text = '', sums = [], rows = 0, sort = [] } = {}) {
    const query = { type, where, text, sort, group: '', open: [], sums };
    const info = await this.call('Lists', 'Open', query);
    const page = rows > 0 ? await this.call('Lists', 'Rows', info.token, 0, rows) : { rows: [] };
    await this.call('Lists', 'Close', info.token);
    return { count: info.count, sums: info.sums, rows: page.rows };
  }

  /** The first record of a type whose title is this. */
  async record(type, title) {
    const { rows } = await this.list(type, { text: title, rows: 50 });
    const found = rows.find((row) => row.title === title) ?? rows[0];
    if (!found) throw new Error(`there is no ${type} “${title}”`);
    return found;
  }

  /** Saves a record behind the scenes. */
  save(type, values, id = '') {
    return this.call('Records', 'Save', { type, id, values });
  }

  /** The stages of the first pipeline by their English names. */
  async stages() {
    const [first] = await this.call('Board', 'Pipelines');
    return Object.fromEntries(first.stages.map((stage) => [stage.name.en, stage]));
  }
}
