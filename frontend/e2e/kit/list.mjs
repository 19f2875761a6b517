/** The list screen, as a person uses it. */
import { expect } from '../expect.mjs';
import { paths } from './app.mjs';

export class List {
  constructor(app) {
    this.app = app;
    this.page = app.page;
  }

  async open(type) {
    await this.app.go(paths.list(type));
    await this.page.locator('[data-part=count]').waitFor();
  }

  /** The number of records in the footer; undefined while there is none. */
  async count() {
    const parts = await this.page.locator('[data-part=count] b').allTextContents();
    return parts.length === 0 ? undefined : Number(parts[0].replace(/\D/g, ''));
  }

  /** A sum in the footer. */
  async sum(field) {
    return this.page.locator(`[data-part=sum-${field}] b`).textContent();
  }

  /** A cell by the number of its row and the key of its field. */
  cell(row, field) {
    return this.page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${field}"]`).first();
  }

  /** How high the rows are, in pixels. */
  async rowHeight() {
    const box = await this.page.locator('.ag-row').first().boundingBox();
    return Math.round(box.height);
  }

  /** The row of a record, in the part that does not scroll. */
  rowOf(title) {
    return this.page.locator('.ag-row').filter({ hasText: title }).first();
  }

  head(field) {
    return this.page.locator(`.ag-header-cell[col-id="${field}"]`);
  }

  /** The keys of the columns from left to right. */
  columns() {
    return this.page.locator('.ag-header-cell').evaluateAll((all) =>
      all
        .map((e) => [e.getBoundingClientRect().left, e.getAttribute('col-id')])
        .sort((a, b) => a[0] - b[0])
        .map(([, id]) => id)
        .filter((id) => id !== '#check'),
    );
  }

  /** Titles on the screen, from the top. */
  titles(field = 'name') {
    return this.page.locator(`.ag-row .ag-cell[col-id="${field}"]`).evaluateAll((all) =>
      all
        .map((e) => [e.getBoundingClientRect().top, e.textContent])
        .sort((a, b) => a[0] - b[0])
        .map(([, text]) => text),
    );
  }

  /** The head of a group. */
  group(label) {
    return this.page
      .locator('.rg-group')
      .filter({ has: this.page.getByText(label, { exact: true }) });
  }

  async display() {
    const popover = this.page.getByRole('radiogroup', { name: this.app.say('Density', '行高') });
    if (!(await popover.isVisible()))
      await this.app.button('Display', '显示', { exact: true }).click();
    await popover.waitFor();
  }

  /** Groups by a field, or not at all for "". */
  async groupBy(label) {
    await this.display();
    const input = this.page.getByRole('combobox', { name: this.app.say('Group by', '分组') });
    await input.fill(label);
    if (label !== '') await this.page.getByRole('option', { name: label, exact: true }).click();
    else await this.page.keyboard.press('Tab');
    await this.shut();
  }

  /** Shuts the popover: the first Esc may go to a list that is open in it. It fades, and
   * whatever follows must not find it still there. */
  async shut() {
    const input = this.page.getByRole('combobox', { name: this.app.say('Group by', '分组') });
    for (let n = 0; n < 3 && (await input.isVisible()); n++) {
      await this.page.keyboard.press('Escape');
      await input.waitFor({ state: 'detached', timeout: 1000 }).catch(() => {});
    }
    await input.waitFor({ state: 'detached' });
  }

  /** Adds a condition of a field by its operator, and a value that `fill` gives. */
  async addCondition(field, operator, fill) {
    await this.app.button('Condition', '条件', { exact: true }).click();
    await this.page
      .getByRole('textbox', { name: this.app.say('Find a field', '查找字段') })
      .fill(field);
    await this.page.getByRole('button', { name: field, exact: true }).last().click();
    if (operator) {
      await this.page.getByRole('combobox', { name: this.app.say('Operator', '运算') }).click();
      await this.page.getByRole('option', { name: operator, exact: true }).click();
    }
    await fill?.(this.page);
    await this.app.button('Done', '完成').click();
  }

  async clearConditions() {
    const remove = this.app.button(/^Remove: /, /^移除：/);
    while ((await remove.count()) > 0) await remove.first().click();
    await expect.soon(() => remove.count(), 'conditions').toBe(0);
  }
}
