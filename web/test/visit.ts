/** A page with the element on it, for tests in a DOM. */
import { afterEach, beforeEach, vi } from 'vitest';
import { AdvisorChat } from '../src/advisor-chat.ts';
import type { Answer } from '../src/answer.ts';
import { answer, FakeAdvisor, json, NAMES, told } from './wire.ts';

customElements.define('advisor-chat', AdvisorChat);

export const advisor = new FakeAdvisor(() => told(answer()));

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  advisor.asked.length = 0;
  advisor.reply = () => told(answer());
  vi.stubGlobal('fetch', advisor.fetch);
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** Has the advisor answer so, the last of these from then on. */
export function answering(...whole: Answer[]): void {
  advisor.reply = ({ path }) =>
    path in NAMES ? json(NAMES[path]) : told(whole.length > 1 ? whole.shift()! : whole[0]!);
}

export async function open(layout: AdvisorChat['layout'] = 'box'): Promise<AdvisorChat> {
  const chat = document.createElement('advisor-chat') as AdvisorChat;
  chat.layout = layout;
  chat.api = '/';
  document.body.append(chat);
  await chat.updateComplete;
  return chat;
}

export function find<E extends HTMLElement>(chat: AdvisorChat, selector: string): E {
  const found = chat.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

export function all(chat: AdvisorChat, selector: string): HTMLElement[] {
  return [...chat.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
}

export async function ask(chat: AdvisorChat, message = 'Which?'): Promise<void> {
  await chat.ask(message);
  await chat.updateComplete;
}

export function words(element: Element): string {
  return element.textContent!.replace(/\s+/g, ' ').trim();
}

export async function press(chat: AdvisorChat, element: HTMLElement, key: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  element.dispatchEvent(event);
  await chat.updateComplete;
  return event;
}
