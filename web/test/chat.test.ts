import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerEvent } from '../src/answer.ts';
import { Api } from '../src/api.ts';
import { Chat } from '../src/chat.ts';
import { Memory } from '../src/memory.ts';
import * as strings from '../src/strings.ts';
import { answer, events, FakeAdvisor, json, lines, streamed, told, type Asked } from './wire.ts';

const BASE = 'https://advisor.example/';
const HERE = 'https://advisor.example';
const WHOLE = answer();

/** What a browser keeps of a site. */
class FakeStorage {
  private readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
  get size() {
    return this.items.size;
  }
}

let storage: FakeStorage;
let advisor: FakeAdvisor;
let heard: AnswerEvent[];

/** A chat as a page that was just opened has it. */
function chat(origin = HERE): Chat {
  heard = [];
  return new Chat(new Api(BASE, origin), new Memory(BASE), () => undefined, (event) => heard.push(event));
}

/** The first sentence of an answer, and then no more. */
function unfinished(): Response {
  const text = new TextEncoder().encode(lines(events(WHOLE).slice(0, 4)));
  return new Response(new ReadableStream({ start: (controller) => controller.enqueue(text) }));
}

function reply(answers: Record<string, (asked: Asked) => Response | Promise<Response>>): void {
  advisor.reply = (asked) => {
    const key = Object.keys(answers).find((one) => `${asked.method} ${asked.path}`.startsWith(one));
    return key ? answers[key]!(asked) : json({ detail: 'There is nothing under this id.' }, 404);
  };
}

