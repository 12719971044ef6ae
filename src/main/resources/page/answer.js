// Draws one answer as its events come in. Everything that came from elsewhere is a text node.

/** An element with attributes and children; strings become text nodes. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

const BASES = {
  'measured': 'measured',
  'documentation': 'documented',
  'survey': 'survey',
  'case-study': 'one case',
  'vendor': 'claimed by the makers',
  'opinion': 'opinion',
};
const FIRMNESS = {'firm': 'firm', 'leaning': 'leaning', 'toss-up': 'toss-up'};
let cards = 0;

export class AnswerView {
  /**
   * @param names resolves to {technologies, criteria}: maps from ids to names
   * @param onAsk called with a question that was pressed
   */
  constructor(names, onAsk) {
    this.names = names;
    this.onAsk = onAsk;
    this.citations = new Map();
    this.prose = element('div', {class: 'prose'});
    this.choices = element('div', {class: 'choices'});
    this.table = element('div', {class: 'table'});
    this.after = element('div', {class: 'after'});
    this.root = element('div', {class: 'answer', 'aria-busy': 'true'},
      this.prose, this.choices, this.table, this.after);
    this.block = null;
  }

  /** Takes one event of the stream. */
  take({name, data}) {
    if (name === 'citation') this.citations.set(data.number, data);
    if (name === 'sentence') this.say(data);
    if (name === 'done') this.finish(data);
  }

  say(sentence) {
    const item = sentence.before === '\n- ';
    if (item) {
      if (this.prose.lastElementChild?.tagName !== 'UL') this.prose.append(element('ul'));
      this.block = element('li');
      this.prose.lastElementChild.append(this.block);
    } else if (this.block === null || sentence.before.startsWith('\n')) {
      this.block = element('p');
      this.prose.append(this.block);
    } else {
      this.block.append(sentence.before);
    }
    const span = element('span', {class: 'sentence ' + sentence.part});
    if (sentence.citations.length) {
      // the last word and its markers stay on one line
      const parts = coded(sentence.text);
      const last = parts.pop();
      const cut = typeof last === 'string' ? last.lastIndexOf(' ') + 1 : 0;
      const markers = sentence.citations.map((number) => this.marker(number));
      span.append(...parts, cut ? last.slice(0, cut) : '',
        element('span', {class: 'keep'}, cut ? last.slice(cut) : last, ...markers));
    } else {
      span.append(...coded(sentence.text));
    }
    this.block.append(span);
  }

  marker(number) {
    const button = element('button', {
      type: 'button',
      class: 'marker',
      'aria-expanded': 'false',
      'aria-label': 'Source ' + number,
    }, String(number));
    button.addEventListener('click', () => this.toggle(button, number));
    return button;
  }

  toggle(button, number) {
    const mine = button.getAttribute('aria-expanded') === 'true';
    this.close();
    if (mine) return;
    const id = 'card-' + ++cards;
    const card = drawCard(this.citations.get(number), id);
    card.querySelector('.close').addEventListener('click', () => {
      this.close();
      button.focus();
    });
    card.addEventListener('keydown', (event) => escape(event, () => this.close(), button));
    button.onkeydown = (event) => escape(event, () => this.close(), button);
    button.setAttribute('aria-expanded', 'true');
    button.setAttribute('aria-controls', id);
    const block = button.closest('p, li, .table');
    if (block.tagName === 'LI') block.append(card);
    else block.after(card);
    card.scrollIntoView({block: 'nearest'});
  }

  close() {
    this.root.querySelector('.card')?.remove();
    const open = this.root.querySelector('[aria-expanded="true"]');
    open?.setAttribute('aria-expanded', 'false');
    open?.removeAttribute('aria-controls');
  }

  finish(answer) {
    this.root.setAttribute('aria-busy', 'false');
    if (answer.comparison) this.compare(answer.comparison);
    if (answer.nearest.length) this.after.append(drawNearest(answer.nearest));
    this.choices.append(
      ...answer.choices.map(({label, message}) => this.asking(label, message, 'choice')));
    for (const notice of answer.notices) {
      this.after.append(element('p', {class: 'notice'}, notice.text));
    }
    if (answer.suggestions.length) {
      const items = answer.suggestions.map((text) => element('li', {}, this.asking(text, text, 'suggestion')));
      this.after.append(
        element('div', {class: 'next'}, element('h3', {}, 'Ask next'), element('ul', {}, ...items)));
    }
  }

  /** Says that the answer broke off, and why. */
  breakOff(text, again) {
    this.root.setAttribute('aria-busy', 'false');
    const button = element('button', {type: 'button', class: 'quiet'}, 'Ask again');
    button.addEventListener('click', again);
    this.after.append(element('div', {class: 'problem', role: 'alert'}, element('p', {}, text), button));
  }

  asking(label, message, kind) {
    const button = element('button', {type: 'button', class: kind}, label);
    button.addEventListener('click', () => this.onAsk(message));
    return button;
  }

  async compare(comparison) {
    const {technologies, criteria} = await this.names();
    const called = (id) => technologies.get(id) ?? id;
    const head = element('tr', {}, element('th', {scope: 'col'}, 'Side by side'),
      ...comparison.technologies.map((id) => element('th', {scope: 'col'}, called(id))));
    const rows = comparison.rows.map((row) => element('tr', {},
      element('th', {scope: 'row'}, capital(criteria.get(row.criterion) ?? row.criterion),
        element('small', {}, row.leader ? called(row.leader) + ' ahead, ' + FIRMNESS[row.firmness] : 'no leader')),
      ...row.cells.map((cell) => this.cell(cell, cell.technology === row.leader))));
    this.table.append(
      element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)),
      element('p', {class: 'legend'}, 'Ratings from 1 to 5 by the criterion’s rubric; the wider, the less is known.'));
  }

  cell(cell, leads) {
    if (!cell.rating) return element('td', {class: 'gap'}, 'no evidence');
    const [low, high] = cell.rating;
    const text = low === high ? short(low) : short(low) + '–' + short(high);
    const made = element('td', {class: leads ? 'leads' : null}, bar(low, high), element('span', {}, text));
    made.append(...cell.citations.map((number) => this.marker(number)));
    return made;
  }
}

