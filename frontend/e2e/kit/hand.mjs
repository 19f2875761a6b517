/**
 * A hand that counts what it does. An action is a click, a drag or a key chord; typing a
 * text is none, as in the budgets of the design.
 */
export class Hand {
  #page;
  count = 0;

  constructor(page) {
    this.#page = page;
  }

  /** Starts counting at 0. */
  reset() {
    this.count = 0;
  }

  async click(locator, options) {
    this.count += 1;
    await locator.click(options);
  }

  async press(chord) {
    this.count += 1;
    await this.#page.keyboard.press(chord);
  }

  /** Typed text costs time, not actions. */
  async type(text) {
    await this.#page.keyboard.type(text);
  }

  /** Drops files from outside on the window: one drag. */
  async dropFiles(files) {
    this.count += 1;
    const data = await this.#page.evaluateHandle((list) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      return transfer;
    }, files);
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      await this.#page.dispatchEvent('body', kind, { dataTransfer: data });
    }
  }

  /** Drags from the middle of one box to a place in another, as people do: in steps. */
  async drag(from, to, { x = 0.5, y = 0.5, before } = {}) {
    this.count += 1;
    const a = await from.boundingBox();
    const mouse = this.#page.mouse;
    await mouse.move(a.x + a.width / 2, a.y + a.height / 2);
    await mouse.down();
    await mouse.move(a.x + a.width / 2 + 8, a.y + a.height / 2 + 8, { steps: 3 });
    await before?.();
    const b = await to.boundingBox();
    await mouse.move(b.x + b.width * x, b.y + Math.min(b.height * y, 400), { steps: 10 });
    await mouse.move(b.x + b.width * x + 1, b.y + Math.min(b.height * y, 400), { steps: 2 });
    await mouse.up();
  }
}
