/** The board, as a person uses it. */
import { expect } from '../expect.mjs';
import { paths } from './app.mjs';

export class Board {
  constructor(app) {
    this.app = app;
    this.page = app.page;
  }

  /** Shows the board and learns its stages. */
  async open() {
    await this.app.go(paths.board);
    this.stages = await this.app.stages();
    await this.page.locator('[data-card]').first().waitFor();
    await this.app.calm();
  }

  /** A stage by its English name; the column that it is. */
  column(stage) {
    return this.page.locator(`[data-stage="${this.stages[stage].id}"]`);
  }

  /** The name of a stage in the language of the page. */
  name(stage) {
    const { name } = this.stages[stage];
    return this.app.say(name.en, name.zh);
  }

  card(title, stage) {
    const within = stage ? this.column(stage) : this.page;
    return within.locator('[data-card]').filter({ hasText: title });
  }

  /** The number in the head of a column. */
  async count(stage) {
    const shown = this.column(stage).locator('header [class*="_count_"]');
    return Number((await shown.textContent()).replace(/\D/g, ''));
  }

  /** A place at the foot while a card is in the air. */
  zone(en, zh) {
    const name = this.app.say(en, zh);
    return this.page.locator('[class*="_zone_"]').filter({ hasText: name });
  }

  /** Waits until a card stands in a stage, on the screen and in the core. */
  async stands(title, stage) {
    await this.card(title, stage).waitFor();
    await expect
      .soon(async () => (await this.app.record('opportunity', title)).values.stage.id, title)
      .toBe(this.stages[stage].id);
  }

  /** The first card of a stage by its title. */
  async first(stage) {
    const found = this.column(stage).locator('[data-card] a').first();
    return (await found.textContent()).trim();
  }

  /** What a screen reader hears of a card in the air. */
  said() {
    return this.page.locator('[id^=DndLiveRegion]').textContent();
  }

  /** Carries the lifted card by an arrow. It listens a moment after it was lifted, so that a
   * key may come too soon on a busy computer; a person presses it again. */
  async carry(arrow, stage) {
    for (let more = 3; more > 0; more--) {
      await this.app.press(arrow);
      const there = expect.soon(() => this.said(), 'said', more > 1 ? 3 : 10);
      try {
        return await there.toContain(this.name(stage));
      } catch (error) {
        if (more === 1) throw error;
      }
    }
  }

  focus(title) {
    return this.card(title).locator('a').first().focus();
  }
}
