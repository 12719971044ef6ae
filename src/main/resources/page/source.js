// One document as it was read, with the cited span marked. Offsets count UTF-16 code units of the
// text, as everywhere, so every text node drawn here knows where it starts.
import {request} from './stream.js';
import {day, element} from './answer.js';

const page = document.getElementById('page');

async function show() {
  const id = decodeURIComponent(location.pathname.slice('/sources/'.length));
  const path = '/api/documents/' + id.split('/').map(encodeURIComponent).join('/');
  try {
    const read = await (await request(path + location.search)).json();
    document.title = read.title + ' – Backend Advisor';
    draw(read);
  } catch (problem) {
    const today = location.search && problem.status === 404
      ? element('p', {}, element('a', {href: location.pathname}, 'Today’s version'))
      : null;
    page.append(element('h1', {}, 'Nothing to show'), element('p', {}, problem.message), today ?? '');
  }
  page.removeAttribute('aria-busy');
}

function draw({title, text, sources}) {
  const [start, end] = span();
  const blocks = cut(text);
  if (blocks[0]?.name !== 'h1') page.append(element('h1', {}, title));
  if (sources.length) page.append(summarises(sources));
  let list = null;
  for (const block of blocks) {
    const made = element(block.name);
    for (const [from, to] of block.ranges) fill(made, text, from, to, start, end);
    if (block.name === 'li') {
      list ??= page.appendChild(element(block.ordered ? 'ol' : 'ul'));
      list.append(made);
    } else {
      list = null;
      page.append(made);
      if (made.tagName === 'H1' && sources.length) made.after(page.querySelector('.sources'));
    }
  }
  const mark = page.querySelector('mark');
  if (mark) {
    mark.tabIndex = -1;
    mark.focus({preventScroll: true});
    mark.scrollIntoView({block: 'center'});
  }
}

function summarises(sources) {
  const items = sources.map(({title, publisher, url, date}) => element('li', {},
    publisher + ': ',
    url?.startsWith('http') ? element('a', {href: url, rel: 'noreferrer'}, title) : element('cite', {}, title),
    ', ' + (date ? day(date) : 'undated')));
  return element('details', {class: 'sources'}, element('summary', {}, 'Our summary, in our words, of ' + (sources.length === 1 ? 'one source' : sources.length + ' sources')),
    element('ul', {}, ...items));
}

function span() {
  const found = /^#span=(\d+)-(\d+)$/.exec(location.hash);
  return found ? [Number(found[1]), Number(found[2])] : [0, 0];
}

/** Appends text[from, to), what lies in [start, end) marked. */
function fill(parent, text, from, to, start, end) {
  const first = Math.min(Math.max(start, from), to);
  const last = Math.min(Math.max(end, first), to);
  parent.append(text.slice(from, first));
  if (last > first) parent.append(element('mark', {}, text.slice(first, last)));
  parent.append(text.slice(last, to));
}

/** The text's blocks: what element each is, and which ranges of the text it shows. */
function cut(text) {
  const blocks = [];
  let fenced = null;
  let open = null;
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, end);
    const fence = /^\s*(```|~~~)/.test(line);
    const heading = /^(#{1,6})\s+/.exec(line);
    const item = /^\s*(?:[-*+]|(\d+)[.)])\s+/.exec(line);
    if (fenced) {
      if (fence) fenced = null;
      else fenced.ranges.push([at, end]);
      open = null;
    } else if (fence) {
      blocks.push(fenced = {name: 'pre', ranges: []});
    } else if (!line.trim()) {
      open = null;
    } else if (heading) {
      blocks.push({name: 'h' + heading[1].length, ranges: [[at + heading[0].length, end]]});
      open = null;
    } else if (item) {
      blocks.push(open = {name: 'li', ordered: item[1] !== undefined, ranges: [[at + item[0].length, end]]});
    } else if (line.startsWith('|')) {
      if (open?.name !== 'pre') blocks.push(open = {name: 'pre', ranges: []});
      open.ranges.push([at, end]);
    } else {
      if (!open) blocks.push(open = {name: 'p', ranges: []});
      open.ranges.push([at, end]);
    }
    at = end;
  }
  return blocks;
}

addEventListener('hashchange', () => location.reload());
show();
