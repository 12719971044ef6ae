// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AdvisorChat } from '../src/advisor-chat.ts';
import type { Recommendation } from '../src/answer.ts';
import * as strings from '../src/strings.ts';
import { advisor, all, answering, ask, find, open, words } from './visit.ts';
import { answer, citation, json, sentence } from './wire.ts';

const MARKDOWN =
  'It depends. [1]\n- Node.js for chat. [1] [2]\n\n2 sources:\n' +
  '[1] “Quote 1.” Holds: one process. Our summary of Report 1, Example Foundation, 7 October 2025 <https://example.org/1>\n' +
  '[2] “Quote 2.” From our page Real-time traffic';

const WHOLE = answer({
  sentences: [sentence('It depends.', [1], ''), sentence('Node.js for chat.', [1, 2], '\n- ')],
  citations: [citation(1), citation(2, { condition: null, source: null })],
});

function pressed(chat: AdvisorChat, label: string): void {
  find(chat, `[aria-label='${label}']`).click();
}

/** The names and contents of the files that the browser was given to save. */
function files(): Promise<string>[] {
  const given: Promise<string>[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    given.push((blob as Blob).text());
    return 'blob:1';
  });
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    given.push(Promise.resolve(this.download));
  });
  return given;
}

function clipboard(writeText: (text: string) => Promise<void>): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an answer', () => {
  it('is copied with its sources', async () => {
    const copied: string[] = [];
    clipboard(async (text) => void copied.push(text));
    answering(WHOLE);
    const chat = await open();
    await ask(chat);
    pressed(chat, strings.copy);
    await vi.waitFor(() => expect(words(find(chat, '[role=status]'))).toBe('Copied.'));
    expect(copied).toEqual([MARKDOWN]);
  });

  it('says so where the browser does not let it be copied', async () => {
    clipboard(() => Promise.reject(new Error('NotAllowedError')));
    const chat = await open();
    await ask(chat);
    pressed(chat, strings.copy);
    await vi.waitFor(() => expect(words(find(chat, '[role=status]'))).toBe(strings.notCopied));
  });

  it('can be had shorter, simpler, or with more', async () => {
    const chat = await open();
    for (const [at, message] of ['Shorter, please', 'Simpler, please', 'Tell me more'].entries()) {
      await ask(chat);
      all(chat, '.manners button')[at]!.click();
      await vi.waitFor(() => expect(advisor.asked.at(-1)!.body).toMatchObject({ message }));
      await vi.waitFor(() => expect(all(chat, '.manners')).toHaveLength(1));
    }
  });

  it('of small talk has nothing to be done with', async () => {
    answering(answer({ kind: 'smalltalk', citations: [], sentences: [sentence('Hello.', [], '')] }));
    const chat = await open();
    await ask(chat);
    expect(all(chat, '.tools')).toEqual([]);
  });
});

describe('a conversation', () => {
  it('is saved as a file', async () => {
    const given = files();
    answering(WHOLE);
    const chat = await open();
    await ask(chat, 'Which?');
    pressed(chat, strings.save);
    expect(await Promise.all(given)).toEqual([`# Backend Advisor\n\n## Which?\n\n${MARKDOWN}\n`, 'advisor.md']);
  });

  it('with a choice has its decision record saved as the server writes it', async () => {
    const given = files();
    const profile = { needs: [], constraints: [] };
    answering(answer({ kind: 'recommendation', recommendation: { profile } as Recommendation }));
    const chat = await open();
    await ask(chat);
    advisor.reply = () => new Response('# Use Java\n');
    words(find(chat, '.tools'));
    all(chat, '.tools > .quiet').at(-1)!.click();
    await vi.waitFor(() => expect(given).toHaveLength(2));
    expect(await Promise.all(given)).toEqual(['# Use Java\n', 'decision-record.md']);
    expect(advisor.log.at(-1)).toBe('GET /api/conversations/c_1/decision-record');
    advisor.reply = () => json({ detail: 'Nothing was decided.' }, 404);
    all(chat, '.tools > .quiet').at(-1)!.click();
    await vi.waitFor(() => expect(words(find(chat, '[role=status]'))).toBe('Nothing was decided.'));
  });

  it('is shared by a link that names neither it nor its answers', async () => {
    const copied: string[] = [];
    clipboard(async (text) => void copied.push(text));
    const chat = await open();
    chat.api = 'https://advisor.example/';
    await chat.updateComplete;
    await ask(chat);
    advisor.reply = () => json({ share: 's_1' });
    pressed(chat, strings.share);
    await vi.waitFor(() => expect(copied).toEqual(['https://advisor.example/#s_1']));
    expect(advisor.log.at(-1)).toBe('POST /api/conversations/c_1/share');
    await chat.updateComplete;
    expect(words(find(chat, '[role=status]'))).toContain('https://advisor.example/#s_1');
  });
});

describe('what cannot be shared yet', () => {
  it('has no button for it: nothing was answered', async () => {
    const chat = await open();
    advisor.reply = () => json({ detail: 'Too many are asking.' }, 503);
    await ask(chat);
    expect(words(find(chat, '[role=alert]'))).toContain('Too many are asking.');
    expect(all(chat, `[aria-label="${strings.share}"]`)).toEqual([]);
    expect(all(chat, `[aria-label="${strings.save}"]`)).toHaveLength(1);
  });
});

describe('a shared conversation', () => {
  async function shared(status = 200): Promise<AdvisorChat> {
    advisor.reply = () =>
      status === 200 ? json({ share: 's_1', turns: [{ question: 'Which?', answer: { ...answer(), id: undefined, conversation: undefined } }] }) : json({}, status);
    location.hash = '#s_1';
    return open('page');
  }
  afterEach(() => {
    document.body.replaceChildren();
    location.hash = '';
  });

  it('is there to be read, not to be gone on with, and leaves one’s own alone', async () => {
    localStorage.setItem(`advisor-chat ${new URL('/', location.href).href}`, '{"conversation":"c_9"}');
    const chat = await shared();
    await vi.waitFor(() => expect(all(chat, '.marker')).toHaveLength(2));
    expect(advisor.log).toEqual(['GET /api/conversations/s_1']);
    expect(words(find(chat, '[role=status]'))).toBe(strings.readOnly);
    expect(all(chat, 'textarea, .suggestion, .manners, .doubt')).toEqual([]);
    expect(find(chat, '.foot a').getAttribute('href')).toBe(new URL('/', location.href).href);
    await chat.ask('Which?');
    expect(advisor.log).toHaveLength(1);
    expect(localStorage.getItem(localStorage.key(0)!)).toContain('c_9');
  });

  it('is shown where its link is followed on the page itself', async () => {
    const chat = await open('page');
    expect(all(chat, '.welcome')).toHaveLength(1);
    advisor.reply = () => json({ share: 's_1', turns: [{ question: 'Which?', answer: answer() }] });
    location.hash = '#s_1';
    await vi.waitFor(() => expect(all(chat, '.marker')).toHaveLength(2));
    location.hash = '#elsewhere';
    await vi.waitFor(() => expect(all(chat, '.welcome')).toHaveLength(1));
  });

  it('that is no longer there says so', async () => {
    const chat = await shared(404);
    await vi.waitFor(() => expect(words(find(chat, '[role=status]'))).toBe(strings.notShared));
  });
});
