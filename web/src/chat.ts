import type { AnswerEvent, Names, Notice, Profile } from './answer.ts';
import { UnknownConversation, type Api, type Question } from './api.ts';
import type { Memory } from './memory.ts';
import { Problem } from './stream.ts';
import * as strings from './strings.ts';
import { asked, ended, loaded, received, withdrawn, type Transcript } from './transcript.ts';

const STARTED_ANEW: Notice = { code: 'widget-started-anew', text: strings.startedAnew };

/** What is said outside the turns, and what a reader can do about it. */
export interface Remark {
  readonly text: string;
  readonly again: (() => void) | null;
}

type Asked = Omit<Question, 'conversation'>;

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
  private last: Asked | null = null;
  /** Whether the last turn broke off since nothing could be reached. */
  private unreached = false;

  /**
   * @param changed called after every change
   * @param heard called with every event of an answer that is being made
   * @param share the id of what someone shared, to show that instead
   */
  constructor(
    readonly api: Api,
    private readonly memory: Memory,
    private readonly changed: () => void,
    private readonly heard: (event: AnswerEvent) => void,
    private readonly share: string | null = null,
  ) {}

  get busy(): boolean {
    return this.running !== null;
  }

  /** Whether this shows what someone shared: to be read, not to be gone on with. */
  get shared(): boolean {
    return this.share !== null;
  }

  /** The id of the conversation on the server, where there is one that can be gone on with. */
  get kept(): string | null {
    return this.shared ? null : this.conversation;
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

  /**
   * Asks; does nothing while an answer is being made.
   *
   * @param profile what is known of whoever asks, instead of what was known before
   */
  async ask(message: string, profile?: Profile): Promise<void> {
    await this.opened;
    if (!this.busy && !this.shared) await this.pose({ message, request: uuid(), profile });
  }

  /** Asks what was asked last once more, in place of its broken turn. */
  async askAgain(): Promise<void> {
    const last = this.last;
    if (last === null || this.busy) return;
    this.turns = withdrawn(this.turns);
    await this.pose(last);
  }

  /** The browser lost its network, or has it back: then what could not be asked is asked. */
  online(isOnline: boolean): void {
    this.remark = isOnline ? null : { text: strings.offline, again: null };
    this.changed();
    if (isOnline && this.unreached) void this.askAgain();
  }

  /** The address at which others can read this conversation as it is now. */
  async sharePage(): Promise<string> {
    return this.api.sharedPage(await this.api.share(this.conversation!));
  }

  /** The latest decision, as a Markdown file. */
  record(): Promise<string> {
    return this.api.record(this.conversation!);
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
    this.unreached = false;
    this.turns = [];
    this.remark = null;
    this.memory.write(null);
    this.changed();
    if (old !== null) await this.forget(old);
  }

  private async restore(): Promise<void> {
    const { share } = this;
    const remembered = share === null ? this.memory.read() : { conversation: share };
    if (remembered === null) return;
    const { conversation, running } = remembered;
    this.opening = true;
    this.remark = null;
    this.changed();
    try {
      const kept = await this.api.conversation(conversation);
      if (share !== null) this.remark = { text: kept ? strings.readOnly : strings.notShared, again: null };
      if (kept !== null) {
        this.conversation = conversation;
        this.turns = loaded(kept);
        this.learnNames();
        if (running && !kept.turns.some(({ answer }) => answer.id === running.answer)) {
          this.last = { message: running.question, request: uuid() };
          void this.run(running.question, (signal) => this.api.answer(running.answer, signal));
        }
      } else if (share === null) {
        this.memory.write(null);
      }
    } catch (problem) {
      this.conversation = conversation;
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
      this.remark = { text: strings.forgotten, again: null };
    } catch {
      this.remark = { text: strings.notForgotten, again: () => void this.forget(conversation) };
    }
    this.changed();
  }

  private async pose(asked: Asked): Promise<void> {
    this.last = asked;
    this.remark = null;
    const { conversation } = this;
    const open = (signal: AbortSignal) => this.api.ask({ ...asked, conversation }, signal);
    const outcome = await this.run(asked.message, open);
    if (outcome === 'unknown') {
      this.conversation = null;
      this.memory.write(null);
      this.turns = withdrawn(this.turns);
      const anew = { ...asked, request: uuid(), conversation: null };
      await this.run(asked.message, (signal) => this.api.ask(anew, signal), STARTED_ANEW);
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
    this.unreached = false;
    this.learnNames();
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
      this.unreached = !mine.signal.aborted && isAway(failure);
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
    this.heard(event);
    this.changed();
  }

  private remember(running?: { answer: string; question: string }): void {
    const { conversation } = this;
    if (conversation !== null) this.memory.write({ conversation, running });
  }

  /** The names are wanted as soon as there is a turn; until they come the ids stand there. */
  private learnNames(): void {
    if (this.names.technologies.size > 0) return;
    this.api.names().then(
      (names) => {
        this.names = names;
        this.changed();
      },
      () => undefined,
    );
  }
}

/** Whether nothing was reached: then asking again, later, is worth a try. */
function isAway(failure: unknown): boolean {
  return !(failure instanceof Problem) || failure.message === strings.unreachable;
}

/** Why something failed, in words for people. */
export function explain(failure: unknown): string {
  if (isAway(failure) && globalThis.navigator?.onLine === false) return strings.askedLater;
  return failure instanceof Problem ? failure.message : strings.unreachable;
}

/** A random UUID; `randomUUID` exists only where the page came over TLS or from this machine. */
function uuid(): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (Number(digit) ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (Number(digit) / 4)))).toString(16),
  );
}
