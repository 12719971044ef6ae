/** The page of one document as it was read, with the cited span marked. */
import type { Source, SourceDocument } from './answer.ts';
import { Api, path } from './api.ts';
import { blocks } from './blocks.ts';
import { Problem } from './stream.ts';
import * as strings from './strings.ts';

type Span = readonly [start: number, end: number];

/** Shows the document that the page's address names. */
export async function show(page: HTMLElement, address: URL): Promise<void> {
  const id = decodeURIComponent(address.pathname.slice('/sources/'.length));
  const version = address.searchParams.get('version');
  try {
    const query = version === null ? '' : `?version=${encodeURIComponent(version)}`;
    const read = (await new Api(new URL('/', address).href).json(`api/documents/${path(id)}${query}`)) as SourceDocument;
    document.title = `${read.title} – ${strings.name}`;
    page.replaceChildren(...drawn(read, span(address.hash)));
  } catch (problem) {
    const why = problem instanceof Problem ? problem.message : strings.unreachable;
    page.replaceChildren(element('h1', strings.nothingToShow), element('p', why));
    if (version !== null && problem instanceof Problem && problem.status === 404) {
      page.append(element('p', linked(address.pathname, strings.todaysVersion)));
    }
  }
  page.removeAttribute('aria-busy');
  const mark = page.querySelector('mark');
  if (mark) {
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: 'center' });
  }
}

function span(hash: string): Span {
  const found = /^#span=(\d+)-(\d+)$/.exec(hash);
  return found ? [Number(found[1]), Number(found[2])] : [0, 0];
}

function drawn({ title, text, sources }: SourceDocument, marked: Span): HTMLElement[] {
  const parts: HTMLElement[] = [];
  let list: HTMLElement | null = null;
  for (const { name, ordered, ranges } of blocks(text)) {
    const made = element(name);
    for (const range of ranges) made.append(...pieces(text, range, marked));
    if (name !== 'li') {
      list = null;
      parts.push(made);
      continue;
    }
    const kind = ordered ? 'OL' : 'UL';
    if (list?.tagName !== kind) parts.push((list = element(kind)));
    list.append(made);
  }
  if (parts[0]?.tagName !== 'H1') parts.unshift(element('h1', title));
  if (sources.length > 0) parts.splice(1, 0, summarises(sources));
  return parts;
}

/** A range of the text, what lies in the span marked. */
function pieces(text: string, [from, to]: readonly [number, number], [start, end]: Span) {
  const first = Math.min(Math.max(start, from), to);
  const last = Math.min(Math.max(end, first), to);
  const marked = last > first ? [element('mark', text.slice(first, last))] : [];
  return [text.slice(from, first), ...marked, text.slice(last, to)];
}

function summarises(sources: readonly Source[]): HTMLElement {
  const items = sources.map(({ title, publisher, url, date }) => {
    const named = url && /^https?:\/\//i.test(url) ? linked(url, title) : element('cite', title);
    return element('li', `${publisher}: `, named, `, ${date ? strings.day(date) : strings.undated}`);
  });
  const summary = element('summary', strings.ourSummary(sources.length));
  const details = element('details', summary, element('ul', ...items));
  details.className = 'sources';
  return details;
}

function linked(address: string, text: string): HTMLElement {
  const link = element('a', text) as HTMLAnchorElement;
  link.href = address;
  link.rel = 'noreferrer';
  return link;
}

function element(name: string, ...children: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
