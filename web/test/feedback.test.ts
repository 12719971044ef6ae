// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { AdvisorChat } from '../src/advisor-chat.ts';
import * as strings from '../src/strings.ts';
import { advisor, all, ask, find, open, words } from './visit.ts';
import { answer, json, told } from './wire.ts';

function labelled(chat: AdvisorChat, label: string): HTMLButtonElement {
  return find(chat, `[aria-label='${label}']`);
}

/** What was said of answers, as it went over the wire. */
function opinions(): unknown[] {
  return advisor.asked.filter(({ path }) => path === '/api/feedback').map(({ body }) => body);
}

async function answered(status = 204): Promise<AdvisorChat> {
  advisor.reply = ({ path }) => (path === '/api/feedback' ? respond(status) : told(answer()));
  const chat = await open();
  await ask(chat);
  return chat;
}

function respond(status: number): Response {
  return status === 204 ? new Response(null, { status }) : json({ detail: 'Storage is away.' }, status);
}

describe('an answer', () => {
  it('that helped is taken down, and thanked for', async () => {
    const chat = await answered();
    const thumb = labelled(chat, strings.helpful);
    expect(thumb.getAttribute('aria-pressed')).toBe('false');
    thumb.click();
    await vi.waitFor(() => expect(words(find(chat, '[role=status]'))).toBe(strings.thanks));
    expect(thumb.getAttribute('aria-pressed')).toBe('true');
    expect(opinions()).toEqual([{ answer: 'm_1', helpful: true }]);
  });

  it('that did not help is taken down at once, and the reason when it is given', async () => {
    const chat = await answered();
    labelled(chat, strings.notHelpful).click();
    await chat.updateComplete;
    expect(all(chat, '.reasons .choice').map(words)).toEqual(strings.reasons);
    all(chat, '.reasons .choice')[2]!.click();
    await vi.waitFor(() => expect(words(find(chat, '[role=status]'))).toBe(strings.thanks));
    expect(opinions()).toEqual([
      { answer: 'm_1', helpful: false },
      { answer: 'm_1', helpful: false, reason: 'Out of date' },
    ]);
  });

  it('takes a reason in the reader’s own words, and none that is empty', async () => {
    const chat = await answered();
    labelled(chat, strings.notHelpful).click();
    await chat.updateComplete;
    find<HTMLFormElement>(chat, '.reasons').requestSubmit();
    find<HTMLInputElement>(chat, '.reasons input').value = '  It is about Deno.  ';
    find<HTMLFormElement>(chat, '.reasons').requestSubmit();
    await vi.waitFor(() => expect(opinions()).toHaveLength(2));
    expect(opinions()[1]).toEqual({ answer: 'm_1', helpful: false, reason: 'It is about Deno.' });
  });

  it('says when that could not be taken down', async () => {
    const chat = await answered(503);
    labelled(chat, strings.helpful).click();
    await vi.waitFor(() => expect(words(find(chat, '[role=status]'))).toBe(strings.notTaken));
    advisor.reply = () => respond(204);
    labelled(chat, strings.helpful).click();
    await vi.waitFor(() => expect(words(find(chat, '[role=status]'))).toBe(strings.thanks));
  });
});

describe('a citation', () => {
  it('can be doubted by itself, with a reason', async () => {
    const chat = await answered();
    all(chat, '.marker')[1]!.click();
    await chat.updateComplete;
    find(chat, '.doubt').click();
    await chat.updateComplete;
    expect(opinions()).toEqual([]);
    expect(all(chat, '.card .choice').map(words)).toEqual(strings.doubts);
    find(chat, '.card .choice').click();
    await vi.waitFor(() => expect(words(find(chat, '.card [role=status]'))).toBe(strings.thanks));
    expect(opinions()).toEqual([{ answer: 'm_1', helpful: false, reason: 'It does not say that', citation: 2 }]);
    expect(labelled(chat, strings.notHelpful).getAttribute('aria-pressed')).toBe('false');
  });

  it('that is doubted after all is not', async () => {
    const chat = await answered();
    find(chat, '.marker').click();
    await chat.updateComplete;
    find(chat, '.doubt').click();
    await chat.updateComplete;
    find(chat, '.doubt').click();
    await chat.updateComplete;
    expect(all(chat, '.card .reasons')).toEqual([]);
  });
});
