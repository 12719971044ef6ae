import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerEvent } from '../src/answer.ts';
import { EventParser, follow, Problem } from '../src/stream.ts';
import * as strings from '../src/strings.ts';
import { answer, events, lines, streamed, told } from './wire.ts';

const WHOLE = answer();
const TOLD = events(WHOLE);
const NAMES = TOLD.map(([name]) => name);

const never = () => Promise.reject(new Error('this should not have been asked'));

/** Everything up to the end, however it ends. */
async function collect(stream: AsyncIterable<AnswerEvent>) {
  const got: AnswerEvent[] = [];
  try {
    for await (const event of stream) got.push(event);
  } catch (failure) {
    return { got, failure: failure as Error };
  }
  return { got, failure: null };
}

function signal(): AbortSignal {
  return new AbortController().signal;
}

describe('a stream of events', () => {
  it('is read alike in pieces of any size, even through the middle of a character', () => {
    const bytes = new TextEncoder().encode(lines(TOLD));
    for (let size = 1; size <= 9; size++) {
      const parser = new EventParser();
      const got: AnswerEvent[] = [];
      for (let at = 0; at < bytes.length; at += size) got.push(...parser.push(bytes.slice(at, at + size)));
      expect(got.map(({ name, data }) => [name, data])).toEqual(TOLD);
      expect(got.map(({ id }) => id)).toEqual(TOLD.map((_, at) => at + 1));
    }
  });

  it.each([
    ['carriage returns', 'id: 7\r\nevent: notice\r\ndata: {"code":"x"}\r\n\r\n'],
    ['lone carriage returns', 'id: 7\revent: notice\rdata: {"code":"x"}\r\r '],
    ['comments', ': still here\n\nid: 7\n: again\nevent: notice\ndata: {"code":"x"}\n\n'],
    ['no spaces', 'id:7\nevent:notice\ndata:{"code":"x"}\n\n'],
    ['data on two lines', 'id: 7\nevent: notice\ndata: {"code":\ndata: "x"}\n\n'],
    ['unknown fields', 'retry: 5\nid: 7\nevent: notice\ndata: {"code":"x"}\nodd\n\n'],
  ])('may have %s', (_, text) => {
    for (const size of [1, 1000]) {
      const parser = new EventParser();
      const bytes = new TextEncoder().encode(text);
      const got: AnswerEvent[] = [];
      for (let at = 0; at < bytes.length; at += size) got.push(...parser.push(bytes.slice(at, at + size)));
      expect(got).toEqual([{ id: 7, name: 'notice', data: { code: 'x' } }]);
    }
  });

  it('tells nothing of an event that is not whole', () => {
    expect(new EventParser().push(new TextEncoder().encode('id: 1\nevent: done\ndata: {}\n'))).toEqual([]);
  });
});

