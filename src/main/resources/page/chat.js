import {ask, request} from './stream.js';
import {AnswerView, element} from './answer.js';

const [welcome, turns, form, words, send, stop, spoken, anew] =
  ['welcome', 'turns', 'ask', 'words', 'send', 'stop', 'spoken', 'anew'].map((id) => document.getElementById(id));

let conversation = null;
let running = null;
let vocabulary = null;

/** The names of technologies and criteria, fetched when first needed. */
function names() {
  const list = async (kind) => {
    const all = await (await request('/api/' + kind)).json();
    return new Map(all[kind].map(({id, name}) => [id, name]));
  };
  vocabulary ??= Promise.all([list('technologies'), list('criteria')]).then(
    ([technologies, criteria]) => ({technologies, criteria}),
    () => {
      vocabulary = null;
      return {technologies: new Map(), criteria: new Map()};
    });
  return vocabulary;
}

async function pose(message, requestId = identifier()) {
  running?.abort();
  const mine = running = new AbortController();
  const view = new AnswerView(names, pose);
  const turn = element('article', {class: 'turn'}, element('h2', {}, message), view.root);
  welcome.hidden = true;
  anew.hidden = false;
  turns.append(turn);
  turn.scrollIntoView({block: 'start'});
  busy(true);
  const again = () => {
    turn.remove();
    pose(message, requestId);
  };
  try {
    const question = {message, request: requestId, ...(conversation && {conversation})};
    for await (const event of ask(question, mine.signal)) {
      if (event.name === 'understood') conversation = event.data.conversation;
      if (event.name === 'sentence') speak(event.data.text);
      view.take(event);
    }
  } catch (failure) {
    if (mine.signal.aborted) {
      view.breakOff('Stopped.', again);
    } else if (failure.status === 404 && conversation) {
      conversation = null;
      view.breakOff('The advisor no longer knows this conversation. Asking again starts a new one.', again);
    } else {
      view.breakOff(failure.message, again);
    }
  } finally {
    if (running === mine) {
      running = null;
      busy(false);
    }
  }
}

function busy(yes) {
  send.hidden = yes;
  stop.hidden = !yes;
}

/** Reads a finished sentence out to those who listen. */
function speak(text) {
  spoken.append(element('p', {}, text));
  while (spoken.childElementCount > 20) spoken.firstElementChild.remove();
}

/** A random UUID; randomUUID exists only where the page came over TLS or from this machine. */
function identifier() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function grow() {
  words.style.height = 'auto';
  words.style.height = words.scrollHeight + 'px';
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const message = words.value.trim();
  if (!message || running) return;
  words.value = '';
  grow();
  pose(message);
});
words.addEventListener('input', grow);
words.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
stop.addEventListener('click', () => {
  running?.abort();
  words.focus();
});
anew.addEventListener('click', () => {
  running?.abort();
  conversation = null;
  turns.replaceChildren();
  spoken.replaceChildren();
  welcome.hidden = false;
  anew.hidden = true;
  words.focus();
});
welcome.addEventListener('click', (event) => {
  const starter = event.target.closest('button');
  if (starter) pose(starter.textContent);
});
