/** The import screen, as a person uses it. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from '../expect.mjs';
import { paths } from './app.mjs';

/** Files as the hand drops them. */
export function asDropped(list) {
  return list.map((path) => ({
    name: basename(path),
    base64: readFileSync(path).toString('base64'),
  }));
}

export class Importing {
  constructor(app) {
    this.app = app;
    this.page = app.page;
  }

  /** Opens the screen and chooses a file in the browser's dialog. What was open is left. */
  async choose(path) {
    const { page } = this;
    const again = this.app.button('Import another file', '再导入一个文件');
    const start = this.app.button('Choose a file…', '选择文件…');
    const cancel = this.app.button('Cancel', '取消', { exact: true });
    await this.app.go(paths.import);
    await start.or(again).or(cancel).first().waitFor();
    if (await again.isVisible()) await again.click();
    if (await cancel.isVisible()) {
      await cancel.click();
      await this.app.go(paths.import);
    }
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), start.click()]);
    await chooser.setFiles(path);
  }

  /** Drops files from outside on the window. */
  async drop(...list) {
    await this.app.hand.dropFiles(asDropped(list));
  }

  /** Waits for the preview of a file. */
  async ready(name) {
    await this.page.getByText(name, { exact: true }).first().waitFor();
    await this.go().waitFor();
    await this.settled();
  }

  /** Waits until the latest change is worked out. */
  async settled() {
    const name = this.app.say('Preview', '预览');
    const busy = this.page.locator(`section[aria-label="${name}"] > [role=status]`);
    await expect.soon(() => busy.count(), 'nothing is being worked out').toBe(0);
  }

  /** The button that says how many rows it would write. */
  go() {
    return this.page.getByRole('button', {
      name: this.app.say(/^Import (about )?[\d,]+ rows?$/, /^导入(约)? [\d,]+ 行$/),
    });
  }

  /** What rows would become or became: { created, updated, merged, skipped, rejected }. */
  async counts() {
    const found = await this.page
      .locator('[data-count]')
      .evaluateAll((all) =>
        all.map((e) => [
          e.dataset.count,
          Number(e.querySelector('b').textContent.replace(/\D/g, '')),
        ]),
      );
    return Object.fromEntries(found);
  }

  /** Presses the button and waits for the report. */
  async run(seconds = 120) {
    await this.go().click();
    await this.done(seconds);
    return this.counts();
  }

  async done(seconds = 120) {
    const said = this.app.say(/^(Imported|Nothing was imported)/, /^已导入|没有导入任何内容/);
    const status = this.page.getByRole('status').filter({ hasText: said });
    await status.waitFor({ timeout: seconds * 1000 });
  }

  /** The record type that is proposed or chosen. */
  type() {
    return this.page.getByRole('button', { name: this.app.say(/^Import as/, /^导入为/) });
  }

  /** The line of a column in the mapping. */
  column(name) {
    const rows = this.page.getByRole('row');
    return rows.filter({ has: this.page.getByRole('cell', { name, exact: true }) }).first();
  }

  /** Where a column goes, as it is shown. */
  target(name) {
    return this.page.getByRole('button', {
      name: this.app.say(`Field for ${name}`, `「${name}」对应的字段`),
    });
  }

  /** Sends a column to a field by typing its name. */
  async sendTo(name, field) {
    await this.target(name).click();
    await this.page
      .getByRole('textbox', { name: this.app.say('Search fields', '搜索字段') })
      .fill(field);
    await this.page.getByRole('option', { name: field }).first().click();
    await this.settled();
  }

  /** Opens how a column is read. */
  async openColumn(name) {
    await this.page
      .getByRole('button', { name: this.app.say(`How ${name} is read`, `「${name}」如何处理`) })
      .click();
  }
}