function drawCard(citation, id) {
  const {source} = citation;
  const card = element('aside', {class: 'card', id, 'aria-label': 'Source ' + citation.number},
    element('button', {type: 'button', class: 'close', 'aria-label': 'Close'}, '×'),
    element('blockquote', {}, citation.quote));
  if (source) {
    const title = source.url?.startsWith('http')
      ? element('a', {href: source.url, rel: 'noreferrer', target: '_blank'}, source.title)
      : element('cite', {}, source.title);
    card.append(element('p', {class: 'whose'}, 'Our summary of ', title, ', ', source.publisher, ', ',
      source.date ? day(source.date) : 'undated', '.'));
  } else {
    card.append(element('p', {class: 'whose'}, 'From our page ', element('cite', {}, citation.title), '.'));
  }
  const facts = element('dl');
  const fact = (name, value) => value && facts.append(element('div', {}, element('dt', {}, name), element('dd', {}, value)));
  fact('Holds', citation.condition);
  fact('Basis', citation.basis && BASES[citation.basis]);
  fact('As of', citation.asOf && day(citation.asOf));
  fact('In agreement', citation.origins > 1 ? citation.origins + ' sources' : citation.origins === 1 ? 'this source alone' : null);
  fact('Read', source?.readFrom === 'secondary' ? 'through a report of it' : null);
  if (facts.childElementCount) card.append(facts);
  card.append(element('p', {}, element('a', {href: sourceAddress(citation), target: '_blank'}, 'Read it in its context')));
  return card;
}

/** Where the page of a span is. */
export function sourceAddress({document: id, version, start, end}) {
  const path = id.split('/').map(encodeURIComponent).join('/');
  return `/sources/${path}?version=${encodeURIComponent(version)}#span=${start}-${end}`;
}

function drawNearest(nearest) {
  const items = nearest.map(({document: id, title, heading}) => element('li', {},
    element('a', {href: '/sources/' + id.split('/').map(encodeURIComponent).join('/'), target: '_blank'}, title),
    heading ? ': ' + heading : null));
  return element('div', {class: 'nearest'}, element('h3', {}, 'Nearest to your question'), element('ul', {}, ...items));
}

/** A rating's interval on the scale from 1 to 5. */
function bar(low, high) {
  const svg = (name, attributes) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const at = (rating) => 3 + (rating - 1) / 4 * 58;
  const drawn = svg('svg', {class: 'bar', viewBox: '0 0 64 8', width: 64, height: 8, 'aria-hidden': 'true'});
  drawn.append(
    svg('line', {class: 'track', x1: 3, x2: 61, y1: 4, y2: 4}),
    svg('line', {class: 'range', x1: at(low), x2: Math.max(at(high), at(low) + 0.01), y1: 4, y2: 4}));
  return drawn;
}

/** Text with `code` in its own element. */
function coded(text) {
  return text.split('`').map((part, at) => at % 2 ? element('code', {}, part) : part).filter((part) => part !== '');
}

function escape(event, close, button) {
  if (event.key !== 'Escape') return;
  close();
  button.focus();
}

const short = (rating) => String(Math.round(rating * 10) / 10);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date as precise as it is known: 7 October 2025, October 2025, 2025. */
export function day(date) {
  const [year, month, dayOfMonth] = date.split('-');
  return [dayOfMonth && Number(dayOfMonth), month && MONTHS[month - 1], year].filter(Boolean).join(' ');
}
