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

const OTHER_COLOURS = {
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

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
  async barriers(rules?: string[]): Promise<string[]> {
    // there are no frames to look into, and what passes need not be told
    const axe = new AxeBuilder({ page: this.page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  /** The barriers of what is shown, those that are a matter of colour in light, in the dark and in forced colours. */
  async barriersInEveryColour(): Promise<string[]> {
    await this.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    const found = await this.barriers();
    for (const [name, media] of Object.entries(OTHER_COLOURS)) {
      await this.page.emulateMedia(media);
      found.push(...(await this.barriers(['color-contrast', 'link-in-text-block'])).map((barrier) => `${name}: ${barrier}`));
    }
    return found;
  }

  /** How much wider than the window the page is. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  }
}
