/** The decision beside the conversation: from events of the chat to what is drawn. */
import { render } from 'lit/html.js';
import type { AdvisorChat } from '../advisor-chat.ts';
import { Api } from '../api.ts';
import { explain } from '../chat.ts';
import * as strings from '../strings.ts';
import { saved } from '../takeaway.ts';
import { DecisionApi } from './api.ts';
import { Decision, type Origin } from './decision.ts';
import './decision.css';
import type { Place } from './recommendation.ts';
import { decisionView, verdict } from './view.ts';

/** Draws one decision after the other in the same place. */
export class DecisionPane {
  private readonly api = new DecisionApi(new Api(new URL('/', document.baseURI).href));
  private decision: Decision | null = null;
  private drawing = false;
  private said: string | null = null;

  /** @param drawn called with the verdict after each drawing */
  constructor(
    private readonly place: HTMLElement,
    private readonly chat: AdvisorChat,
    private readonly drawn: (verdict: string) => void,
  ) {
    place.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.decision?.opened) this.close(this.decision);
    });
  }

  async show(origin: Origin): Promise<void> {
    this.said = null;
    this.decision?.leave();
    this.decision = new Decision(this.api, origin, () => this.draw());
    await this.decision.open();
  }

  /** Draws at the next moment of rest, once for all that changed until then. */
  private draw(): void {
    if (this.drawing) return;
    this.drawing = true;
    queueMicrotask(() => {
      this.drawing = false;
      this.drawNow();
    });
  }

  private drawNow(): void {
    const decision = this.decision!;
    const view = decisionView(decision, {
      change: (profile) => decision.want(profile),
      toggle: (place) => void this.toggle(decision, place),
      close: () => this.close(decision),
      ask: (message) => void this.ask(decision, message),
      record: (type) => void this.record(decision, type),
      print: () => print(),
      sourcePage: (span) => this.api.sourcePage(span),
      said: this.said,
    });
    render(view, this.place);
    if (decision.decided && decision.named) this.drawn(verdict(decision));
  }

  private async toggle(decision: Decision, place: Place): Promise<void> {
    const opening = decision.toggle(place);
    await Promise.resolve();
    this.place.querySelector<HTMLElement>('#evidence')?.focus({ preventScroll: true });
    await opening;
    this.place.querySelector('#evidence')?.scrollIntoView({ block: 'nearest' });
  }

  private close(decision: Decision): void {
    const { opened } = decision;
    decision.close();
    // whoever closes it goes on where it was opened
    if (opened) this.place.querySelector<HTMLElement>(`[data-cell="${opened.technology} ${opened.criterion}"]`)?.focus();
  }

  private async ask(decision: Decision, message: string): Promise<void> {
    await decision.tell().catch(() => undefined);
    this.place.dispatchEvent(new CustomEvent('decision-asks', { bubbles: true }));
    await this.chat.ask(message);
  }

  /** What was changed is decided by the advisor first: the record is of what stands in the conversation. */
  private async record(decision: Decision, type: 'text/markdown' | 'application/json'): Promise<void> {
    const { conversation, profile } = decision.origin;
    try {
      if (decision.isChanged) {
        await decision.tell();
        await this.chat.ask(profile.goal === 'learn' ? strings.whichToLearn : strings.whichOne);
        // until then another decision is shown, of what was asked just now
        await this.chat.updateComplete;
        const isDecided = this.decision !== decision;
        this.said = isDecided ? strings.onRecord : strings.notRecorded;
        if (!isDecided) return;
      }
      saved(strings.recordName, await this.api.record(conversation!, type), type);
    } catch (failure) {
      this.said = explain(failure);
    } finally {
      this.draw();
    }
  }
}
