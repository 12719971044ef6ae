import { text } from 'node:stream/consumers';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, PHONE, QUESTION, Visitor } from './visitor.ts';

const ADVISOR = inject('advisor');
const CHOICE = 'We build a chat app with 20k websockets, our team knows Java. What should we use?';
const MANY = 'We need a back end with many open connections. Which should we use: Java, Go, Node.js, Python, Rust or C#?';

let browser: Browser;
let visitor: Visitor;
let looks = 0;
let barriers = 0;

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  await visitor.leave();
});
afterAll(async () => {
  await browser.close();
  console.log(`barriers (axe)        ${barriers} in ${looks} states of a decision, each in light, in the dark and in forced colours`);
});

async function look(): Promise<void> {
  const found = await visitor.barriersInEveryColour();
  looks++;
  barriers += found.length;
  expect(found).toEqual([]);
}

/** A page with a decision, and what draws it. */
async function decided(options: BrowserContextOptions = {}, question = CHOICE): Promise<Page> {
  visitor = await Visitor.with(browser, { viewport: { width: 1280, height: 900 }, ...options });
  const { page } = visitor;
  await page.goto(ADVISOR);
  await visitor.ask(question);
  await page.locator('.ranking').waitFor({ state: 'attached' });
  const view = page.locator('.views button').nth(1);
  if (await view.isVisible()) await view.click();
  await page.locator('.matrix').waitFor();
  return page;
}

const slider = (page: Page, criterion: string): Locator => page.locator(`input[data-criterion="${criterion}"]`);

async function file(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.locator('#decision').getByRole('button', { name: button, exact: true }).click();
  return text(await (await downloading).createReadStream());
}

describe('a decision', () => {
  it('is ranked anew as sliders move by keyboard, and shows to the byte what the advisor recommends', async () => {
    const page = await decided();
    expect(await page.locator('#decision h2').last().innerText()).toBe('Java, firmly ahead');
    let under = 0;
    let most = 0;
    const asked: { profile: string; told: string }[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/recommendations')) most = Math.max(most, ++under);
    });
    page.on('response', async (response) => {
      if (!response.url().endsWith('/api/recommendations')) return;
      under--;
      asked.push({ profile: response.request().postData()!, told: await response.text() });
    });
    await slider(page, 'startup').focus();
    for (let presses = 0; presses < 6; presses++) await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowLeft');
    expect(await slider(page, 'startup').inputValue()).toBe('63');
    await expect.poll(() => page.locator('#decision h2').last().innerText()).not.toBe('Java, firmly ahead');
    await expect.poll(() => asked.at(-1)?.profile ?? '').toContain('"weight":0.63');
    expect(await visitor.focused('input[data-criterion=startup]')).toBe(true);

    const { profile, told } = asked.at(-1)!;
    const again = await fetch(`${ADVISOR}/api/recommendations`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: profile });
    expect(told).toBe(await again.text());
    const { ranking } = JSON.parse(told) as { ranking: { score: number; low: number; high: number; wins: number }[] };
    const scores = ranking.map(({ score, low, high }) => `${score.toFixed(2)}, from ${low.toFixed(2)} to ${high.toFixed(2)}`);
    await expect.poll(() => page.locator('.ranking td:nth-of-type(1) .figures').allInnerTexts()).toEqual(scores);
    expect(most).toBe(1);
    expect(await page.locator('#decision [role=status]').first().innerText()).toMatch(/^Now: /);
    // beyond the mark on the track it is another's
    expect(await slider(page, 'startup').getAttribute('aria-valuetext')).toMatch(/^63 %\. .*takes over/);

    await page.getByRole('button', { name: 'Back to what the conversation decided' }).click();
    await expect.poll(() => page.locator('#decision h2').last().innerText()).toBe('Java, firmly ahead');
    expect(visitor.errors).toEqual([]);
  });

  it('leads by keyboard from a cell to the sentence it rests on', async () => {
    const page = await decided();
    await page.locator('[data-cell="nodejs realtime"]').focus();
    await page.keyboard.press('Enter');
    const first = page.locator('.evidence li').first();
    await first.waitFor();
    expect(await visitor.focused('#evidence')).toBe(true);
    const quote = (await first.locator('blockquote').innerText()).slice(1, -1);
    await visitor.tabTo('.evidence li a');
    await page.keyboard.press('Enter');
    await page.locator('mark').first().waitFor();
    expect((await page.locator('mark').allInnerTexts()).join('')).toBe(quote);
    await page.goBack();
    await page.locator('[data-cell="python realtime"]').click();
    await page.locator('.evidence li').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.evidence').count()).toBe(0);
    expect(await visitor.focused('[data-cell="python realtime"]')).toBe(true);
  });

  it('takes an own rating with its reason into the record, in Markdown and in JSON', async () => {
    const page = await decided();
    await page.locator('[data-cell="nodejs realtime"]').click();
    await page.locator('.evidence li').first().waitFor();
    await page.locator('[name=rating]').selectOption('1');
    await page.locator('[name=why]').fill('Our own load test failed at 2,000 sockets.');
    const given = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
    await page.getByRole('button', { name: 'Use my rating' }).click();
    await given;
    await expect.poll(() => page.locator('[data-cell="nodejs realtime"]').innerText()).toMatch(/1\s+yours$/);
    await page.keyboard.press('Escape');

    const record = await file(page, 'Decision record');
    expect(record).toContain('own rating of Node.js on real-time traffic: 1 of 5, by the asker: Our own load test failed at 2,000 sockets.');
    expect(await page.locator('article').count()).toBe(2);
    await page.getByText('Asked again with what you changed, for the record.').waitFor();
    const twin = JSON.parse(await file(page, 'As JSON')) as { recommendation: { profile: { overrides: object[] } } };
    expect(twin.recommendation.profile.overrides).toEqual([
      { technology: 'nodejs', criterion: 'realtime', rating: [1, 1], by: 'the asker', why: 'Our own load test failed at 2,000 sockets.' },
    ]);
    // nothing was changed since, so nothing is asked
    expect(await page.locator('article').count()).toBe(2);
    await page.reload();
    await expect.poll(() => page.locator('[data-cell="nodejs realtime"]').innerText()).toMatch(/yours/);
  });

  it('asks the conversation why not another, and the next question', async () => {
    const page = await decided({}, 'Which back end should we use for a service with many open connections?');
    await page.locator('.next .choice').first().click();
    await expect.poll(() => page.locator('article[aria-busy=false]').count()).toBe(2);
    await page.getByRole('button', { name: /^Why not / }).first().click();
    await expect.poll(() => page.locator('article[aria-busy=false]').count()).toBe(3);
    expect(await page.locator('.asked').last().innerText()).toMatch(/Why not .*\?/);
  });

  it('is there for whom it is shared with, without what is the owner’s', async () => {
    const page = await decided();
    await page.getByRole('button', { name: 'Share' }).click();
    const address = (await page.locator('advisor-chat [role=status] a').getAttribute('href'))!;
    const other = await Visitor.with(browser, { viewport: { width: 1280, height: 900 } });
    await other.page.goto(address);
    await other.page.locator('.matrix').waitFor();
    expect(await other.page.getByRole('button', { name: 'Decision record' }).count()).toBe(0);
    await slider(other.page, 'startup').press('PageUp');
    await other.page.getByRole('button', { name: 'Back to what the conversation decided' }).waitFor();
    expect(other.errors).toEqual([]);
    await other.leave();
  });

  it('is gone when the conversation is forgotten', async () => {
    const page = await decided();
    await page.getByRole('button', { name: 'Forget this conversation' }).click();
    await page.locator('.none-yet').waitFor();
    expect(await page.locator('.matrix').isVisible()).toBe(false);
  });

  it.each([['three', CHOICE], ['six', MANY]])('among %s is printed on one page, without the conversation', async (_, question) => {
    const page = await decided({}, question);
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
});

