// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { AdvisorChat } from '../src/advisor-chat.ts';
import * as strings from '../src/strings.ts';
import { advisor, all, ask, find, open, words } from './visit.ts';

async function written(html: string): Promise<AdvisorChat> {
  document.body.innerHTML = html;
  const chat = document.querySelector<AdvisorChat>('advisor-chat')!;
  await chat.updateComplete;
  return chat;
}

describe('the element', () => {
  it('says plainly that it is automated', async () => {
    expect(words(find(await open(), '.foot'))).toBe(strings.automated);
  });

  it('greets as the page wants', async () => {
    const chat = await written('<advisor-chat api="/" greeting="Ask us"></advisor-chat>');
    expect(words(find(chat, '.headline'))).toBe('Ask us');
  });

  it('links to a person, and to what becomes of questions', async () => {
    const chat = await written('<advisor-chat api="/" contact="mailto:help@acme.example" privacy="/privacy"></advisor-chat>');
    expect(all(chat, '.foot a').map((one) => one.getAttribute('href'))).toEqual(['/privacy', 'mailto:help@acme.example']);
  });

  it('leads nowhere but to addresses', async () => {
    const chat = await written('<advisor-chat api="/" contact="javascript:alert(1)"></advisor-chat>');
    expect(all(chat, '.foot a')).toEqual([]);
  });

  it('takes a colour, and gives it back', async () => {
    const chat = await written('<advisor-chat api="/" accent="#7a1f5f"></advisor-chat>');
    expect(chat.style.getPropertyValue('--advisor-accent')).toBe('#7a1f5f');
    chat.accent = null;
    await chat.updateComplete;
    expect(chat.style.getPropertyValue('--advisor-accent')).toBe('');
  });

  it('has places for a page’s own greeting and footer', async () => {
    const chat = await open();
    expect(all(chat, 'slot').map((one) => one.getAttribute('name'))).toEqual(['greeting', 'footer']);
  });

  it('goes by what the visitor prefers where the page says nothing of dark and light', async () => {
    expect((await open()).hasAttribute('scheme')).toBe(true);
    document.body.style.colorScheme = 'dark';
    expect((await open()).hasAttribute('scheme')).toBe(false);
    document.body.style.colorScheme = '';
  });

  it('tells of a lost network, and listens no longer once it is taken away', async () => {
    const chat = await open();
    vi.stubGlobal('navigator', { onLine: false });
    window.dispatchEvent(new Event('offline'));
    await chat.updateComplete;
    expect(words(find(chat, '[role=status]'))).toBe(strings.offline);
    chat.remove();
    vi.stubGlobal('navigator', { onLine: true });
    window.dispatchEvent(new Event('online'));
    await chat.updateComplete;
    expect(words(find(chat, '[role=status]'))).toBe(strings.offline);
  });

  it('draws a turn again only when something of it has changed', async () => {
    const chat = await open();
    await ask(chat, 'First?');
    const first = find(chat, 'article').innerHTML;
    const changes: MutationRecord[] = [];
    const watch = new MutationObserver((records) => changes.push(...records));
    await ask(chat, 'Second?');
    watch.observe(find(chat, 'article'), { subtree: true, childList: true, attributes: true, characterData: true });
    await ask(chat, 'Third?');
    changes.push(...watch.takeRecords());
    expect(changes).toEqual([]);
    expect(first).toContain('First?');
    expect(advisor.asked).toHaveLength(3);
  });
});
