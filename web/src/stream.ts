import type { AnswerEvent } from './answer.ts';
import * as strings from './strings.ts';

/** Why something was not answered, in words for people. */
export class Problem extends Error {
  /** The HTTP status, 0 when there was no response. */
  readonly status: number;

  constructor(detail: string, status = 0) {
    super(detail);
    this.status = status;
  }
}

/** How long and how often the rest of an answer is asked for. Times are in milliseconds. */
export interface Patience {
  /** Tries in a row that bring nothing, before the first event and after it. */
  readonly toStart: number;
  readonly toResume: number;
  /** The pause after the first such try; it doubles with each. */
  readonly pause: number;
  /** How long a connection may be silent. The server sends a comment every 8 seconds. */
  readonly silence: number;
}

const PATIENCE: Patience = { toStart: 3, toResume: 6, pause: 300, silence: 25_000 };

/**
 * The events of one answer up to its `done`, each once. When the connection breaks, the rest is
 * fetched from where it broke off.
 *
 * @param start asks the question; called again only while nothing was received, so the question
 *   must carry an id by which the server knows it
 * @param resume opens the stream of an answer after the event given
 * @throws Problem when the server refuses, reports a fault, or stays away
 */
export async function* follow(
  start: () => Promise<Response>,
  resume: (answer: string, after: number) => Promise<Response>,
  signal: AbortSignal,
  patience: Patience = PATIENCE,
): AsyncGenerator<AnswerEvent, void> {
  let answer: string | null = null;
  let last = 0;
  for (let failed = 0; ; ) {
    try {
      const response: Response = await (answer === null ? start() : resume(answer, last));
      for await (const event of eventsOf(response, signal, patience.silence)) {
        if (event.id <= last) continue;
        last = event.id;
        failed = 0;
        if (event.name === 'error') {
          throw new Problem(event.data.detail ?? strings.unreachable, event.data.status);
        }
        if (event.name === 'understood') answer = event.data.id;
        yield event;
        if (event.name === 'done') return;
      }
    } catch (failure) {
      if (failure instanceof Problem || signal.aborted) throw failure;
    }
    if (++failed >= (answer === null ? patience.toStart : patience.toResume)) {
      throw new Problem(strings.unreachable);
    }
    await pause(patience.pause * 2 ** (failed - 1), signal);
  }
}

async function* eventsOf(
  response: Response,
  signal: AbortSignal,
  silence: number,
): AsyncGenerator<AnswerEvent, void> {
  if (response.body === null || response.status === 204) throw new Problem(strings.lost);
  const reader = response.body.getReader();
  const parser = new EventParser();
  try {
    for (;;) {
      const { value, done } = await within(silence, signal, reader.read());
      if (done) return;
      yield* parser.push(value);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Reads a `text/event-stream` in whatever pieces it comes; what is not whole yet is kept. */
export class EventParser {
  private readonly decoder = new TextDecoder();
  private rest = '';
  private id = 0;
  private name = '';
  private data: string[] = [];

  /** The events that are whole now. */
  push(bytes: Uint8Array): AnswerEvent[] {
    const events: AnswerEvent[] = [];
    const text = this.rest + this.decoder.decode(bytes, { stream: true });
    // a carriage return at the end may be half of a line's end
    const whole = text.endsWith('\r') ? text.length - 1 : text.length;
    const lines = text.slice(0, whole).split(/\r\n|\n|\r/);
    this.rest = lines.pop() + text.slice(whole);
    for (const line of lines) {
      if (line === '') {
        const event = this.dispatch();
        if (event) events.push(event);
      } else {
        this.field(line);
      }
    }
    return events;
  }

  private field(line: string): void {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'id') this.id = Number(value);
    if (name === 'event') this.name = value;
    if (name === 'data') this.data.push(value);
  }

  private dispatch(): AnswerEvent | null {
    const { id, name, data } = this;
    this.name = '';
    this.data = [];
    return data.length === 0 ? null : { id, name, data: JSON.parse(data.join('\n')) } as AnswerEvent;
  }
}

/** What the promise brings, unless it takes too long or the reader leaves. */
function within<T>(milliseconds: number, signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const enough = new AbortController();
  const late = pause(milliseconds, AbortSignal.any([signal, enough.signal])).then(() => {
    throw new Error('silence');
  });
  return Promise.race([promise, late]).finally(() => enough.abort());
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}
