import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, PHONE, QUESTION, Visitor } from './visitor.ts';

const FRIEND = inject('friend');

let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  await visitor.leave();
});
afterAll(async () => {
  await browser.close();
});

describe('on a page of an allowed origin', () => {
  it('one tag gives a button that opens a chat, by keyboard alone', async () => {
    visitor = await Visitor.with(browser);
    const { page } = visitor;
    await page.goto(FRIEND);
    await visitor.tabTo('.launcher');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    await expect.poll(() => visitor.focused('textarea')).toBe(true);
    await page.keyboard.type(QUESTION);
    await page.keyboard.press('Enter');
    await page.locator('article[aria-busy=false] .marker').first().waitFor();
    expect(await page.locator('.prose p').first().evaluate((one) => getComputedStyle(one).textAlign)).toBe('start');
    await page.locator('.marker').first().click();
    const address = await page.locator('.context a').getAttribute('href');
    expect(address).toMatch(new RegExp(`^${inject('advisor')}/sources/.*#span=\\d+-\\d+$`));
    expect(await visitor.barriers()).toEqual([]);

    await page.keyboard.press('Escape');
    await expect.poll(() => visitor.focused('.marker')).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => visitor.focused('.launcher')).toBe(true);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(visitor.errors).toEqual([]);
  });

  it('an element fills its box', async () => {
    visitor = await Visitor.with(browser);
    await visitor.page.goto(`${FRIEND}/box`);
    await visitor.ask();
    const box = await visitor.page.locator('#box').boundingBox();
    expect(await visitor.page.locator('.shell').boundingBox()).toEqual(box);
    expect(await visitor.page.locator('.launcher').count()).toBe(0);
    expect(await visitor.barriers()).toEqual([]);
  });

  it('a phone shows it as a sheet over the page, which waits behind', async () => {
    visitor = await Visitor.with(browser, PHONE);
    const { page } = visitor;
    await page.goto(FRIEND);
    await page.locator('.launcher').tap();
    expect(await page.locator('dialog').boundingBox()).toEqual({ x: 0, y: 0, ...PHONE.viewport });
    await visitor.ask();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.overflow()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Close' }).tap();
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  it('an answer that is cut off goes on, each sentence once', async () => {
    visitor = await Visitor.with(browser);
    const { page } = visitor;
    await page.goto(`${FRIEND}/cut`);
    const resumed = page.waitForRequest((request) => request.url().includes('/api/answers/m_'));
    const turn = await visitor.ask();
    expect(Number((await resumed).headers()['last-event-id'])).toBeGreaterThan(0);
    const sentences = await turn.locator('.prose [class^=part-]').allInnerTexts();
    expect(sentences.length).toBeGreaterThan(1);
    expect(new Set(sentences).size).toBe(sentences.length);
    const spoken = await page.locator('[role=log] p').allTextContents();
    expect(new Set(spoken).size).toBe(spoken.length);
    expect(spoken).toHaveLength(sentences.length);
  });

  it('a strict content security policy is kept', async () => {
    visitor = await Visitor.with(browser);
    const { page } = visitor;
    await page.addInitScript(() => {
      const kept = window as unknown as { violations: string[] };
      kept.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => kept.violations.push(event.violatedDirective));
    });
    await page.goto(`${FRIEND}/strict`);
    const turn = await visitor.ask();
    await turn.locator('.marker').first().click();
    await page.locator('.card').waitFor();
    const background = await page.locator('.send').evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(background).toBe('rgb(31, 95, 91)');
    expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
    expect(visitor.errors).toEqual([]);
  });
});

describe('on a page of an origin that is refused', () => {
  it('the console names the setting and the origin, and the visitor is told plainly', async () => {
    visitor = await Visitor.with(browser);
    const { page } = visitor;
    const stranger = inject('stranger');
    await page.goto(stranger);
    const complaint = () => visitor.errors.filter((text) => text.includes(`ADVISOR_ALLOWED_ORIGINS=${stranger}`));
    await expect.poll(complaint).toHaveLength(1);
    await page.locator('.launcher').click();
    expect(await page.locator('[role=status]').innerText()).toContain('not set up for this page yet');
    await page.locator('textarea').fill(QUESTION);
    await page.locator('textarea').press('Enter');
    await page.locator('[role=alert]').waitFor();
    expect(await page.locator('[role=alert]').innerText()).toContain('not set up for this page yet');
    expect(complaint()).toHaveLength(1);
  });
});
