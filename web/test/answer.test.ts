// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { AdvisorChat } from '../src/advisor-chat.ts';
import * as strings from '../src/strings.ts';
import { advisor, all, answering, ask, find, open, press, words } from './visit.ts';
import { answer, citation, COMPARISON, events, lines, sentence, streamed } from './wire.ts';

const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

describe('an answer', () => {
  it('shows its sentences with a marker for each source', async () => {
    const chat = await open();
    await ask(chat);
    expect(words(find(chat, '.prose'))).toBe('Node.js serves “Zürich” 🧵 from one loop.1 Python does not.2');
    expect(all(chat, '.marker').map((one) => one.getAttribute('aria-label'))).toEqual(['Source 1', 'Source 2']);
    expect(find(chat, 'article').getAttribute('aria-busy')).toBe('false');
    expect(words(find(chat, '.asked'))).toBe('You asked: Which?');
  });

  it('puts items into a list and paragraphs apart', async () => {
    answering(answer({
      sentences: [
        sentence('It depends.', [], ''),
        sentence('Node.js for chat.', [1], '\n- '),
        sentence('Really.', []),
        sentence('Python for data.', [2], '\n- '),
        sentence('What is it for?', [], '\n\n'),
      ],
    }));
    const chat = await open();
    await ask(chat);
    const shape = [...find(chat, '.prose').children].map((one) => `${one.tagName} ${words(one)}`);
    expect(shape).toEqual(['P It depends.', 'UL Node.js for chat.1 Really.Python for data.2', 'P What is it for?']);
    expect(all(chat, '.prose li')).toHaveLength(2);
  });

  it('keeps a marker with the last word, unless that is too long for a line', async () => {
    answering(answer({ sentences: [sentence('It is so.', [1], ''), sentence(`It is ${'W'.repeat(99)}.`, [2])] }));
    const chat = await open();
    await ask(chat);
    expect(all(chat, '.keep').map(words)).toEqual(['so.1', '2']);
  });

  it('is text, whatever the server sends', async () => {
    answering(answer({
      sentences: [sentence(HOSTILE, [1], '')],
      citations: [citation(1, {
        quote: HOSTILE,
        condition: HOSTILE,
        source: { title: HOSTILE, publisher: HOSTILE, url: 'javascript:alert(3)', date: null, readFrom: 'primary' },
      })],
      choices: [{ label: HOSTILE, message: HOSTILE }],
      suggestions: [HOSTILE],
      nearest: [{ document: HOSTILE, title: HOSTILE, heading: HOSTILE }],
      notices: [{ code: 'words-only', text: HOSTILE }],
    }));
    const chat = await open();
    await ask(chat, HOSTILE);
    find(chat, '.marker').click();
    await chat.updateComplete;
    expect(all(chat, 'img, script')).toEqual([]);
    expect(find(chat, '.card blockquote').textContent).toBe(`“${HOSTILE}”`);
    const addresses = all(chat, 'a').map((link) => link.getAttribute('href')!);
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !address.startsWith('http'))).toEqual([]);
  });

  it('is read out sentence by sentence, once', async () => {
    const chat = await open();
    await ask(chat);
    const log = find(chat, '[role=log]');
    expect(log.getAttribute('aria-live')).toBe('polite');
    expect([...log.children].map(words)).toEqual(['Node.js serves “Zürich” 🧵 from one loop.', 'Python does not.']);
  });

  it('shows that it is being made, and can be stopped', async () => {
    const text = new TextEncoder().encode(lines(events(answer()).slice(0, 4)));
    advisor.reply = () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(text) }));
    const chat = await open();
    const asking = chat.ask('Which?');
    await vi.waitFor(() => expect(words(find(chat, '.prose'))).toContain('from one loop.'));
    expect(find(chat, 'article').getAttribute('aria-busy')).toBe('true');
    find(chat, '.stop').click();
    await asking;
    await chat.updateComplete;
    expect(words(find(chat, '[role=alert]'))).toBe('Stopped. Ask again');
    expect(find(chat, '.send').textContent).toBe(strings.ask);
  });

  it('that broke off says why, and can be asked again', async () => {
    advisor.reply = () => streamed(lines([['error', { detail: 'No answer was found.', status: 503 }]]));
    const chat = await open();
    await ask(chat);
    expect(words(find(chat, '[role=alert]'))).toBe('No answer was found. Ask again');
    answering(answer());
    find(chat, '[role=alert] button').click();
    await vi.waitFor(() => expect(all(chat, '.marker')).toHaveLength(2));
    expect(all(chat, 'article')).toHaveLength(1);
  });

  it('offers choices and questions, of the last turn alone', async () => {
    answering(
      answer({ choices: [{ label: 'chat', message: 'Which for chat?' }], suggestions: ['And Java?'] }),
      answer({ suggestions: ['And Go?'] }),
    );
    const chat = await open();
    await ask(chat);
    expect(words(find(chat, '.next'))).toBe('Ask next And Java?');
    find(chat, '.choice').click();
    await vi.waitFor(() => expect(all(chat, 'article')).toHaveLength(2));
    await vi.waitFor(() => expect(all(chat, '.suggestion').map(words)).toEqual(['And Go?']));
    expect(advisor.asked.at(-1)!.body).toMatchObject({ message: 'Which for chat?' });
    expect(all(chat, '.choice')).toEqual([]);
  });

  it('without evidence points to what is nearest', async () => {
    answering(answer({
      sentences: [sentence('I have no evidence on that.', [], '')],
      citations: [],
      nearest: [{ document: 'guide/C# & .NET', title: 'C# & .NET', heading: 'Tasks' }],
    }));
    const chat = await open();
    chat.api = 'https://advisor.example/base/';
    await chat.updateComplete;
    await ask(chat);
    expect(words(find(chat, '.nearest'))).toBe('Nearest to your question C# & .NET (opens in a new tab)Tasks');
    expect(find(chat, '.nearest a').getAttribute('href')).toBe('https://advisor.example/base/sources/guide/C%23%20%26%20.NET');
  });

  it('compares technologies by their names, each rating with its sources', async () => {
    answering(answer({ comparison: COMPARISON }));
    const chat = await open();
    await ask(chat);
    await vi.waitFor(() => expect(words(find(chat, 'tbody tr'))).toBe('Real-time traffic Node.js ahead, firm 3.1–51 no evidence'));
    expect(all(chat, 'thead th').map(words)).toEqual(['Side by side', 'Node.js', 'Python']);
    find(chat, 'td .marker').click();
    await chat.updateComplete;
    expect(words(find(chat, '.comparison .card'))).toContain('Quote 1.');
  });

  it('shows of a long comparison what differs, and the rest when asked', async () => {
    const level = { ...COMPARISON.rows[0]!, leader: null, cells: COMPARISON.rows[0]!.cells.map((cell) => ({ ...cell, citations: [] })) };
    answering(answer({ comparison: { ...COMPARISON, rows: [COMPARISON.rows[0]!, ...Array(8).fill(level)] } }));
    const chat = await open();
    await ask(chat);
    expect(all(chat, '.first tbody tr')).toHaveLength(1);
    expect(all(chat, 'details .rest tbody tr')).toHaveLength(8);
    expect(words(find(chat, '.comparison summary'))).toBe('8 more criteria');
  });
});