beforeEach(() => {
  storage = new FakeStorage();
  advisor = new FakeAdvisor(() => told(WHOLE));
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('fetch', advisor.fetch);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('asking', () => {
  it('makes a turn, and tells each event', async () => {
    const one = chat();
    await one.ask('Which?');
    expect(one.turns).toMatchObject([{ question: 'Which?', state: 'done' }]);
    expect(heard.map(({ name }) => name)).toEqual(events(WHOLE).map(([name]) => name));
    const [asked] = advisor.asked;
    expect(asked!.headers.get('Accept')).toBe('text/event-stream');
    expect(asked!.body).toEqual({ message: 'Which?', request: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/) });
  });

  it('goes on with the conversation', async () => {
    const one = chat();
    await one.ask('Which?');
    await one.ask('And Java?');
    expect(advisor.asked[1]!.body).toMatchObject({ message: 'And Java?', conversation: 'c_1' });
    expect(advisor.asked[1]!.body!['request']).not.toBe(advisor.asked[0]!.body!['request']);
  });

  it('does nothing while an answer is being made', async () => {
    const one = chat();
    const first = one.ask('Which?');
    await Promise.resolve();
    await one.ask('Which again?');
    await first;
    expect(advisor.asked).toHaveLength(1);
  });

  it('shows why it was refused, and asks again with the same id', async () => {
    const one = chat();
    advisor.reply = () => json({ detail: 'Too many questions are being answered.' }, 503);
    await one.ask('Which?');
    expect(one.turns).toMatchObject([{ state: 'broken', problem: 'Too many questions are being answered.' }]);
    expect(one.busy).toBe(false);
    advisor.reply = () => told(WHOLE);
    await one.askAgain();
    expect(one.turns).toMatchObject([{ question: 'Which?', state: 'done', problem: null }]);
    expect(advisor.asked[1]!.body).toEqual(advisor.asked[0]!.body);
  });

  it('can be stopped, keeping what has come', async () => {
    const one = chat();
    advisor.reply = () => unfinished();
    const asking = one.ask('Which?');
    await vi.waitFor(() => expect(one.turns[0]?.sentences).toHaveLength(1));
    one.stop();
    await asking;
    expect(one.busy).toBe(false);
    expect(one.turns).toMatchObject([{ state: 'stopped', sentences: [{}] }]);
  });

  it('begins a new conversation when the server no longer has the old one', async () => {
    const one = chat();
    await one.ask('Which?');
    advisor.reply = ({ body }) =>
      body?.['conversation'] === 'c_1' ? json({ detail: 'There is nothing under this id.' }, 404) : told(answer({ conversation: 'c_2' }));
    await one.ask('And Java?');
    expect(one.turns).toHaveLength(2);
    expect(one.turns[1]).toMatchObject({ question: 'And Java?', state: 'done' });
    expect(one.turns[1]!.notices).toEqual([{ code: 'widget-started-anew', text: strings.startedAnew }]);
    await one.ask('And Go?');
    expect(advisor.asked.at(-1)!.body).toMatchObject({ conversation: 'c_2' });
  });

  it('fetches the rest of an answer that broke off', async () => {
    vi.useFakeTimers();
    const all = events(WHOLE);
    reply({
      'POST /api/chat': () => streamed(lines(all.slice(0, 4)), new TypeError('network error')),
      'GET /api/answers/m_1': () => streamed(lines(all.slice(4), 5)),
    });
    const one = chat();
    void one.ask('Which?');
    await vi.runAllTimersAsync();
    expect(advisor.asked[1]!.headers.get('Last-Event-ID')).toBe('4');
    expect(one.turns).toMatchObject([{ state: 'done' }]);
    expect(one.turns[0]!.sentences).toEqual(WHOLE.sentences);
  });

  it('says so when the server stays away', async () => {
    vi.useFakeTimers();
    advisor.reply = () => Promise.reject(new TypeError('Failed to fetch'));
    const one = chat();
    void one.ask('Which?');
    await vi.runAllTimersAsync();
    expect(one.turns).toMatchObject([{ state: 'broken', problem: strings.unreachable }]);
  });
});

describe('a page that is opened again', () => {
  const kept = { conversation: 'c_1', turns: [{ question: 'Which?', answer: WHOLE, at: '2026-11-25T12:00:00Z' }] };

  it('shows the turns of the conversation, and goes on with it', async () => {
    await chat().ask('Which?');
    reply({ 'GET /api/conversations/c_1': () => json(kept), 'POST /api/chat': () => told(WHOLE) });
    const again = chat();
    await again.open();
    expect(again.turns).toMatchObject([{ question: 'Which?', state: 'done' }]);
    expect(heard).toEqual([]);
    await again.ask('And Java?');
    expect(advisor.asked.at(-1)!.body).toMatchObject({ conversation: 'c_1' });
  });

  it('asks nothing when there was no conversation', async () => {
    await chat().open();
    expect(advisor.asked).toEqual([]);
  });

  it('starts fresh when the conversation is gone', async () => {
    await chat().ask('Which?');
    reply({ 'POST /api/chat': () => told(WHOLE) });
    const again = chat();
    await again.open();
    expect(again.turns).toEqual([]);
    expect(again.remark).toBeNull();
    expect(storage.size).toBe(0);
    await again.ask('And Java?');
    expect(advisor.asked.at(-1)!.body).not.toHaveProperty('conversation');
  });

  it('keeps the conversation when it cannot be loaded just now, and tries again', async () => {
    await chat().ask('Which?');
    advisor.reply = () => json({ detail: 'The server is being stopped.' }, 503);
    const again = chat();
    await again.open();
    expect(again.remark?.text).toContain('The server is being stopped.');
    reply({ 'GET /api/conversations/c_1': () => json(kept) });
    again.remark?.again?.();
    await vi.waitFor(() => expect(again.turns).toHaveLength(1));
    expect(again.remark).toBeNull();
  });

  it('goes on with the answer that was being made', async () => {
    advisor.reply = () => unfinished();
    const left = chat();
    void left.ask('Which?');
    await vi.waitFor(() => expect(left.turns[0]?.sentences).toHaveLength(1));
    reply({
      'GET /api/conversations/c_1': () => json({ conversation: 'c_1', turns: [] }),
      'GET /api/answers/m_1': () => told(WHOLE),
    });
    const again = chat();
    await again.open();
    await vi.waitFor(() => expect(again.turns).toMatchObject([{ question: 'Which?', state: 'done' }]));
    expect(again.turns[0]!.sentences).toEqual(WHOLE.sentences);
    const third = chat();
    reply({ 'GET /api/conversations/c_1': () => json(kept) });
    await third.open();
    expect(third.turns).toHaveLength(1);
    expect(third.busy).toBe(false);
  });

  it('works where the browser keeps nothing', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => { throw new Error('SecurityError'); },
      setItem: () => { throw new Error('SecurityError'); },
      removeItem: () => { throw new Error('SecurityError'); },
    });
    const one = chat();
    await one.open();
    await one.ask('Which?');
    expect(one.turns).toMatchObject([{ state: 'done' }]);
  });

  it('is not put off by what something else has stored there', async () => {
    new Memory(BASE).write({ conversation: 7 } as never);
    await chat().open();
    expect(advisor.asked).toEqual([]);
  });
});

