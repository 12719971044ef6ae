import { html, LitElement, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { AnswerEvent, Profile } from './answer.ts';
import { Api } from './api.ts';
import { Chat } from './chat.ts';
import { Feedback } from './feedback.ts';
import { Glimpse } from './glimpse.ts';
import { bubble } from './icons.ts';
import { Memory } from './memory.ts';
import { openPanel } from './panel.ts';
import type { Citing, Opened } from './render-citation.ts';
import { bar, footer, glimpsed, questionForm, remarkNote, welcome } from './render-shell.ts';
import { turnArticle } from './render-turn.ts';
import * as strings from './strings.ts';
import { Takeaway } from './takeaway.ts';
import theme from './theme.css?inline';
import type { Turn } from './transcript.ts';

/** How many sentences are kept for those who listen. */
const SPOKEN = 20;

const SCRIPT = import.meta.url;

/**
 * `<advisor-chat>`: asks the advisor and shows its answers with their sources.
 *
 * The conversation lives in a Chat; this draws it, and keeps only what belongs to the drawing.
 */
export class AdvisorChat extends LitElement {
  static override styles = unsafeCSS(theme);

  static override properties = {
    accent: {},
    api: {},
    contact: {},
    greeting: {},
    heading: {},
    position: { reflect: true },
    privacy: {},
    shared: {},
    layout: { reflect: true },
    open: { type: Boolean, reflect: true },
    starters: { type: Array },
    citation: { state: true },
    spoken: { state: true },
  };

  /** The colour of buttons, links and markers. */
  declare accent: string | null;
  /** Where a person can be asked: an address, or `mailto:` and one. */
  declare contact: string | null;
  /** What is said before the first question. */
  declare greeting: string;
  /** The corner a floating one hovers in: `end` or `start` of a line of text. */
  declare position: 'end' | 'start';
  /** Where it is said what becomes of questions. */
  declare privacy: string | null;
  /** The id of a conversation that someone shared, to show that. */
  declare shared: string | null;
  /** The advisor's address; that of this script unless given. */
  declare api: string;
  /** What the advisor is called. */
  declare heading: string;
  /** `box` fills its box, `page` the window, `float` hovers in the window's corner. */
  declare layout: 'box' | 'page' | 'float';
  /** Whether a floating one is open. */
  declare open: boolean;
  /** Questions to begin with. */
  declare starters: readonly string[] | null;

  protected declare citation: Opened | null;
  protected declare spoken: readonly string[];

  private chat: Chat | null = null;
  private feedback: Feedback | null = null;
  private takeaway: Takeaway | null = null;
  private readonly glimpse = new Glimpse(() => this.requestUpdate());
  private isVisible = false;
  private turnsShown = 0;
  private decided: Turn | undefined;
  private followFocus = false;

  constructor() {
    super();
    this.api = new URL('.', SCRIPT).href;
    this.heading = strings.name;
    this.greeting = strings.welcome;
    this.layout = 'box';
    this.position = 'end';
    this.open = false;
    this.starters = null;
    this.accent = this.contact = this.privacy = this.shared = null;
    this.citation = null;
    this.spoken = [];
  }

  /**
   * Asks a question as if it had been typed.
   *
   * @param profile what is known of whoever asks, instead of what was known before
   */
  async ask(message: string, profile?: Profile): Promise<void> {
    const words = message.trim();
    if (words === '' || !this.chat || this.chat.busy || this.chat.shared) return;
    this.citation = null;
    if (this.takeaway) this.takeaway.said = null;
    // a pressed question goes away; who pressed it goes on at the answer
    const focused = this.renderRoot.querySelector(':focus');
    this.followFocus = focused !== null && focused !== this.field;
    this.tell('question', { message: words });
    await this.chat.ask(words, profile);
  }

  /** Begins a new conversation and has the old one deleted. */
  async startAnew(): Promise<void> {
    this.citation = null;
    if (this.takeaway) this.takeaway.said = null;
    this.spoken = [];
    const forgotten = this.chat?.startAnew();
    this.field?.focus();
    await forgotten;
  }

  /** Opens a floating one. */
  show(): void {
    this.open = true;
  }

  /** Closes a floating one. */
  hide(): void {
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.online);
    addEventListener('offline', this.online);
    if (this.layout === 'page') {
      addEventListener('hashchange', this.readAddress);
      this.readAddress();
    }
    // a page that says nothing of dark and light leaves it to what the visitor prefers
    const { colorScheme } = getComputedStyle(this.parentElement ?? this);
    this.toggleAttribute('scheme', !/light|dark/.test(colorScheme));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.online);
    removeEventListener('offline', this.online);
    removeEventListener('hashchange', this.readAddress);
    this.glimpse.hide();
    // an element that is moved is connected again before this runs
    queueMicrotask(() => {
      if (!this.isConnected) this.chat?.stop();
    });
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('accent')) {
      if (this.accent) this.style.setProperty('--advisor-accent', this.accent);
      else this.style.removeProperty('--advisor-accent');
    }
    if (changes.has('api') || changes.has('shared')) {
      const api = new Api(new URL(this.api, document.baseURI).href);
      this.chat?.stop();
      this.chat = new Chat(
        api,
        new Memory(api.base),
        () => this.requestUpdate(),
        (event) => this.hear(event),
        this.shared,
      );
      this.feedback = new Feedback(api, () => this.requestUpdate());
      this.takeaway = new Takeaway(this.chat, () => this.requestUpdate());
      this.isVisible = false;
      this.turnsShown = 0;
      void this.chat.check();
    }
    if (!this.isVisible && (this.layout !== 'float' || this.open)) {
      this.isVisible = true;
      void this.chat?.open();
    }
  }

  protected override firstUpdated(): void {
    if (this.layout === 'page' && matchMedia('(pointer: fine)').matches) this.field?.focus();
  }

  protected override updated(): void {
    const { panel } = this;
    if (panel && this.open && !panel.open) this.showPanel(panel);
    if (panel && !this.open && panel.open) panel.close();
    const turns = this.chat?.turns.length ?? 0;
    if (turns > this.turnsShown && !this.chat?.shared) this.showLastTurn();
    this.turnsShown = turns;
    this.tellDecision();
    const shown = this.renderRoot.querySelector<HTMLElement>('#glimpse');
    if (shown) this.glimpse.place(shown);
  }

  protected override render(): TemplateResult {
    if (this.layout !== 'float') return this.shell();
    return html`<dialog class="panel" part="panel" aria-label=${this.heading} @close=${this.closed}>
        ${this.shell()}
      </dialog>
      <button
        type="button" class="launcher" part="launcher" aria-label=${strings.launch} aria-haspopup="dialog"
        aria-expanded=${this.open} ?hidden=${this.open} @click=${this.show}
      >${bubble}</button>`;
  }

  private shell(): TemplateResult {
    const { chat, layout, takeaway } = this;
    const turns = chat?.turns ?? [];
    const said = takeaway?.said ?? null;
    const remark = remarkNote(chat?.remark ?? null);
    const level = layout === 'page' ? 1 : 2;
    return html`<div class="shell" lang="en" @keydown=${this.shellKey}>
      ${chat?.shared ? nothing : html`<button type="button" class="skip" @click=${() => this.field?.focus()}>${strings.skip}</button>`}
      ${bar({
        heading: this.heading,
        level,
        isEmpty: turns.length === 0,
        isShared: chat?.shared ?? false,
        share: chat?.kept ? takeaway!.share : null,
        save: () => takeaway!.save(this.heading),
        forget: () => void this.startAnew(),
        close: layout === 'float' ? () => this.hide() : null,
      })}
      <div class="scroll" @scroll=${this.glimpse.hide}>
        <div class="column">
          ${remarkNote(said && { text: said.text, again: null }, said?.address)}
          ${chat?.shared ? remark : nothing}
          ${
            turns.length === 0 && !chat?.opening && !chat?.shared
              ? welcome(this.greeting, this.starters ?? strings.starters, level + 1, this.askPressed)
              : nothing
          }
          <section class="turns" aria-label=${strings.conversation} ?hidden=${turns.length === 0}>
            ${turns.map((turn, at) => this.turn(turn, at, level))}
          </section>
          ${chat?.shared ? nothing : remark}
        </div>
      </div>
      ${
        chat?.shared
          ? html`<p class="foot"><a href=${chat.api.base}>${strings.askYourself}</a></p>`
          : questionForm({
              busy: chat?.busy ?? false,
              submit: this.submit,
              stop: this.stop,
              typed: this.grow,
              pressed: this.fieldKey,
              below: footer(this.privacy, this.contact),
            })
      }
      <div class="unseen" role="log" aria-live="polite" aria-label=${strings.spoken}>
        ${this.spoken.map((text) => html`<p>${text}</p>`)}
      </div>
      ${glimpsed(this.glimpse, turns)}
    </div>`;
  }

  /** A turn, drawn again only when something of it has changed. */
  private turn(turn: Turn, at: number, level: number) {
    const { citation, layout } = this;
    const chat = this.chat!;
    const feedback = this.feedback!;
    const isLast = at === chat.turns.length - 1;
    const mine = (opened: Opened | null) => (opened?.turn === at ? opened.place : null);
    const said = turn.id === null ? [] : [undefined, ...turn.citations.map(({ number }) => number)].map((of) => feedback.of(turn.id!, of));
    const busy = isLast && (chat.busy || chat.shared);
    const watched = [turn, chat, isLast, busy, mine(citation), mine(this.glimpse.opened), chat.names, layout, ...said];
    return guard(watched, () =>
      turnArticle(turn, at, {
        citing: this.citing(turn, at),
        names: chat.names,
        level: level + 1,
        isLast,
        busy,
        shared: chat.shared,
        feedback,
        ask: this.askPressed,
        askAgain: () => void chat.askAgain(),
        documentPage: (id) => chat.api.sourcePage(id),
        copy: this.takeaway!.copy,
        record: this.takeaway!.record,
      }),
    );
  }

  private citing({ citations, id }: Turn, at: number): Citing {
    return {
      turn: at,
      citations,
      answer: this.chat!.shared ? null : id,
      feedback: this.feedback!,
      opened: this.citation,
      glimpsed: this.glimpse.opened,
      glimpse: this.glimpse.show,
      leave: this.glimpse.leave,
      toggle: (opened) => void this.toggleCitation(opened),
      close: () => void this.closeCitation(),
      sourcePage: (citation) => this.chat!.api.sourcePage(citation.document, citation),
    };
  }

  /** A page whose address names what someone shared shows that. */
  private readonly readAddress = (): void => {
    this.shared = /^#(s_[\w-]+)$/.exec(location.hash)?.[1] ?? null;
  };

  private readonly online = (): void => this.chat?.online(navigator.onLine);

  private async toggleCitation(opened: Opened): Promise<void> {
    const { citation } = this;
    this.glimpse.hide();
    const isOpen = citation?.turn === opened.turn && citation.place === opened.place;
    this.citation = isOpen ? null : opened;
    await this.updateComplete;
    const card = this.renderRoot.querySelector<HTMLElement>('#card');
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }

  private async closeCitation(): Promise<void> {
    const { citation } = this;
    this.citation = null;
    await this.updateComplete;
    if (citation) this.renderRoot.querySelector<HTMLElement>(`#marker-${citation.turn}-${citation.place}`)?.focus();
    // who comes back to the marker has just read the card
    this.glimpse.hide();
  }

  private hear(event: AnswerEvent): void {
    if (event.name === 'sentence') this.spoken = [...this.spoken, event.data.text].slice(-SPOKEN);
    if (event.name === 'done') this.tell('answer', event.data);
  }

  /** Tells a page that shows more of it what was decided last, also when that is nothing any more. */
  private tellDecision(): void {
    const decided = this.chat?.turns.filter(({ recommendation, state }) => recommendation && state === 'done').at(-1);
    if (decided === this.decided) return;
    this.decided = decided;
    const { question, recommendation } = decided ?? {};
    this.tell('decision', recommendation ? { question, profile: recommendation.profile, conversation: this.chat!.kept } : null);
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(`advisor-${name}`, { detail, bubbles: true, composed: true }));
  }

  private readonly askPressed = (message: string, profile?: Profile): void => {
    void this.ask(message, profile);
  };

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const { field } = this;
    if (!field || this.chat?.busy || field.value.trim() === '') return;
    const message = field.value;
    field.value = '';
    this.grow();
    void this.ask(message);
  };

  private readonly stop = (): void => {
    this.chat?.stop();
    this.field?.focus();
  };

  private readonly fieldKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.field?.form?.requestSubmit();
    }
  };

  private shellKey(event: KeyboardEvent): void {
    const { citation, glimpse, layout } = this;
    if (event.key === 'Escape' && !event.isComposing && (citation || glimpse.opened || layout === 'float')) {
      event.preventDefault();
      if (glimpse.opened) glimpse.hide();
      else if (citation) void this.closeCitation();
      else this.hide();
    }
    // the page's own shortcuts are not for what is typed here
    event.stopPropagation();
  }

  private readonly grow = (): void => {
    const { field } = this;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };

  private showPanel(panel: HTMLDialogElement): void {
    openPanel(panel, this.field);
    if (this.turnsShown > 0) this.showLastTurn('instant');
    this.tell('open');
  }

  /** However it was closed: from here, or by the browser. */
  private async closed(): Promise<void> {
    this.hide();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus();
    this.tell('close');
  }

  /** Brings the last question to the top, where its answer grows below it without moving. */
  private showLastTurn(behavior: ScrollBehavior = this.chat?.busy ? 'auto' : 'instant'): void {
    const turn = this.renderRoot.querySelector<HTMLElement>('.turn:last-child');
    if (!turn) return;
    if (this.layout === 'page') turn.scrollIntoView({ block: 'start', behavior });
    else this.renderRoot.querySelector('.scroll')?.scrollTo({ top: turn.offsetTop + 1, behavior });
    if (this.followFocus) turn.querySelector<HTMLElement>('.asked')?.focus({ preventScroll: true });
    this.followFocus = false;
  }

  private get panel(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  private get field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }
}
