import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { PARTS } from './odd-advisor.ts';
import { oddTexts } from './odd.ts';
import { openBrowser, Visitor } from './visitor.ts';

const ADVISOR = inject('advisor');
const FRIEND = inject('friend');
const TEXTS = oddTexts();

let browser: Browser;
let visitor: Visitor;
let asked: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  await visitor.leave();
});
afterAll(async () => {
  await browser.close();
});

async function visit(): Promise<Page> {
  visitor = await Visitor.with(browser);
  const { page } = visitor;
  asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  page.on('dialog', (dialog) => {
    visitor.errors.push(dialog.message());
    void dialog.dismiss();
  });
  return page;
}

/** Nothing was executed, nothing fetched from elsewhere, and the page can still be used. */
async function expectCalm(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
  expect([...new Set(asked)].filter((origin) => ![ADVISOR, FRIEND, 'null'].includes(origin))).toEqual([]);
  expect(page.context().pages()).toHaveLength(1);
  expect(visitor.errors).toEqual([]);
}

/** A turn holds these texts, all of them as text, also when what it holds is opened. */
async function expectText(page: Page, turn: Locator, texts: readonly string[]): Promise<void> {
  const shown = await turn.locator('.prose li').evaluateAll((all) =>
    all.map((one) => {
      const said = one.cloneNode(true) as Element;
      for (const extra of said.querySelectorAll('.marker, .flag, .card')) extra.remove();
      return said.textContent!;
    }),
  );
  expect(shown.map((text) => text.trim())).toEqual(texts.map((text) => text.replaceAll('`', '').trim()));
  await turn.locator('.prose .marker').nth(3).click();
  await page.locator('.card').waitFor();
  await turn.locator('.sources summary').click();
  expect(await turn.locator('script, img, iframe, style, link, form[action], object, base').count()).toBe(0);
  const links = await turn.locator('a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol));
  // an address that is none has no protocol, and leads nowhere
  expect(links.filter((protocol) => !/^(https?)?:$/.test(protocol))).toEqual([]);
  expect(await visitor.overflow()).toBeLessThanOrEqual(0);
}

describe('odd texts', () => {
  it('in everything an advisor says stay text, live and from history', async () => {
    const page = await visit();
    await page.goto(`${FRIEND}/odd`);
    for (const at of PARTS.keys()) await expectText(page, await visitor.ask(String(at)), PARTS[at]!);
    await page.reload();
    await expect.poll(() => page.locator('article').count()).toBe(PARTS.length);
    for (const at of PARTS.keys()) await expectText(page, page.locator('article').nth(at), PARTS[at]!);
    await page.locator('textarea').fill('Still there?');
    await expectCalm(page);
  });

  it('asked of the advisor are answered, live and from history', async () => {
    const page = await visit();
    await page.goto(ADVISOR);
    const questions = TEXTS.filter((text) => text.length < 4000).slice(0, Number(process.env['ADVISOR_ODD_QUESTIONS'] ?? 8));
    for (const question of questions) await visitor.ask(question);
    await page.reload();
    await expect.poll(() => page.locator('article').count()).toBe(questions.length);
    await expectCalm(page);
  });

  it('planted in a document are shown as they stand there', async () => {
    const page = await visit();
    await page.goto(`${ADVISOR}/sources/odd`);
    await page.locator('h1').waitFor();
    const shown = await page.locator('main').innerText();
    for (const text of ['<img src=x onerror="globalThis.broken = 1">', '<svg/onload=globalThis.broken=1>']) {
      expect(shown).toContain(text);
    }
    await expectCalm(page);
  });
});