describe('starting anew', () => {
  it('has the conversation deleted here and on the server', async () => {
    const one = chat();
    await one.ask('Which?');
    advisor.reply = () => new Response(null, { status: 204 });
    await one.startAnew();
    expect(advisor.log.at(-1)).toBe('DELETE /api/conversations/c_1');
    expect(one.turns).toEqual([]);
    expect(one.remark?.text).toBe(strings.forgotten);
    expect(storage.size).toBe(0);
  });

  it('says when the server could not delete it, and tries again', async () => {
    const one = chat();
    await one.ask('Which?');
    advisor.reply = () => json({ detail: 'Storage is away.' }, 503);
    await one.startAnew();
    expect(one.turns).toEqual([]);
    expect(one.remark?.text).toBe(strings.notForgotten);
    advisor.reply = () => new Response(null, { status: 204 });
    one.remark?.again?.();
    await vi.waitFor(() => expect(one.remark?.text).toBe(strings.forgotten));
    expect(advisor.log.slice(-2)).toEqual(Array(2).fill('DELETE /api/conversations/c_1'));
  });

  it('is not disturbed by the answer that was being made', async () => {
    const one = chat();
    advisor.reply = () => unfinished();
    const asking = one.ask('Which?');
    await vi.waitFor(() => expect(one.turns[0]?.citations).toHaveLength(2));
    advisor.reply = () => new Response(null, { status: 204 });
    await one.startAnew();
    await asking;
    expect(one.turns).toEqual([]);
    expect(one.busy).toBe(false);
    expect(storage.size).toBe(0);
  });
});

describe('a browser without its network', () => {
  function network(isOnline: boolean): void {
    vi.stubGlobal('navigator', { onLine: isOnline });
  }

  it('says so, and what can still be done', () => {
    const one = chat();
    one.online(false);
    expect(one.remark?.text).toBe(strings.offline);
    one.online(true);
    expect(one.remark).toBeNull();
  });

  it('has its question asked once the network is back, with the same id, in place of the broken turn', async () => {
    vi.useFakeTimers();
    network(false);
    advisor.reply = () => Promise.reject(new TypeError('Failed to fetch'));
    const one = chat();
    void one.ask('Which?');
    await vi.runAllTimersAsync();
    expect(one.turns).toMatchObject([{ state: 'broken', problem: strings.askedLater }]);
    const { request } = advisor.asked[0]!.body!;
    advisor.reply = () => told(WHOLE);
    network(true);
    one.online(true);
    await vi.runAllTimersAsync();
    expect(one.turns).toMatchObject([{ question: 'Which?', state: 'done' }]);
    expect(advisor.asked.at(-1)!.body!['request']).toBe(request);
  });

  it('does not have asked again what was refused, or stopped', async () => {
    const one = chat();
    advisor.reply = () => json({ detail: 'Too many questions.' }, 503);
    await one.ask('Which?');
    const before = advisor.asked.length;
    one.online(true);
    expect(advisor.asked).toHaveLength(before);
  });
});

describe('a page of an origin that is refused', () => {
  const refuse = (asked: Asked) =>
    asked.mode === 'no-cors' ? new Response() : Promise.reject(new TypeError('Failed to fetch'));

  it('is told on the console which setting wants which origin, once, and in the widget plainly', async () => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    advisor.reply = refuse;
    const one = chat('https://shop.example');
    await one.check();
    expect(one.remark?.text).toBe(strings.refused);
    await one.ask('Which?');
    expect(one.turns).toMatchObject([{ state: 'broken', problem: strings.refused }]);
    expect(complaint.mock.calls).toEqual([
      [expect.stringMatching(/ADVISOR_ALLOWED_ORIGINS=https:\/\/shop\.example/)],
    ]);
  });

  it('is told nothing when the server is merely away', async () => {
    vi.useFakeTimers();
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    advisor.reply = () => Promise.reject(new TypeError('Failed to fetch'));
    const one = chat('https://shop.example');
    await one.check();
    void one.ask('Which?');
    await vi.runAllTimersAsync();
    expect(one.remark).toBeNull();
    expect(one.turns).toMatchObject([{ problem: strings.unreachable }]);
    expect(complaint).not.toHaveBeenCalled();
  });

  it('does not need asking when the page is the advisor’s own', async () => {
    await chat().check();
    expect(advisor.asked).toEqual([]);
  });
});
