import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, PHONE, Visitor } from './visitor.ts';

const ADVISOR = inject('advisor');

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

describe('the page', () => {
  it('answers, and leads by keyboard alone from a claim to the sentence it rests on', async () => {
    visitor = await Visitor.with(browser);
    const { page } = visitor;
    await page.goto(ADVISOR);
    expect(await visitor.focused('textarea')).toBe(true);
    await page.keyboard.type('Is Node.js better than Python for a chat application?');
    await page.keyboard.press('Enter');
    await page.locator('article[aria-busy=false] .marker').first().waitFor();
    expect(await page.locator('.prose').innerText()).toMatch(/Node\.js/);
    const sentences = await page.locator('.prose [class^=part-]').count();
    expect(await page.locator('[role=log] p').count()).toBe(sentences);

    await visitor.tabTo('.prose .marker', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    expect(await visitor.focused('.card')).toBe(true);
    const card = await page.locator('.card').innerText();
    expect(card).toMatch(/Our summary of/);
    expect(card).toMatch(/Basis:/);
    const quote = (await page.locator('.card blockquote').innerText()).slice(1, -1);

    await visitor.tabTo('.context a');
    const opening = page.context().waitForEvent('page');
    await page.keyboard.press('Enter');
    const source = await opening;
    await source.locator('mark').first().waitFor();
    expect((await source.locator('mark').allInnerTexts()).join('')).toBe(quote);
    expect(await source.evaluate(() => document.activeElement?.tagName)).toBe('MARK');
    await source.close();

    await page.keyboard.press('Escape');
    await expect.poll(() => visitor.focused('.prose .marker')).toBe(true);
    expect(await page.locator('.card').count()).toBe(0);
    expect(visitor.errors).toEqual([]);
  });

  it('compares side by side, by name, with sources in the cells', async () => {
    visitor = await Visitor.with(browser);
    await visitor.page.goto(ADVISOR);
    const turn = await visitor.ask('Compare Java, Go and Node.js');
    await expect.poll(() => turn.locator('.first thead th').allInnerTexts()).toEqual(['Side by side', 'Java', 'Go', 'Node.js']);
    await turn.locator('td .marker').first().click();
    await turn.locator('.comparison .card blockquote').waitFor();
    await turn.locator('.comparison summary').click();
    await turn.locator('.rest tbody tr').first().waitFor();
  });

  it('goes on with a pressed question, the focus at its answer', async () => {
    visitor = await Visitor.with(browser);
    const { page } = visitor;
    await page.goto(ADVISOR);
    await visitor.ask();
    await visitor.tabTo('.suggestion', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('article[aria-busy=false]').count()).toBe(2);
    expect(await visitor.focused('.asked')).toBe(true);
    expect(await page.locator('.asked').last().evaluate((asked) => asked.getBoundingClientRect().top)).toBeLessThan(200);
  });

  it('keeps the conversation over a reload as the server keeps it, until a new one is begun', async () => {
    visitor = await Visitor.with(browser);
    const { page } = visitor;
    await page.goto(ADVISOR);
    await visitor.ask();
    const said = await page.locator('.prose').innerText();
    const kept = page.waitForResponse((response) => response.url().includes('/api/conversations/c_'));
    await page.reload();
    expect((await kept).status()).toBe(200);
    await expect.poll(() => page.locator('.prose').allInnerTexts()).toEqual([said]);
    await visitor.ask('And for heavy computation?');
    await page.getByRole('button', { name: 'Forget this conversation' }).click();
    await page.locator('.welcome').waitFor();
    expect(await visitor.focused('textarea')).toBe(true);
    await page.reload();
    await page.locator('.welcome').waitFor();
    expect(await page.locator('article').count()).toBe(0);
  });

  it('has no barriers before the first question', async () => {
    visitor = await Visitor.with(browser, PHONE);
    await visitor.page.goto(ADVISOR);
    await visitor.page.locator('.welcome').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.overflow()).toBeLessThanOrEqual(0);
  });

  it('of a document has no barriers', async () => {
    visitor = await Visitor.with(browser, PHONE);
    await visitor.page.goto(`${ADVISOR}/sources/real-time#span=0-40`);
    await visitor.page.locator('mark').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.overflow()).toBeLessThanOrEqual(0);
  });
});
