import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, PHONE, QUESTION, Visitor } from './visitor.ts';

const ADVISOR = inject('advisor');
const FRIEND = inject('friend');

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
  console.log(`barriers (axe)        ${barriers} in ${looks} states, each in light, in the dark and in forced colours`);
});

async function visit(address: string, options: BrowserContextOptions = {}): Promise<Visitor['page']> {
  visitor = await Visitor.with(browser, options);
  await visitor.page.goto(address);
  return visitor.page;
}

async function look(): Promise<void> {
  const found = await visitor.barriersInEveryColour();
  looks++;
  barriers += found.length;
  expect(found).toEqual([]);
  expect(await visitor.overflow()).toBeLessThanOrEqual(0);
}

describe('in light, in the dark and in forced colours there are no barriers', () => {
  it('closed, and open before the first question', async () => {
    const page = await visit(FRIEND);
    await page.locator('.launcher').waitFor();
    await look();
    await page.locator('.launcher').click();
    await page.locator('.welcome').waitFor();
    await look();
  });

  it('while an answer is coming', async () => {
    const page = await visit(`${FRIEND}/cut`);
    await page.locator('textarea').fill(QUESTION);
    await page.locator('textarea').press('Enter');
    await page.locator('article[aria-busy=true] [class^=part-]').first().waitFor();
    await look();
    expect(await page.locator('article[aria-busy=true]').count()).toBe(1);
    await fetch(`${FRIEND}/cut-now`);
  });

  it('where the page is of an origin that is refused', async () => {
    const page = await visit(`${inject('stranger')}/box`);
    await page.locator('[role=status]').waitFor();
    await page.locator('textarea').fill(QUESTION);
    await page.locator('textarea').press('Enter');
    await page.locator('[role=alert]').waitFor();
    await look();
  });

  it('where the network is lost, and where the advisor says that it cannot answer', async () => {
    const page = await visit(ADVISOR);
    await page.context().setOffline(true);
    await page.locator('[role=status]').waitFor();
    await look();
    await page.context().setOffline(false);
    await page.route('**/api/chat', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', json: { detail: 'Too many are asking just now. Ask again in two seconds.' } }),
    );
    await page.locator('textarea').fill(QUESTION);
    await page.locator('textarea').press('Enter');
    await expect.poll(() => page.locator('[role=alert]').allInnerTexts()).toEqual([expect.stringContaining('Ask again in two seconds.')]);
    await look();
  });

  it.each([['in a wide window', {}], ['on a phone', PHONE]])('with an open citation, a comparison and a choice %s', async (_, options) => {
    const page = await visit(ADVISOR, options);
    const turn = await visitor.ask('We build a chat app with 20k websockets, our team knows Java. What should we use?');
    await turn.locator('.marker').first().click();
    await page.locator('.card').waitFor();
    await look();
    await visitor.ask('Compare Java, Go and Node.js');
    await look();
  });
});
