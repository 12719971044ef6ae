// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { AdvisorChat } from '../src/advisor-chat.ts';
import * as strings from '../src/strings.ts';
import { advisor, all, ask, find, open, press, words } from './visit.ts';
import { answer, events, json, lines } from './wire.ts';

describe('the question’s field', () => {
  async function type(chat: AdvisorChat, text: string): Promise<HTMLTextAreaElement> {
    const field = find<HTMLTextAreaElement>(chat, 'textarea');
    field.value = text;
    return field;
  }

  it('asks on Enter and breaks the line on Shift+Enter', async () => {
    const chat = await open();
    const field = await type(chat, '  Which?  ');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, bubbles: true, cancelable: true }));
    expect(advisor.asked).toEqual([]);
    await press(chat, field, 'Enter');
    await vi.waitFor(() => expect(advisor.asked).toHaveLength(1));
    expect(advisor.asked[0]!.body).toMatchObject({ message: 'Which?' });
    expect(field.value).toBe('');
    await vi.waitFor(() => expect(all(chat, '.marker')).toHaveLength(2));
  });

  it('asks nothing when there is nothing in it, and keeps what is typed while an answer is made', async () => {
    const chat = await open();
    await press(chat, await type(chat, '   '), 'Enter');
    expect(advisor.asked).toEqual([]);
    const asking = chat.ask('Which?');
    const field = await type(chat, 'Next?');
    await press(chat, field, 'Enter');
    expect(field.value).toBe('Next?');
    await asking;
  });
});

describe('the element', () => {
  it('tells the page what was asked and answered', async () => {
    const heard: unknown[] = [];
    for (const name of ['advisor-question', 'advisor-answer']) {
      document.addEventListener(name, (event) => heard.push((event as CustomEvent).detail), { once: true });
    }
    await ask(await open());
    expect(heard).toEqual([{ message: 'Which?' }, answer()]);
  });

  it('brings its conversation back, without reading it out', async () => {
    await ask(await open());
    document.body.replaceChildren();
    advisor.reply = () => json({ conversation: 'c_1', turns: [{ question: 'Which?', answer: answer() }] });
    const again = await open();
    await vi.waitFor(() => expect(all(again, '.marker')).toHaveLength(2));
    expect(find(again, '[role=log]').children).toHaveLength(0);
  });

  it('forgets its conversation', async () => {
    const chat = await open();
    await ask(chat);
    advisor.reply = () => new Response(null, { status: 204 });
    find(chat, `[aria-label='${strings.forget}']`).click();
    await vi.waitFor(() => expect(advisor.log.at(-1)).toBe('DELETE /api/conversations/c_1'));
    expect(all(chat, 'article')).toEqual([]);
    expect(all(chat, '.starters button').map(words)).toEqual(strings.starters);
    expect(localStorage).toHaveLength(0);
  });

  it('begins with the questions that the page gives', async () => {
    const chat = document.createElement('advisor-chat') as AdvisorChat;
    chat.setAttribute('starters', '["Which for us?"]');
    chat.setAttribute('heading', 'Acme advisor');
    chat.setAttribute('api', '/');
    document.body.append(chat);
    await chat.updateComplete;
    expect(all(chat, '.starters button').map(words)).toEqual(['Which for us?']);
    expect(words(find(chat, '.name'))).toBe('Acme advisor');
    find(chat, '.starters button').click();
    await vi.waitFor(() => expect(advisor.asked[0]?.body).toMatchObject({ message: 'Which for us?' }));
  });

  it('keeps its answer when it is moved, and stops when it is taken away', async () => {
    const text = new TextEncoder().encode(lines(events(answer()).slice(0, 4)));
    let left = false;
    advisor.reply = () => new Response(new ReadableStream({
      start: (controller) => controller.enqueue(text),
      cancel: () => { left = true; },
    }));
    const chat = await open();
    const asking = chat.ask('Which?');
    await vi.waitFor(() => expect(words(find(chat, '.prose'))).toContain('from one loop.'));
    const box = document.createElement('div');
    document.body.append(box);
    box.append(chat);
    await new Promise((resolve) => setTimeout(resolve));
    expect(left).toBe(false);
    chat.remove();
    await asking;
    expect(left).toBe(true);
  });

  it('asks another advisor when it is given another address', async () => {
    const chat = await open();
    await ask(chat);
    chat.api = 'https://other.example/advisor/';
    await chat.updateComplete;
    expect(all(chat, 'article')).toEqual([]);
    await ask(chat);
    expect(advisor.asked.at(-1)!.path).toBe('/advisor/api/chat');
    expect(advisor.asked.at(-1)!.body).not.toHaveProperty('conversation');
  });
});

describe('a floating one', () => {
  it('opens from its button and closes on Escape, the focus going along', async () => {
    const chat = await open('float');
    const dialog = find<HTMLDialogElement>(chat, 'dialog');
    const launcher = find(chat, '.launcher');
    expect(dialog.open).toBe(false);
    expect(launcher.getAttribute('aria-label')).toBe(strings.launch);
    launcher.click();
    await chat.updateComplete;
    expect(dialog.open).toBe(true);
    expect(launcher.hidden).toBe(true);
    expect(chat.shadowRoot!.activeElement).toBe(find(chat, 'textarea'));
    await press(chat, find(chat, 'textarea'), 'Escape');
    expect(dialog.open).toBe(false);
    await vi.waitFor(() => expect(chat.shadowRoot!.activeElement).toBe(launcher));
  });

  it('may be open from the start, and tells when it opens and closes', async () => {
    const told: string[] = [];
    for (const name of ['advisor-open', 'advisor-close']) {
      document.addEventListener(name, () => told.push(name), { once: true });
    }
    document.body.innerHTML = '<advisor-chat layout="float" api="/" open></advisor-chat>';
    const chat = document.querySelector<AdvisorChat>('advisor-chat')!;
    await chat.updateComplete;
    expect(find<HTMLDialogElement>(chat, 'dialog').open).toBe(true);
    chat.hide();
    await vi.waitFor(() => expect(told).toEqual(['advisor-open', 'advisor-close']));
    expect(chat.hasAttribute('open')).toBe(false);
  });

  it('keeps what is typed from the shortcuts of the page', async () => {
    const heard: string[] = [];
    const listener = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listener);
    const chat = await open();
    await press(chat, find(chat, 'textarea'), '/');
    document.removeEventListener('keydown', listener);
    expect(heard).toEqual([]);
  });

  it('closes an open citation first', async () => {
    const chat = await open('float');
    chat.show();
    await chat.updateComplete;
    await ask(chat);
    find(chat, '.marker').click();
    await chat.updateComplete;
    await press(chat, find(chat, '.card'), 'Escape');
    expect(all(chat, '.card')).toEqual([]);
    expect(find<HTMLDialogElement>(chat, 'dialog').open).toBe(true);
  });

  it('fetches an earlier conversation only when it is opened', async () => {
    await ask(await open());
    document.body.replaceChildren();
    const before = advisor.asked.length;
    const chat = await open('float');
    await new Promise((resolve) => setTimeout(resolve));
    expect(advisor.log.slice(before).filter((asked) => asked.includes('conversations'))).toEqual([]);
    advisor.reply = () => json({ conversation: 'c_1', turns: [{ question: 'Which?', answer: answer() }] });
    chat.show();
    await vi.waitFor(() => expect(all(chat, '.marker')).toHaveLength(2));
  });
});