describe('on a phone', () => {
  it('is a view of its own beside the conversation, and each is found where it was left', async () => {
    const page = await decided(PHONE);
    expect(await page.locator('textarea').isVisible()).toBe(false);
    await slider(page, 'startup').scrollIntoViewIfNeeded();
    const at = await page.evaluate(() => scrollY);
    expect(at).toBeGreaterThan(0);
    // a tap of the test's would first scroll to where the bar is when it does not stick
    await page.getByRole('button', { name: 'Conversation' }).dispatchEvent('click');
    await page.locator('textarea').waitFor();
    expect(await page.locator('.matrix').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Java, firmly ahead' }).dispatchEvent('click');
    expect(await page.evaluate(() => scrollY)).toBe(at);
    // what is asked here is answered there
    await page.getByRole('button', { name: 'Why not Python?' }).tap();
    await expect.poll(() => page.locator('article[aria-busy=false]').count()).toBe(2);
    const question = await page.locator('.asked').last().boundingBox();
    const bar = await page.locator('.views').boundingBox();
    expect(question!.y).toBeGreaterThanOrEqual(bar!.y + bar!.height);
  });
});

describe('no barriers and nothing out of sight', () => {
  it.each([['in a wide window', {}], ['on a phone', PHONE]])('with a cell open %s', async (_, options) => {
    const page = await decided(options);
    await page.locator('[data-cell="nodejs realtime"]').click();
    await page.locator('.evidence li').first().waitFor();
    await look();
    expect(await visitor.overflow()).toBeLessThanOrEqual(0);
  });

  it('where nothing is decided yet', async () => {
    visitor = await Visitor.with(browser, { viewport: { width: 1280, height: 900 } });
    await visitor.page.goto(ADVISOR);
    await visitor.page.locator('.none-yet').waitFor();
    await look();
    // nothing of what draws decisions is loaded, also not by a question that decides nothing
    const loaded: string[] = [];
    visitor.page.on('request', (request) => loaded.push(request.url()));
    await visitor.ask(QUESTION);
    expect(loaded.filter((address) => address.includes('decision'))).toEqual([]);
  });
});
