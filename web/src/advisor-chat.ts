import { html, LitElement, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import type { AnswerEvent } from './answer.ts';
import { Api } from './api.ts';
import { Chat } from './chat.ts';
import { anew, bubble, close } from './icons.ts';
import { Memory } from './memory.ts';
import type { Citing, Opened } from './render-citation.ts';
import { questionForm, remarkNote, welcome } from './render-shell.ts';
import { turnArticle } from './render-turn.ts';
import { strings } from './strings.ts';
import theme from './theme.css?inline';

/** How many sentences are kept for those who listen. */
const SPOKEN = 20;

/** A floating one covers windows narrower than this; the style sheet says the same. */
const PHONE = '(max-width: 30rem)';

const SCRIPT = import.meta.url;

/**
 * `<advisor-chat>`: asks the advisor and shows its answers with their sources.
 *
 * The conversation lives in a Chat; this draws it, and keeps only what belongs to the drawing.
 */
export class AdvisorChat extends LitElement {
  static override styles = unsafeCSS(theme);

  static override properties = {
    api: {},
    heading: {},
    layout: { reflect: true },
    open: { type: Boolean, reflect: true },
    starters: { type: Array },
    citation: { state: true },
    spoken: { state: true },
  };

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
  private isVisible = false;
  private turnsShown = 0;
  private followFocus = false;

  constructor() {
    super();
    this.api = new URL('.', SCRIPT).href;
    this.heading = strings.name;
    this.layout = 'box';
    this.open = false;
    this.starters = null;
    this.citation = null;
    this.spoken = [];
  }

  /** Asks a question as if it had been typed. */
  async ask(message: string): Promise<void> {
    const words = message.trim();
    if (words === '' || !this.chat || this.chat.busy) return;
    this.citation = null;
    // a pressed question goes away; who pressed it goes on at the answer
    const focused = this.renderRoot.querySelector(':focus');
    this.followFocus = focused !== null && focused !== this.field;
    this.tell('question', { message: words });
    await this.chat.ask(words);
  }

  /** Begins a new conversation and has the old one deleted. */
  async startAnew(): Promise<void> {
    this.citation = null;
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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // an element that is moved is connected again before this runs
    queueMicrotask(() => {
      if (!this.isConnected) this.chat?.stop();
    });
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('api')) {
      const api = new Api(new URL(this.api, document.baseURI).href);
      this.chat?.stop();
      this.chat = new Chat(
        api,
        new Memory(api.base),
        () => this.requestUpdate(),
        (event) => this.hear(event),
      );
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
    if (turns > this.turnsShown) this.showLastTurn();
    this.turnsShown = turns;
  }

  protected override render(): TemplateResult {
    if (this.layout !== 'float') return this.shell();
    return html`<dialog class="panel" aria-label=${this.heading} @close=${this.closed}>
        ${this.shell()}
      </dialog>
      <button
        type="button" class="launcher" aria-label=${strings.launch} aria-haspopup="dialog"
        aria-expanded=${this.open} ?hidden=${this.open} @click=${this.show}
      >${bubble}</button>`;
  }

  private shell(): TemplateResult {
    const turns = this.chat?.turns ?? [];
    const { chat } = this;
    const level = this.layout === 'page' ? 1 : 2;
    return html`<div class="shell" lang="en" @keydown=${this.shellKey}>
      <button type="button" class="skip" @click=${() => this.field?.focus()}>${strings.skip}</button>
      <header class="bar">
        <div class="name" role="heading" aria-level=${level}>${this.heading}</div>
        <button type="button" class="quiet" ?hidden=${turns.length === 0} @click=${this.startAnew}>
          ${anew}<span>${strings.startAnew}</span>
        </button>
        ${
          this.layout === 'float'
            ? html`<button type="button" class="icon" aria-label=${strings.close} autofocus @click=${this.hide}>${close}</button>`
            : nothing
        }
      </header>
      <div class="scroll">
        <div class="column">
          ${turns.length === 0 && !chat?.opening ? welcome(this.starters ?? strings.starters, level + 1, this.askPressed) : nothing}
          <section class="turns" aria-label=${strings.conversation} ?hidden=${turns.length === 0}>
            ${turns.map((turn, at) =>
              turnArticle(turn, at, {
                citing: this.citing(at),
                names: chat!.names,
                level: level + 1,
                isLast: at === turns.length - 1,
                ask: this.askPressed,
                askAgain: () => void chat!.askAgain(),
                documentPage: (id) => chat!.api.sourcePage(id),
              }),
            )}
          </section>
          ${remarkNote(chat?.remark ?? null)}
        </div>
      </div>
      ${questionForm({
        busy: chat?.busy ?? false,
        submit: this.submit,
        stop: this.stop,
        typed: this.grow,
        pressed: this.fieldKey,
      })}
      <div class="unseen" role="log" aria-live="polite" aria-label=${strings.spoken}>
        ${this.spoken.map((text) => html`<p>${text}</p>`)}
      </div>
    </div>`;
  }

  private citing(turn: number): Citing {
    const { chat } = this;
    return {
      turn,
      citations: chat!.turns[turn]!.citations,
      opened: this.citation,
      toggle: (opened) => void this.toggleCitation(opened),
      close: () => void this.closeCitation(),
      sourcePage: (citation) => chat!.api.sourcePage(citation.document, citation),
    };
  }

  private async toggleCitation(opened: Opened): Promise<void> {
    const { citation } = this;
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
  }

  private hear(event: AnswerEvent): void {
    if (event.name === 'sentence') this.spoken = [...this.spoken, event.data.text].slice(-SPOKEN);
    if (event.name === 'done') this.tell('answer', event.data);
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(`advisor-${name}`, { detail, bubbles: true, composed: true }));
  }

  private readonly askPressed = (message: string): void => {
    void this.ask(message);
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
      this.renderRoot.querySelector('form')?.requestSubmit();
    }
  };

  private shellKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing && (this.citation || this.layout === 'float')) {
      event.preventDefault();
      if (this.citation) void this.closeCitation();
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
    if (matchMedia(PHONE).matches) {
      panel.showModal();
    } else {
      panel.show();
      this.field?.focus();
    }
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
    else this.renderRoot.querySelector('.scroll')?.scrollTo({ top: turn.offsetTop, behavior });
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