describe('an answer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function finished(stream: AsyncIterable<AnswerEvent>) {
    const collected = collect(stream);
    await vi.runAllTimersAsync();
    return collected;
  }

  it('is followed up to its done', async () => {
    const { got, failure } = await finished(follow(async () => told(WHOLE), never, signal()));
    expect(failure).toBeNull();
    expect(got.map(({ name }) => name)).toEqual(NAMES);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(TOLD.map((_, at) => at).slice(1))(
    'goes on where it broke off after event %i, with nothing doubled or lost',
    async (kept) => {
      const first = lines(TOLD.slice(0, kept)) + lines(TOLD.slice(kept), kept + 1).slice(0, 30);
      const resumed: [string, number][] = [];
      const { got, failure } = await finished(
        follow(
          async () => streamed(first, new TypeError('network error')),
          async (id, after) => {
            resumed.push([id, after]);
            return streamed(lines(TOLD.slice(after), after + 1));
          },
          signal(),
        ),
      );
      expect(failure).toBeNull();
      expect(resumed).toEqual([['m_1', kept]]);
      expect(got.map(({ name, data }) => [name, data])).toEqual(TOLD);
    },
  );

  it('goes on when a proxy ends the connection as if all were said', async () => {
    const { got } = await finished(
      follow(
        async () => streamed(lines(TOLD.slice(0, 2))),
        async (_, after) => streamed(lines(TOLD.slice(after), after + 1)),
        signal(),
      ),
    );
    expect(got.map(({ name }) => name)).toEqual(NAMES);
  });

  it('tells no event twice when the server repeats some', async () => {
    const { got } = await finished(
      follow(
        async () => streamed(lines(TOLD.slice(0, 4)), new Error('cut')),
        async () => told(WHOLE),
        signal(),
      ),
    );
    expect(got.map(({ id }) => id)).toEqual(TOLD.map((_, at) => at + 1));
  });

  it('is asked for again while nothing has come, then given up', async () => {
    let asked = 0;
    const start = () => {
      asked++;
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const { failure } = await finished(follow(start, never, signal()));
    expect(asked).toBe(3);
    expect(failure).toEqual(new Problem(strings.unreachable));
  });

  it('is given up when its rest cannot be had', async () => {
    let resumed = 0;
    const { got, failure } = await finished(
      follow(
        async () => streamed(lines(TOLD.slice(0, 3)), new Error('cut')),
        () => {
          resumed++;
          return Promise.reject(new TypeError('Failed to fetch'));
        },
        signal(),
      ),
    );
    expect(got).toHaveLength(3);
    expect(resumed).toBe(5);
    expect(failure).toEqual(new Problem(strings.unreachable));
  });

  it('is waited for anew after every event that comes', async () => {
    const { got } = await finished(
      follow(
        async () => streamed(lines(TOLD.slice(0, 1)), new Error('cut')),
        async (_, after) => streamed(lines(TOLD.slice(after, after + 1), after + 1), new Error('cut')),
        signal(),
      ),
    );
    expect(got.map(({ name }) => name)).toEqual(NAMES);
  });

  it('ends with the problem that the server reports, and is not asked for again', async () => {
    const error = ['error', { detail: 'No answer was found within 30 s.', status: 503 }] as const;
    const { got, failure } = await finished(
      follow(async () => streamed(lines([...TOLD.slice(0, 2), error])), never, signal()),
    );
    expect(got).toHaveLength(2);
    expect(failure).toEqual(new Problem('No answer was found within 30 s.', 503));
  });

  it('that is refused is not asked for again', async () => {
    let asked = 0;
    const start = () => {
      asked++;
      return Promise.reject(new Problem('Too many questions are being answered.', 503));
    };
    const { failure } = await finished(follow(start, never, signal()));
    expect(asked).toBe(1);
    expect(failure).toEqual(new Problem('Too many questions are being answered.', 503));
  });

  it('whose rest is empty is lost', async () => {
    const { failure } = await finished(
      follow(
        async () => streamed(lines(TOLD.slice(0, 2)), new Error('cut')),
        async () => new Response(null, { status: 204 }),
        signal(),
      ),
    );
    expect(failure).toEqual(new Problem(strings.lost));
  });

  it('may be slow as long as the server says that it is still there', async () => {
    const pieces = [lines(TOLD.slice(0, 1)), ...Array(30).fill(': still here\n\n'), lines(TOLD.slice(1), 2)];
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) return controller.close();
        await new Promise((resolve) => setTimeout(resolve, 8_000));
        controller.enqueue(new TextEncoder().encode(piece));
      },
    });
    const { got } = await finished(follow(async () => new Response(body), never, signal()));
    expect(got.map(({ name }) => name)).toEqual(NAMES);
  });

  it('is fetched over another connection when one falls silent', async () => {
    let cancelled = false;
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(lines(TOLD.slice(0, 3)))),
      cancel: () => {
        cancelled = true;
      },
    });
    const { got } = await finished(
      follow(
        async () => new Response(silent),
        async (_, after) => streamed(lines(TOLD.slice(after), after + 1)),
        signal(),
      ),
    );
    expect(cancelled).toBe(true);
    expect(got.map(({ name }) => name)).toEqual(NAMES);
  });

  it('is left when the reader stops, at once and for good', async () => {
    const stop = new AbortController();
    let cancelled = false;
    // one that does not heed the signal, as a body that was read elsewhere does not
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(lines(TOLD.slice(0, 3)))),
      cancel: () => {
        cancelled = true;
      },
    });
    const start = async () => new Response(body);
    const collected = collect(follow(start, never, stop.signal));
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    const { got, failure } = await collected;
    expect(got).toHaveLength(3);
    expect(failure?.name).toBe('AbortError');
    expect(cancelled).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is left while the next try is waited for', async () => {
    const stop = new AbortController();
    const collected = collect(follow(() => Promise.reject(new TypeError()), never, stop.signal));
    await vi.advanceTimersByTimeAsync(100);
    stop.abort();
    expect((await collected).failure?.name).toBe('AbortError');
    expect(vi.getTimerCount()).toBe(0);
  });
});
