import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser, Visitor } from './visitor.ts';

const ADVISOR = inject('advisor');
const CEILING = 25_000;
const MANY = 200;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('what the widget weighs, how soon it can be used, and how it bears 200 turns', async () => {
  const visitor = await Visitor.with(browser);
  const { page } = visitor;
  const script = Buffer.from(await (await fetch(`${ADVISOR}/widget.js`)).arrayBuffer());
  const size = gzipSync(script, { level: 9 }).length;

  await page.goto(ADVISOR);
  await page.locator('textarea').waitFor();
  const usable = await page.evaluate(() => performance.now());

  await visitor.ask();
  const address = await page.evaluate(() => JSON.parse(localStorage.getItem(localStorage.key(0)!)!).conversation as string);
  const one = await (await fetch(`${ADVISOR}/api/conversations/${address}`)).json();
  const turns = Array.from({ length: MANY }, () => one.turns[0]);
  await page.route('**/api/conversations/c_*', (route) => route.fulfill({ json: { ...one, turns } }));
  await page.reload();
  await expect.poll(() => page.locator('article').count()).toBe(MANY);

  // how long drawing takes a browser at work: from a letter typed, and from a question, to the next frame
  const frame = (kind: 'type' | 'ask') =>
    page.evaluate(async (doing) => {
      const chat = document.querySelector('advisor-chat') as unknown as { ask(words: string): Promise<void>; shadowRoot: ShadowRoot };
      const field = chat.shadowRoot.querySelector('textarea')!;
      const before = performance.now();
      if (doing === 'type') {
        field.value += 'x';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      } else {
        void chat.ask('And Java?');
      }
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - before;
    }, kind);
  const typed = await frame('type');
  const asked = await frame('ask');
  await expect.poll(() => page.locator('article[aria-busy=false]').count()).toBe(MANY + 1);
  const drawn = await page.locator('article:not(:last-child)').evaluateAll(
    (all) => all.filter((turn) => getComputedStyle(turn).contentVisibility !== 'auto').length,
  );
  await page.unroute('**/api/conversations/c_*');

  const fresh = await Visitor.with(browser);
  await fresh.page.goto(ADVISOR);
  await fresh.ask();
  const barriers = await fresh.barriers();

  console.log(
    [
      `widget.js             ${(size / 1000).toFixed(1)} kB gzipped (${CEILING / 1000} at most)`,
      `can be used after     ${Math.round(usable)} ms`,
      `a letter at 200 turns ${Math.round(typed)} ms to its frame`,
      `a question there      ${Math.round(asked)} ms to its frame`,
      `barriers (axe)        ${barriers.length}`,
    ].join('\n'),
  );
  expect(size).toBeLessThanOrEqual(CEILING);
  // what is out of sight is not laid out
  expect(drawn).toBe(0);
  expect(barriers).toEqual([]);
  expect(visitor.errors).toEqual([]);
  await fresh.leave();
  await visitor.leave();
});
