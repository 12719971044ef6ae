import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, PHONE, Visitor } from './visitor.ts';

const ADVISOR = inject('advisor');
const FRIEND = inject('friend');
const CHOICE = 'We build a chat app with 20k websockets, our team knows Java. What should we use?';
const CLAIMS = 'Is it true that the GIL is gone and that Node is faster than Java?';

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

async function visit(address = ADVISOR, options: BrowserContextOptions = {}): Promise<Visitor['page']> {
  visitor = await Visitor.with(browser, options);
  await visitor.page.goto(address);
  return visitor.page;
}

describe('no barriers and nothing out of sight', () => {
  it('where claims are checked, sources disagree and a citation is doubted', async () => {
    const page = await visit();
    const turn = await visitor.ask(CLAIMS);
    await turn.locator('.claims .finding').first().waitFor();
    expect(await turn.locator('.sides').getAttribute('open')).toBe('');
    const [left, right] = await turn.locator('.two > div').all();
    const boxes = [await left!.boundingBox(), await right!.boundingBox()];
    expect(boxes[0]!.y).toBe(boxes[1]!.y);
    await turn.locator('.claims .marker').first().click();
    await page.locator('.doubt').click();
    await page.locator('.card .reasons').waitFor();
    expect(await visitor.barriers()).toEqual([]);
  });

  it.each([['on a phone', PHONE], ['on a small one in the dark', { ...PHONE, viewport: { width: 320, height: 560 }, colorScheme: 'dark' as const }]])(
    'where a choice is put right %s',
    async (_, options) => {
      const page = await visit(FRIEND, options);
      await page.route('**/api/feedback', (route) => route.fulfill({ status: 204 }));
      await page.locator('.launcher').tap();
      const turn = await visitor.ask(CHOICE);
      await turn.locator('select').first().selectOption('must');
      await turn.locator('.again').waitFor();
      await turn.getByRole('button', { name: 'This did not help' }).tap();
      await turn.locator('.reasons').waitFor();
      expect(await visitor.barriers()).toEqual([]);
      expect(await visitor.overflow()).toBeLessThanOrEqual(0);
      expect(await page.locator('.scroll').evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
    },
  );

  it('where nothing is known, the advisor is away, and the network is lost', async () => {
    const page = await visit();
    await visitor.ask('Is Cassandra faster than ScyllaDB?');
    await page.locator('.nearest').waitFor();
    await page.context().setOffline(true);
    await page.locator('[role=status]').waitFor();
    await page.locator('textarea').fill('And for chat?');
    await page.locator('textarea').press('Enter');
    await page.locator('[role=alert]').waitFor();
    expect(await page.locator('[role=alert]').innerText()).toContain('You are offline. This is asked again as soon as the connection is back.');
    expect(await visitor.barriers()).toEqual([]);
    await page.context().setOffline(false);
    await expect.poll(() => page.locator('[role=alert]').count()).toBe(0);
    await expect.poll(() => page.locator('article[aria-busy=false]').count()).toBe(2);
  });

  it('in a window that is very wide', async () => {
    await visit(ADVISOR, { viewport: { width: 3440, height: 1440 } });
    const turn = await visitor.ask();
    const box = await turn.boundingBox();
    expect(box!.width).toBeLessThan(800);
    expect(await visitor.overflow()).toBeLessThanOrEqual(0);
  });
});

describe('a citation', () => {
  it('is seen when a pointer rests on it, moving nothing, and goes when the pointer does', async () => {
    const page = await visit();
    const turn = await visitor.ask();
    const before = await turn.boundingBox();
    await turn.locator('.marker').first().hover();
    const glimpse = page.locator('#glimpse');
    await glimpse.waitFor();
    expect(await glimpse.innerText()).toMatch(/Our summary of [^]*Basis:/);
    expect(await turn.locator('.marker').first().getAttribute('aria-describedby')).toBe('glimpse');
    expect(await turn.boundingBox()).toEqual(before);
    await glimpse.hover();
    await page.waitForTimeout(400);
    expect(await glimpse.count()).toBe(1);
    await page.mouse.move(5, 5);
    await expect.poll(() => glimpse.count()).toBe(0);
  });

  it('is seen when the keyboard comes to it, and put away by Escape without losing the place', async () => {
    const page = await visit();
    await visitor.ask();
    await visitor.tabTo('.prose .marker', 'Shift+Tab');
    await page.locator('#glimpse').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#glimpse').count()).toBe(0);
    expect(await visitor.focused('.prose .marker')).toBe(true);
  });
});

describe('what was understood', () => {
  it('is put right by keyboard alone: the choice is made again with another importance', async () => {
    const page = await visit();
    await visitor.ask(CHOICE);
    await visitor.tabTo('select', 'Shift+Tab');
    expect(await visitor.focused('select[name="team-fit"]')).toBe(true);
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowUp');
    expect(await page.locator('select[name="team-fit"]').inputValue()).toBe('none');
    await visitor.tabTo('.again');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('article[aria-busy=false]').count()).toBe(2);
    expect(await page.locator('article').last().locator('select[name="team-fit"]').inputValue()).toBe('none');
    expect(await page.locator('article').last().locator('select[name="realtime"]').inputValue()).toBe('high');
    expect(await visitor.focused('.asked')).toBe(true);
  });

  it('has what was carried over taken out', async () => {
    const page = await visit();
    await visitor.ask();
    await visitor.ask('And for heavy computation?');
    await page.getByRole('button', { name: 'Leave out Python' }).click();
    await expect.poll(() => page.locator('article[aria-busy=false]').count()).toBe(3);
    const chips = await page.locator('article').last().locator('.chip').allInnerTexts();
    expect(chips.join()).toContain('Node.js');
    expect(chips.join()).not.toContain('Python');
    // what is out of sight is not laid out
    expect(await page.locator('article').first().evaluate((one) => getComputedStyle(one).contentVisibility)).toBe('auto');
  });
});

