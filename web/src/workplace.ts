/**
 * The page at `/`: a conversation, and the decision beside it once there is one. What draws a
 * decision is loaded then.
 */
import type { AdvisorChat } from './advisor-chat.ts';
import type { Origin } from './decision/decision.ts';
import type { DecisionPane } from './decision/page.ts';
import * as strings from './strings.ts';

const chat = document.querySelector<AdvisorChat>('advisor-chat')!;
const place = document.getElementById('decision')!;
const none = element('div', element('h2', strings.noDecision), element('p', strings.howToDecide));
const shown = element('div');
const views = element('nav');
/** How far each view was scrolled when it was left. */
const left = { chat: 0, decision: 0 };

none.className = 'none-yet';
none.append(element('ul', ...strings.decisionStarters.map((text) => element('li', button(text, () => void chat.ask(text))))));
place.append(none, shown);
shown.hidden = true;

const toChat = button(strings.views.chat, () => look('chat'));
const toDecision = button(strings.decision, () => look('decision'));
views.className = 'views';
views.setAttribute('aria-label', strings.decision);
views.append(element('h1', strings.name), toChat, toDecision);
place.parentElement!.prepend(views);
views.hidden = true;
look('chat');

let pane: Promise<DecisionPane> | null = null;

document.addEventListener('advisor-decision', (event) => {
  const origin = (event as CustomEvent<Origin | null>).detail;
  none.hidden = origin !== null;
  shown.hidden = views.hidden = origin === null;
  makeRoom();
  if (origin === null) look('chat');
  else void show(origin);
});
// in what someone shared nothing can be asked, so there is no place for what would be asked
addEventListener('hashchange', makeRoom);
makeRoom();
// what is asked from beside it is answered in the conversation
place.addEventListener('decision-asks', () => look('chat'));

async function show(origin: Origin): Promise<void> {
  pane ??= import('./decision/page.ts').then(
    ({ DecisionPane }) => new DecisionPane(shown, chat, (verdict) => (toDecision.textContent = verdict)),
  );
  try {
    await (await pane).show(origin);
  } catch {
    pane = null;
    shown.textContent = strings.unreachable;
  }
}

function makeRoom(): void {
  place.hidden = shown.hidden && location.hash.startsWith('#s_');
}

/** Where there is no room for both, one of them is looked at. */
function look(view: 'chat' | 'decision'): void {
  left[document.body.dataset['view'] as typeof view] = scrollY;
  document.body.dataset['view'] = view;
  toChat.setAttribute('aria-pressed', String(view === 'chat'));
  toDecision.setAttribute('aria-pressed', String(view === 'decision'));
  scrollTo({ top: left[view], behavior: 'instant' });
}

function button(text: string, pressed: () => void): HTMLButtonElement {
  const made = element('button', text) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

function element(name: string, ...children: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
