import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser, QUESTION, Visitor } from './visitor.ts';

const ADVISOR = inject('advisor');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('what a visitor says of an answer, and of one citation, is taken down', async () => {
  const visitor = await Visitor.with(browser);
  const { page } = visitor;
  await page.goto(ADVISOR);
  const turn = await visitor.ask();
  const judged = (found: object) =>
    page.waitForResponse(
      (response) =>
        response.url().endsWith('/api/feedback') &&
        Object.entries(found).every(([name, value]) => response.request().postDataJSON()[name] === value) &&
        response.status() === 204,
    );

  const thumb = judged({ helpful: false });
  await turn.getByRole('button', { name: 'This did not help' }).click();
  await thumb;
  // WidgetTest looks for these words in the database
  const words = 'A reason of a browser’s own';
  const reason = judged({ helpful: false, reason: words });
  await turn.locator('.reasons input').fill(words);
  await turn.locator('.reasons input').press('Enter');
  await reason;
  await turn.getByText('Thank you. That is taken down.').waitFor();
  expect(await turn.getByRole('button', { name: 'This did not help' }).getAttribute('aria-pressed')).toBe('true');

  await turn.locator('.marker').nth(1).click();
  const card = turn.locator('.card');
  const number = Number((await card.getAttribute('aria-label'))!.replace(/\D/g, ''));
  await card.getByRole('button', { name: 'Something wrong with this source?' }).click();
  const doubt = judged({ helpful: false, reason: 'It does not say that', citation: number });
  await card.getByRole('button', { name: 'It does not say that' }).click();
  await doubt;
  await card.getByText('Thank you. That is taken down.').waitFor();
  expect(visitor.errors).toEqual([]);
  await visitor.leave();
});

it('what a visitor shares is read by another as it was then, and cannot be gone on with', async () => {
  const visitor = await Visitor.with(browser);
  await visitor.page.goto(ADVISOR);
  await visitor.ask();
  const said = await visitor.page.locator('.prose').innerText();
  await visitor.page.getByRole('button', { name: 'Share' }).click();
  const link = visitor.page.locator('[role=status] a');
  const address = (await link.getAttribute('href'))!;
  expect(address).toMatch(/#s_[\w-]{20,}$/);
  await visitor.ask('And for heavy computation?');

  const other = await Visitor.with(browser);
  const { page } = other;
  const told: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/api/conversations/')) told.push(await response.text());
  });
  await page.goto(address);
  await expect.poll(() => page.locator('.prose').allInnerTexts()).toEqual([said]);
  expect(await page.locator('.asked').innerText()).toContain(QUESTION);
  expect(await page.locator('[role=status]').innerText()).toContain('It can be read, not gone on with.');
  // nothing is offered that cannot be asked
  expect(await page.locator('#decision').isVisible()).toBe(false);
  expect(await page.locator('textarea, .thumb, .suggestion, .manners').count()).toBe(0);
  expect(await page.getByRole('button', { name: /helped|help$|Share|Forget/ }).count()).toBe(0);
  await page.locator('.marker').first().click();
  await page.locator('.card blockquote').waitFor();
  expect(await page.locator('.doubt').count()).toBe(0);
  expect(await page.locator('[role=status]').evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(120);
  const barriers = await other.barriersInEveryColour();
  console.log(`barriers (axe)        ${barriers.length} in what someone shared, in light, in the dark and in forced colours`);
  expect(barriers).toEqual([]);
  // no id goes with it by which the conversation could be gone on with or deleted
  expect(told.join()).not.toMatch(/[cm]_[\w-]{20,}/);
  // the reader's own conversation is another
  await page.getByRole('link', { name: 'Ask your own question' }).click();
  await page.locator('.welcome').waitFor();

  await visitor.page.getByRole('button', { name: 'Forget this conversation' }).click();
  await visitor.page.getByText('Forgotten, here and on the server.').waitFor();
  await page.goto(address);
  await page.getByText('There is nothing to read under this link any more.').waitFor();
  expect(await page.locator('article').count()).toBe(0);
  await other.leave();
  await visitor.leave();
});
