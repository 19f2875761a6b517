/**
 * Finds what can be pressed on a page and whether pressing it does something: the page
 * changes, the focus moves, the address changes, the program is asked, a file is offered.
 */

/** How many controls of one look in rows, cards and the like are pressed. */
const OF_A_KIND = 2;

/** Runs in the page: the controls on it, each with a name and what it is like. */
export function collect(ofAKind) {
  const wanted =
    'button, a[href], input:not([type=hidden]), textarea, [role=menuitem], [role=option], .ag-header-cell';
  const repeated = '.ag-row, [data-card], tbody tr, dl, main li, [role=option], fieldset label';
  const counts = {};
  window.crawled = [];
  for (const element of document.querySelectorAll(wanted)) {
    const box = element.getBoundingClientRect();
    const skip =
      box.width < 2 ||
      element.disabled ||
      element.closest('[aria-disabled=true], [aria-hidden=true], [inert]') ||
      !element.checkVisibility({ visibilityProperty: true });
    if (skip) continue;
    const name = (
      element.getAttribute('aria-label') ||
      element.labels?.[0]?.textContent ||
      element.title ||
      element.placeholder ||
      element.textContent ||
      ''
    )
      .trim()
      .replace(/[\d.,:/-]+/g, '#')
      .replace(/「[^」]*」/g, '「」') // one of those that only name something else
      .slice(0, 60);
    const like = `${element.tagName} ${element.className?.baseVal ?? element.className} ${element.getAttribute('role') ?? ''}`;
    const many = element.closest(repeated);
    const sign = many ? `${like} ${many.className}` : `${like} ${name}`;
    counts[sign] = (counts[sign] ?? 0) + 1;
    if (counts[sign] > (many ? ofAKind : 1)) continue;
    window.crawled.push({ element, sign: `${sign} ${counts[sign]}`, name });
  }
  return window.crawled.map(({ sign, name, element }) => ({
    sign,
    name,
    chosen: isChosen(element),
  }));

  /** Pressing what is chosen already leaves it so. */
  function isChosen(element) {
    if (element.type === 'radio') return element.checked;
    return element.matches('[aria-current], [aria-pressed=true], [data-on], [aria-selected=true]');
  }
}

/** Runs in the page: presses a control that collect found and starts to watch. */
export function press(at) {
  const { element } = window.crawled[at];
  if (element === document.activeElement) element.blur();
  const before = { focus: document.activeElement, address: window.location.href };
  const seen = { changes: 0 };
  new MutationObserver((all) => {
    seen.changes += all.length;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.happened = () =>
    seen.changes > 0 ||
    document.activeElement !== before.focus ||
    window.location.href !== before.address;
  if (element.matches('textarea, input:not([type=checkbox], [type=radio], [type=button])'))
    element.focus();
  else if (element.matches('.ag-header-cell'))
    element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  else if (element.matches('button[aria-roledescription]')) pickUp(element);
  else element.click();

  /** A grip is for dragging; a key picks up what it holds. */
  function pickUp(grip) {
    const space = { key: ' ', code: 'Space', bubbles: true, cancelable: true };
    grip.dispatchEvent(new KeyboardEvent('keydown', space));
  }
}

export class Crawler {
  #app;
  #asked = 0;
  pressed = new Set();
  faults = [];

  constructor(app) {
    this.#app = app;
    const { page } = app;
    for (const event of ['request', 'download', 'filechooser', 'popup'])
      page.on(event, () => this.#asked++);
  }

  /** Presses every control of a screen that was not pressed on one before. */
  async screen(screen, allowed) {
    const app = this.#app;
    await screen.open(app);
    const all = await app.page.evaluate(collect, OF_A_KIND);
    const asItWas = await this.#state();
    for (const { sign, name } of all) {
      if (this.pressed.has(sign) || allowed(name, screen.name)) continue;
      const now = await app.page.evaluate(collect, OF_A_KIND);
      const at = now.findIndex((one) => one.sign === sign);
      if (at < 0 || now[at].chosen) continue;
      this.pressed.add(sign);
      this.last = name;
      await this.#press(at, `${screen.name}: “${name}”`);
      await app.page.keyboard.press('Escape');
      await app.calm();
      if ((await this.#state()) !== asItWas) await this.#again(screen);
    }
    await screen.close?.(app);
  }

  /** The address and all controls, to be compared: most of what opens closes by Esc. */
  async #state() {
    const { page } = this.#app;
    const all = await page.evaluate(collect, OF_A_KIND);
    return `${page.url()} ${all.map(({ sign, chosen }) => `${sign}${chosen}`).join()}`;
  }

  /** The screen as it was, whatever was opened or changed on it. */
  async #again(screen) {
    const app = this.#app;
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('Escape');
    await app.page.evaluate(() => document.activeElement?.blur());
    await app.restore();
    await app.go('/nowhere');
    await app.calm();
    await app.hush();
    await screen.open(app);
  }

  async #press(at, what) {
    const { page } = this.#app;
    this.#asked = 0;
    await page.evaluate(press, at);
    for (let n = 0; n < 15; n++) {
      if (this.#asked > 0 || (await page.evaluate(() => window.happened?.() ?? true))) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    const like = await page.evaluate((n) => window.crawled[n].element.outerHTML, at);
    this.faults.push(`${what} does nothing: ${like.slice(0, 200)}`);
  }
}
