/** A visitor with a browser. */
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

export const QUESTION = 'Is Node.js better than Python for a chat application?';

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'));
}

export class Visitor {
  /** What the console said in red. */
  readonly errors: string[] = [];

  private constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async with(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    return new Visitor(await context.newPage());
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  /** Types a question and waits until it is answered. */
  async ask(question: string = QUESTION): Promise<Locator> {
    const turns = this.page.locator('article');
    const before = await turns.count();
    await this.page.locator('textarea').fill(question);
    await this.page.locator('textarea').press('Enter');
    const turn = turns.nth(before);
    await expect.poll(() => turn.getAttribute('aria-busy')).toBe('false');
    return turn;
  }

  /** Presses a key until what has the focus fits. */
  async tabTo(wanted: string, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      await this.page.keyboard.press(key);
      if (await this.focused(wanted)) return;
    }
    throw new Error(`${key} never came to ${wanted}`);
  }

  /** Whether what has the focus, through all shadow roots, fits. */
  focused(wanted: string): Promise<boolean> {
    return this.page.evaluate((selector) => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.matches(selector) ?? false;
    }, wanted);
  }

  /** The barriers that axe finds, of whatever weight. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  /** How much wider than the window the page is. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  }
}
