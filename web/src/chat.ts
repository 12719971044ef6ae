import type { AnswerEvent, Names, Notice } from './answer.ts';
import { UnknownConversation, type Api } from './api.ts';
import type { Memory } from './memory.ts';
import { Problem } from './stream.ts';
import { strings } from './strings.ts';
import { asked, ended, loaded, received, withdrawn, type Transcript } from './transcript.ts';

const STARTED_ANEW: Notice = { code: 'widget-started-anew', text: strings.startedAnew };

/** What is said outside the turns, and what a reader can do about it. */
export interface Remark {
  readonly text: string;
  readonly again: (() => void) | null;
}

/** One visitor's conversation with one advisor, kept between visits. Knows nothing of the page. */
export class Chat {
  turns: Transcript = [];
  /** Whether what was kept is still being fetched. */
  opening = false;
  remark: Remark | null = null;
  names: Names = { technologies: new Map(), criteria: new Map() };

  private conversation: string | null = null;
  private opened: Promise<void> = Promise.resolve();
  private running: AbortController | null = null;
  private last: { readonly message: string; readonly request: string } | null = null;

  /**
   * @param changed called after every change
   * @param heard called with every event of an answer that is being made
   */
  constructor(
    readonly api: Api,
    private readonly memory: Memory,
    private readonly changed: () => void,
    private readonly heard: (event: AnswerEvent) => void,
  ) {}

  get busy(): boolean {
    return this.running !== null;
  }

  /** Brings back what was kept, and goes on with the answer that was being made. */
  open(): Promise<void> {
    this.opened = this.restore();
    return this.opened;
  }

  /** Says so when pages like this one are not answered. */
  async check(): Promise<void> {
    if (await this.api.refuses()) {
      this.remark = { text: strings.refused, again: null };
      this.changed();
    }
  }

  /** Asks; does nothing while an answer is being made. */
  async ask(message: string): Promise<void> {
    await this.opened;
    if (!this.busy) await this.pose(message, uuid());
  }

  /** Asks what was asked last once more, in place of its broken turn. */
  async askAgain(): Promise<void> {
    const last = this.last;
    if (last === null || this.busy) return;
    this.turns = withdrawn(this.turns);
    await this.pose(last.message, last.request);
  }

  /** Takes no more of the answer that is being made. */
  stop(): void {
    this.running?.abort();
  }

  /** Begins a new conversation and has the old one deleted, here and on the server. */
  async startAnew(): Promise<void> {
    this.stop();
    const old = this.conversation;
    this.conversation = null;
    this.running = null;
    this.last = null;
    this.turns = [];
    this.remark = null;
    this.memory.write(null);
    this.changed();
    if (old !== null) await this.forget(old);
  }

  private async restore(): Promise<void> {
    const remembered = this.memory.read();
    if (remembered === null) return;
    this.opening = true;
    this.remark = null;
    this.changed();
    try {
      const kept = await this.api.conversation(remembered.conversation);
      if (kept === null) {
        this.memory.write(null);
      } else {
        this.conversation = remembered.conversation;
        this.turns = loaded(kept);
        this.learnNames();
        const { running } = remembered;
        if (running && !kept.turns.some(({ answer }) => answer.id === running.answer)) {
          this.last = { message: running.question, request: uuid() };
          void this.run(running.question, (signal) => this.api.answer(running.answer, signal));
        }
      }
    } catch (problem) {
      this.conversation = remembered.conversation;
      const text = `${strings.notLoaded} ${explain(problem)}`;
      this.remark = { text, again: () => void this.open() };
    } finally {
      this.opening = false;
      this.changed();
    }
  }

  private async forget(conversation: string): Promise<void> {
    try {
      await this.api.forget(conversation);
      this.remark = null;
    } catch {
      this.remark = { text: strings.notForgotten, again: () => void this.forget(conversation) };
    }
    this.changed();
  }

  private async pose(message: string, request: string): Promise<void> {
    this.last = { message, request };
    this.remark = null;
    const { conversation } = this;
    const open = (signal: AbortSignal) => this.api.ask({ message, request, conversation }, signal);
    const outcome = await this.run(message, open);
    if (outcome === 'unknown') {
      this.conversation = null;
      this.memory.write(null);
      this.turns = withdrawn(this.turns);
      const anew = { message, request: uuid(), conversation: null };
      await this.run(message, (signal) => this.api.ask(anew, signal), STARTED_ANEW);
    }
  }

  /** @returns `unknown` when the server does not know the conversation */
  private async run(
    question: string,
    open: (signal: AbortSignal) => AsyncIterable<AnswerEvent>,
    ...notices: Notice[]
  ): Promise<'unknown' | void> {
    const mine = new AbortController();
    this.running = mine;
    this.turns = asked(this.turns, question, ...notices);
    this.changed();
    try {
      for await (const event of open(mine.signal)) {
        if (this.running !== mine) return;
        this.take(event, question);
      }
    } catch (failure) {
      if (this.running !== mine) return;
      if (failure instanceof UnknownConversation) return 'unknown';
      this.turns = mine.signal.aborted
        ? ended(this.turns, 'stopped', strings.stopped)
        : ended(this.turns, 'broken', explain(failure));
    } finally {
      if (this.running === mine) {
        this.running = null;
        this.remember();
        this.changed();
      }
    }
  }

  private take(event: AnswerEvent, question: string): void {
    if (event.name === 'understood') {
      this.conversation = event.data.conversation;
      this.remember({ answer: event.data.id, question });
    }
    this.turns = received(this.turns, event);
    this.learnNames();
    this.heard(event);
    this.changed();
  }

  private remember(running?: { answer: string; question: string }): void {
    const { conversation } = this;
    if (conversation !== null) this.memory.write({ conversation, running });
  }

  /** The names are wanted as soon as something is compared; until they come the ids stand there. */
  private learnNames(): void {
    if (this.names.technologies.size > 0 || !this.turns.some(({ comparison }) => comparison)) return;
    this.api.names().then(
      (names) => {
        this.names = names;
        this.changed();
      },
      () => undefined,
    );
  }
}

function explain(failure: unknown): string {
  return failure instanceof Problem ? failure.message : strings.unreachable;
}

/** A random UUID; `randomUUID` exists only where the page came over TLS or from this machine. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
