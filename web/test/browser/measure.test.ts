import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser, Visitor } from './visitor.ts';

const ADVISOR = inject('advisor');
const CEILING = 25_000;
const DECISION = ['workplace.js', 'decision.js', 'decision.css'];
const MANY = 200;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('what a decision weighs, and how soon a moved slider is painted once the advisor has answered', async () => {
  const visitor = await Visitor.with(browser);
  const { page } = visitor;
  const files = DECISION.map(async (name) => Buffer.from(await (await fetch(`${ADVISOR}/page/${name}`)).arrayBuffer()));
  const size = (await Promise.all(files)).reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  await page.addInitScript(() => {
    const kept = globalThis as unknown as { asked: number[]; painted: number[] };
    kept.asked = [];
    kept.painted = [];
    const ask = globalThis.fetch;
    globalThis.fetch = async (...given) => {
      const from = performance.now();
      const response = await ask(...given);
      if (!String(given[0]).endsWith('/api/recommendations')) return response;
      const read = response.json.bind(response);
      response.json = async () => {
        const data: unknown = await read();
        const come = performance.now();
        kept.asked.push(come - from);
        // the frame that shows it, and what comes right after that frame
        requestAnimationFrame(() => setTimeout(() => kept.painted.push(performance.now() - come)));
        return data;
      };
      return response;
    };
  });
  await page.goto(ADVISOR);
  await visitor.ask('We build a chat app with 20k websockets, our team knows Java. What should we use?');
  const slider = page.locator('input[data-criterion=startup]');
  await slider.focus();
  for (let moves = 0; moves < 15; moves++) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(150);
  }
  const { asked, painted } = await page.evaluate(() => {
    const { asked, painted } = globalThis as unknown as { asked: number[]; painted: number[] };
    return { asked, painted };
  });
  const half = (all: number[]) => Math.round(all.sort((one, other) => one - other)[all.length >> 1]!);
  console.log(
    [
      `a decision            ${(size / 1000).toFixed(1)} kB gzipped besides (20 at most)`,
      `a slider moved        answered within ${half(asked)} ms, painted ${half(painted)} ms after that, at most ${Math.round(Math.max(...painted))} ms (half of ${painted.length})`,
    ].join('\n'),
  );
  expect(painted.length).toBeGreaterThan(5);
  await visitor.leave();
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
  await page.locator('article').nth(MANY - 1).waitFor();
  const shown = await page.evaluate(() => performance.now());

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
  // from end to end, a window's height at each frame
  const scrolled = await page.evaluate(async () => {
    const busy: number[] = [];
    const watching = new PerformanceObserver((list) => busy.push(...list.getEntries().map(({ duration }) => duration)));
    watching.observe({ type: 'longtask' });
    const frames: number[] = [];
    scrollTo(0, 0);
    for (let last = performance.now(), at = -1; scrollY > at; ) {
      at = scrollY;
      scrollBy(0, innerHeight);
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    watching.disconnect();
    return { frames: frames.sort((one, other) => one - other), busy };
  });
  const asked = await frame('ask');
  await expect.poll(() => page.locator('article[aria-busy=false]').count()).toBe(MANY + 1);
  const drawn = await page.locator('article:not(:last-child)').evaluateAll(
    (all) => all.filter((turn) => getComputedStyle(turn).contentVisibility !== 'auto').length,
  );
  await page.unroute('**/api/conversations/c_*');

  const { frames, busy } = scrolled;
  const share = (of: number) => Math.round(frames[Math.floor(of * (frames.length - 1))]!);
  console.log(
    [
      `widget.js             ${(size / 1000).toFixed(1)} kB gzipped (${CEILING / 1000} at most)`,
      `can be used after     ${Math.round(usable)} ms`,
      `200 turns shown after ${Math.round(shown)} ms`,
      `scrolling through     ${frames.length} frames, half within ${share(0.5)} ms, 95 % within ${share(0.95)} ms`,
      `long tasks meanwhile  ${busy.length}${busy.length > 0 ? `, the longest ${Math.round(Math.max(...busy))} ms` : ''}`,
      `a letter at 200 turns ${Math.round(typed)} ms to its frame`,
      `a question there      ${Math.round(asked)} ms to its frame`,
    ].join('\n'),
  );
  expect(size).toBeLessThanOrEqual(CEILING);
  // what is out of sight is not laid out
  expect(drawn).toBe(0);
  expect(frames.length).toBeGreaterThan(MANY / 2);
  expect(visitor.errors).toEqual([]);
  await visitor.leave();
});
