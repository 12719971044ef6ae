/** Answers as they come over the wire, for tests. */
import type { Answer, AnswerEvents, Citation, Comparison, Sentence } from '../src/answer.ts';

export function citation(number: number, more: Partial<Citation> = {}): Citation {
  return {
    number,
    document: 'real-time',
    version: 'sha256:00',
    start: 10 * number,
    end: 10 * number + 5,
    quote: `Quote ${number}.`,
    title: 'Real-time traffic',
    heading: 'WebSockets',
    condition: 'one process',
    asOf: '2025-10',
    basis: 'measured',
    origins: 2,
    source: {
      title: `Report ${number}`,
      publisher: 'Example Foundation',
      url: `https://example.org/${number}`,
      date: '2025-10-07',
      readFrom: 'primary',
    },
    ...more,
  };
}

export function sentence(text: string, citations: number[] = [], before = ' '): Sentence {
  return { before, text, citations, part: 'reason', basis: 'source' };
}

export const COMPARISON: Comparison = {
  technologies: ['nodejs', 'python'],
  leader: 'nodejs',
  firmness: 'firm',
  rows: [
    {
      criterion: 'realtime',
      leader: 'nodejs',
      firmness: 'firm',
      cells: [
        { technology: 'nodejs', rating: [3.06, 5], citations: [1] },
        { technology: 'python', rating: null, citations: [] },
      ],
    },
  ],
};

export function answer(more: Partial<Answer> = {}): Answer {
  return {
    id: 'm_1',
    conversation: 'c_1',
    kind: 'answer',
    understood: { technologies: [], criteria: [], carriedOver: [] },
    sentences: [sentence('Node.js serves “Zürich” 🧵 from one loop.', [1], ''), sentence('Python does not.', [2])],
    citations: [citation(1), citation(2)],
    recommendation: null,
    comparison: null,
    claims: null,
    choices: [],
    suggestions: ['Node.js or Java?'],
    nearest: [],
    notices: [],
    writer: { kind: 'rules' },
    ...more,
  };
}

type Told = { [Name in keyof AnswerEvents]: [Name, AnswerEvents[Name]] }[keyof AnswerEvents];

/** The events of an answer in the order the server tells them. */
export function events(told: Answer): Told[] {
  const { id, conversation, understood, recommendation, comparison, citations, sentences, notices } = told;
  return [
    ['understood', { id, conversation, understood }],
    ...(recommendation ? [['recommendation', recommendation] as Told] : []),
    ...(comparison ? [['comparison', comparison] as Told] : []),
    ...citations.map((one): Told => ['citation', one]),
    ...sentences.map((one): Told => ['sentence', one]),
    ...notices.map((one): Told => ['notice', one]),
    ['done', told],
  ];
}

/** Events as lines of a text/event-stream, numbered from `first`. */
export function lines(told: readonly (readonly [string, unknown])[], first = 1): string {
  return told
    .map(([name, data], at) => `id: ${first + at}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
    .join('');
}

/** A response whose body comes in these pieces; an error among them breaks it off. */
export function streamed(...pieces: (string | Uint8Array | Error)[]): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else if (piece instanceof Error) controller.error(piece);
      else controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}

/** A response with events of an answer. */
export function told(whole: Answer): Response {
  return streamed(lines(events(whole)));
}

export function json(data: unknown, status = 200): Response {
  return new Response(JSON.stringify(data), { status });
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown> | null;
  readonly mode: string | undefined;
}

/** An advisor on the far side of `fetch`, whose replies are written by hand. */
export class FakeAdvisor {
  readonly asked: Asked[] = [];
  tellsNames = true;

  constructor(public reply: (asked: Asked) => Response | Promise<Response>) {}

  readonly fetch = async (address: string | URL | Request, options: RequestInit = {}) => {
    const url = new URL(String(address));
    // names are asked for in passing, and whenever; they are no matter of what is asked
    if (url.pathname in NAMES && this.tellsNames) return json(NAMES[url.pathname]);
    const asked: Asked = {
      method: options.method ?? 'GET',
      path: url.pathname + url.search,
      headers: new Headers(options.headers),
      body: typeof options.body === 'string' ? JSON.parse(options.body) : null,
      mode: options.mode,
    };
    this.asked.push(asked);
    const { signal } = options;
    const response = await this.reply(asked);
    signal?.throwIfAborted();
    if (!signal || response.body === null) return response;
    const { status, headers } = response;
    return new Response(response.body.pipeThrough(new TransformStream(), { signal }), { status, headers });
  };

  /** What was asked, as in `POST /api/chat`. */
  get log(): string[] {
    return this.asked.map(({ method, path }) => `${method} ${path}`);
  }
}

export const NAMES: Record<string, unknown> = {
  '/api/technologies': {
    technologies: [
      { id: 'nodejs', name: 'Node.js' },
      { id: 'python', name: 'Python' },
    ],
  },
  '/api/criteria': { criteria: [{ id: 'realtime', name: 'real-time traffic' }] },
};
