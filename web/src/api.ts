import type { AnswerEvent, Conversation, Names, Profile } from './answer.ts';
import { follow, Problem } from './stream.ts';
import * as strings from './strings.ts';

const JSON_TYPE = 'application/json';
const EVENTS_TYPE = 'text/event-stream';

export interface Question {
  readonly message: string;
  /** A UUID: asked again with the same one, a question makes no second turn. */
  readonly request: string;
  readonly conversation: string | null;
  /** What is known of whoever asks, instead of what was known before. */
  readonly profile?: Profile | undefined;
}

/** What a visitor says of an answer, or of one of its citations. */
export interface Verdict {
  readonly answer: string;
  readonly helpful: boolean;
  readonly reason?: string | undefined;
  readonly citation?: number | undefined;
}

/** The server does not know the conversation, or no longer. */
export class UnknownConversation extends Problem {}

/** Asks one advisor. */
export class Api {
  private named: Promise<Names> | null = null;
  private complained = false;

  /**
   * @param base where it is, as in `https://advisor.example.org/`
   * @param origin the origin of this page
   */
  constructor(
    readonly base: string,
    private readonly origin: string = location.origin,
  ) {}

  ask(question: Question, signal: AbortSignal): AsyncGenerator<AnswerEvent, void> {
    const { conversation, ...said } = question;
    const start = () =>
      this.post('api/chat', { ...said, ...(conversation && { conversation }) }, EVENTS_TYPE, signal).catch((problem: unknown) => {
        const unknown = conversation && problem instanceof Problem && problem.status === 404;
        throw unknown ? new UnknownConversation(problem.message, 404) : problem;
      });
    return follow(start, (answer, after) => this.rest(answer, after, signal), signal);
  }

  /** All events of an answer that is being made, or was made lately. */
  answer(id: string, signal: AbortSignal): AsyncGenerator<AnswerEvent, void> {
    return follow(
      () => this.rest(id, 0, signal),
      (_, after) => this.rest(id, after, signal),
      signal,
    );
  }

  private async rest(answer: string, after: number, signal: AbortSignal): Promise<Response> {
    const headers = { 'Accept': EVENTS_TYPE, 'Last-Event-ID': String(after) };
    try {
      return await this.request(`api/answers/${encodeURIComponent(answer)}`, { headers, signal });
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 404) throw new Problem(strings.lost, 404);
      throw problem;
    }
  }

  /** The turns of a conversation, or of what was shared of one; null when it is not kept. */
  async conversation(id: string): Promise<Conversation | null> {
    try {
      return (await this.json(`api/conversations/${encodeURIComponent(id)}`)) as Conversation;
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 404) return null;
      throw problem;
    }
  }

  /** Has a conversation deleted for good. */
  async forget(id: string): Promise<void> {
    try {
      await this.request(`api/conversations/${encodeURIComponent(id)}`, { method: 'DELETE' });
    } catch (problem) {
      if (!(problem instanceof Problem && problem.status === 404)) throw problem;
    }
  }

  /** Has it taken down what a visitor says of an answer. */
  async judge(verdict: Verdict): Promise<void> {
    await this.post('api/feedback', verdict);
  }

  /** A new id by which others can read a conversation as it is now. */
  async share(id: string): Promise<string> {
    const response = await this.post(`api/conversations/${encodeURIComponent(id)}/share`);
    return ((await response.json()) as { share: string }).share;
  }

  /** Where a browser shows what was shared. What follows `#` is not sent to servers. */
  sharedPage(share: string): string {
    return `${this.base}#${share}`;
  }

  /** The latest decision of a conversation, as a Markdown file. */
  async record(id: string): Promise<string> {
    const address = `api/conversations/${encodeURIComponent(id)}/decision-record`;
    return (await this.request(address, { headers: { Accept: 'text/markdown' } })).text();
  }

  /** What technologies and criteria are called; asked for once. */
  names(): Promise<Names> {
    const list = async (kind: 'technologies' | 'criteria') => {
      const all = (await this.json(`api/${kind}`)) as Record<string, { id: string; name: string }[]>;
      return new Map(all[kind]?.map(({ id, name }) => [id, name]));
    };
    this.named ??= Promise.all([list('technologies'), list('criteria')]).then(
      ([technologies, criteria]) => ({ technologies, criteria }),
      (problem: unknown) => {
        this.named = null;
        throw problem;
      },
    );
    return this.named;
  }

  /** The page of a document, where a span of it is marked. */
  sourcePage(id: string, span?: { version: string; start: number; end: number }): string {
    const place = span && `?version=${encodeURIComponent(span.version)}#span=${span.start}-${span.end}`;
    return `${this.base}sources/${path(id)}${place ?? ''}`;
  }

  /** Whether pages of this origin are refused, which is also said on the console. */
  async refuses(): Promise<boolean> {
    if (!this.isForeign) return false;
    try {
      await fetch(this.base + 'healthz');
      return false;
    } catch {
      return this.refusesThisOrigin();
    }
  }

  private post(address: string, body: unknown = {}, accept = JSON_TYPE, signal?: AbortSignal): Promise<Response> {
    return this.request(address, {
      method: 'POST',
      headers: { 'Content-Type': JSON_TYPE, 'Accept': accept },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
  }

  /** What is at an address of the API. */
  async json(address: string): Promise<unknown> {
    return (await this.request(address, { headers: { Accept: JSON_TYPE } })).json();
  }

  /** A response that is not a problem. */
  async request(address: string, options: RequestInit): Promise<Response> {
    let response;
    try {
      response = await fetch(this.base + address, options);
    } catch (failure) {
      if (failure instanceof TypeError && (await this.refusesThisOrigin())) {
        throw new Problem(strings.refused);
      }
      throw failure;
    }
    if (response.ok) return response;
    const problem = (await response.json().catch(() => ({}))) as { detail?: string };
    throw new Problem(problem.detail ?? strings.unreachable, response.status);
  }

  private get isForeign(): boolean {
    return new URL(this.base).origin !== this.origin;
  }

  /** A browser does not tell a refused origin from a server that is away, so ask what needs no leave. */
  private async refusesThisOrigin(): Promise<boolean> {
    if (!this.isForeign) return false;
    const isThere = await fetch(this.base + 'healthz', { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    if (isThere && !this.complained) {
      this.complained = true;
      console.error(strings.refusedOrigin(this.base, this.origin));
    }
    return isThere;
  }
}

/** The id of a document as a part of an address. */
export function path(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/');
}