describe('a citation', () => {
  async function opened(): Promise<AdvisorChat> {
    const chat = await open();
    await ask(chat);
    find(chat, '.marker').click();
    await chat.updateComplete;
    await Promise.resolve();
    return chat;
  }

  it('shows our sentence, whose summary it is, when it holds, and where to read on', async () => {
    const chat = await opened();
    expect(words(find(chat, '.card'))).toBe(
      '“Quote 1.” Our summary of Report 1 (opens in a new tab), Example Foundation, 7 October 2025. ' +
        'Holds: one processBasis: measuredAs of: October 2025In agreement: 2 sources ' +
        'Read it in its context (opens in a new tab)Something wrong with this source?',
    );
    const [source, page] = all(chat, '.card a').map((link) => link.getAttribute('href'));
    expect(source).toBe('https://example.org/1');
    expect(page).toMatch(/\/sources\/real-time\?version=sha256%3A00#span=10-15$/);
    expect(all(chat, '.card a').map((link) => link.getAttribute('rel'))).toEqual(['noreferrer', 'noreferrer']);
  });

  it('takes the focus, and gives it back on Escape', async () => {
    const chat = await opened();
    const [marker] = all(chat, '.marker');
    expect(marker!.getAttribute('aria-expanded')).toBe('true');
    expect(marker!.getAttribute('aria-controls')).toBe('card');
    expect(chat.shadowRoot!.activeElement).toBe(find(chat, '.card'));
    const escape = await press(chat, find(chat, '.card'), 'Escape');
    expect(escape.defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(chat.shadowRoot!.activeElement).toBe(marker));
    expect(all(chat, '.card')).toEqual([]);
    expect(marker!.getAttribute('aria-expanded')).toBe('false');
  });

  it('closes when its marker is pressed again, and when another opens', async () => {
    const chat = await opened();
    const [first, second] = all(chat, '.marker');
    second!.click();
    await chat.updateComplete;
    expect(words(find(chat, '.card blockquote'))).toBe('“Quote 2.”');
    expect(first!.getAttribute('aria-expanded')).toBe('false');
    second!.click();
    await chat.updateComplete;
    expect(all(chat, '.card')).toEqual([]);
  });

  it('of a page that is its own source names the page', async () => {
    answering(answer({ citations: [citation(1, { source: null, condition: null, basis: null, asOf: null, origins: 0 })] }));
    const chat = await opened();
    expect(words(find(chat, '.card'))).toBe('“Quote 1.” From our page Real-time traffic. Read it in its context (opens in a new tab)Something wrong with this source?');
  });
});
