import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
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

describe('odd texts', () => {
  it('in everything an advisor says stay text, live and from history', async () => {
    const page = await visit();
    await page.goto(`${FRIEND}/odd`);
    for (const when of ['live', 'history']) {
      if (when === 'live') await visitor.ask(TEXTS[0]);
      else await page.reload();
      await page.locator('article').last().locator('.next').waitFor();
      const shown = await page.locator('article').last().locator('.prose li').evaluateAll((all) =>
        all.map((one) => {
          const said = one.cloneNode(true) as Element;
          for (const extra of said.querySelectorAll('.marker, .flag, .card')) extra.remove();
          return said.textContent!;
        }),
      );
      expect(shown.map((text) => text.trim())).toEqual(TEXTS.map((text) => text.replaceAll('`', '').trim()));
      await page.locator('article').last().locator('.prose .marker').nth(3).click();
      await page.locator('.card').waitFor();
      await page.locator('article').last().locator('.sources summary').click();
      expect(await page.locator('article, .card').locator('script, img, iframe, style, link, form[action], object, base').count()).toBe(0);
      const links = await page.locator('a').evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).protocol));
      expect(links.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
      expect(await visitor.overflow()).toBeLessThanOrEqual(0);
      await page.locator('textarea').fill('Still there?');
      await expectCalm(page);
    }
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