describe('on someone else’s page', () => {
  it('hostile styles do not reach inside', async () => {
    const page = await visit(`${FRIEND}/hostile`);
    const turn = await visitor.ask();
    const look = await turn.locator('.prose p').first().evaluate((one) => {
      const { color, fontSize, textAlign, letterSpacing, textTransform, textIndent } = getComputedStyle(one);
      return { color, fontSize, textAlign, letterSpacing, textTransform, textIndent };
    });
    expect(look).toEqual({
      color: 'rgb(28, 31, 34)', fontSize: '16px', textAlign: 'start', letterSpacing: 'normal', textTransform: 'none', textIndent: '0px',
    });
    expect(await page.locator('.send').isVisible()).toBe(true);
  });

  it('nothing of the page is moved, closed, opening or answering', async () => {
    visitor = await Visitor.with(browser);
    const { page } = visitor;
    await page.addInitScript(() => {
      const kept = globalThis as unknown as { moved: number };
      kept.moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { sources: { node: Node | null }[] }[]) {
          kept.moved += entry.sources.filter(({ node }) => node && document.querySelector('main')!.contains(node)).length;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(FRIEND);
    const heading = await page.locator('h1').boundingBox();
    await page.locator('.launcher').click();
    await visitor.ask();
    expect(await page.locator('h1').boundingBox()).toEqual(heading);
    expect(await page.evaluate(() => (globalThis as unknown as { moved: number }).moved)).toBe(0);
  });

  it('it goes by what the visitor prefers where the page says nothing of dark and light', async () => {
    const page = await visit(FRIEND, { ...PHONE, colorScheme: 'dark' });
    await page.locator('.launcher').tap();
    expect(await page.locator('.shell').evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(23, 25, 27)');
  });

  it('on a phone it keeps to what the on-screen keyboard leaves, and comes back after it', async () => {
    visitor = await Visitor.with(browser, PHONE);
    const { page } = visitor;
    await page.addInitScript(() => {
      const view = Object.assign(new EventTarget(), { height: 844, offsetTop: 0 });
      Object.defineProperty(globalThis, 'visualViewport', { value: view });
    });
    await page.goto(FRIEND);
    await page.locator('.launcher').tap();
    const box = () => page.locator('dialog').boundingBox();
    const keyboard = (height: number, offsetTop: number) =>
      page.evaluate((to) => {
        Object.assign(visualViewport!, to);
        visualViewport!.dispatchEvent(new Event('resize'));
      }, { height, offsetTop });
    expect(await box()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await keyboard(500, 60);
    expect(await box()).toEqual({ x: 0, y: 60, width: 390, height: 500 });
    const field = await page.locator('.entry').boundingBox();
    expect(field!.y + field!.height).toBeLessThan(560);
    await keyboard(844, 0);
    expect(await box()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  });
});

describe('an answer', () => {
  it('is stopped by keyboard, keeps what it had said, and can be asked again', async () => {
    const page = await visit();
    await page.route('**/api/chat', () => undefined);
    await page.locator('textarea').fill('Which for chat?');
    await page.locator('textarea').press('Enter');
    await page.locator('.stop').waitFor();
    expect(await page.locator('article').getAttribute('aria-busy')).toBe('true');
    await visitor.tabTo('.stop');
    await page.keyboard.press('Enter');
    await page.locator('[role=alert]').waitFor();
    expect(await visitor.focused('textarea')).toBe(true);
    await page.unroute('**/api/chat');
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.locator('article[aria-busy=false] .marker').first().waitFor();
    expect(await page.locator('article').count()).toBe(1);
  });
});
