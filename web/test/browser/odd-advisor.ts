/** An advisor on the far side of HTTP whose every word is odd, as if its corpus had been planted with them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Citation } from '../../src/answer.ts';
import { oddTexts } from './odd.ts';

/** The texts in answers of a length that answers have. */
export const PARTS: readonly string[][] = Array.from({ length: Math.ceil(oddTexts().length / 44) }, (_, at) =>
  oddTexts().slice(44 * at, 44 * (at + 1)),
);

const [TEXTS] = PARTS as [string[]];
const FEW = TEXTS.slice(0, 12);

/** Answers what the widget asks, at whatever comes before `/api/`: a question that is a number, with that part. */
export async function oddAdvisor(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url } = request;
  const path = url!.slice(url!.indexOf('/api/'));
  if (path === '/api/chat') {
    const { message } = JSON.parse((await request.toArray()).join('')) as { message: string };
    const whole = answer(PARTS[Number(message)]!);
    const { id, conversation, understood, recommendation, comparison } = whole;
    const events: [string, unknown][] = [
      ['understood', { id, conversation, understood }],
      ['recommendation', recommendation],
      ['comparison', comparison],
      ...whole.citations.map((one): [string, unknown] => ['citation', one]),
      ...whole.sentences.map((one): [string, unknown] => ['sentence', one]),
      ['done', whole],
    ];
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.end(events.map(([name, data], at) => `id: ${at + 1}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`).join(''));
  } else if (path.startsWith('/api/conversations/') && method === 'GET') {
    json(response, { turns: PARTS.map((texts) => ({ question: texts[0], answer: answer(texts) })) });
  } else if (path === '/api/technologies' || path === '/api/criteria') {
    json(response, { [path.slice(5)]: FEW.map((text) => ({ id: text, name: text })) });
  } else {
    response.writeHead(400, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify({ detail: TEXTS[0] }));
  }
}

function json(response: ServerResponse, data: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(data));
}

function citation(text: string, at: number): Citation {
  return {
    number: at + 1, document: text, version: text, start: 0, end: 1, quote: text, title: text, heading: text,
    condition: text, asOf: text, basis: text, origins: 1,
    source: { title: text, publisher: text, url: text, date: text, readFrom: 'secondary' },
  };
}

function answer(texts: readonly string[]): Answer {
  const cells = FEW.slice(0, 4).map((technology) => ({ technology, rating: [1, 2] as const, citations: [1] }));
  const needs = FEW.map((criterion) => ({ criterion, importance: 'high' as const }));
  return {
    id: 'm_odd',
    conversation: 'c_odd',
    kind: 'recommendation',
    understood: { technologies: FEW, criteria: FEW, carriedOver: FEW.map((value) => ({ what: 'technology', value })) },
    sentences: texts.map((text, at) => ({ before: '\n- ', text, citations: [at + 1], part: text, basis: 'source' })),
    citations: texts.map(citation),
    recommendation: { profile: { needs, constraints: FEW.map((technology) => ({ kind: technology, technology })) } },
    comparison: {
      technologies: cells.map(({ technology }) => technology),
      leader: FEW[0]!,
      firmness: FEW[1]!,
      rows: FEW.map((criterion) => ({ criterion, leader: FEW[0]!, firmness: FEW[1]!, cells })),
    },
    claims: texts.map((text) => ({ text, finding: text, citations: [1] })),
    choices: FEW.map((text) => ({ label: text, message: text })),
    suggestions: texts,
    nearest: FEW.map((text) => ({ document: text, title: text, heading: text })),
    notices: FEW.map((text) => ({ code: text, text })),
    writer: { kind: 'model', name: FEW[0]! },
  };
}
