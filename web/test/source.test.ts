// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blocks } from '../src/blocks.ts';
import { show } from '../src/source.ts';
import { FakeAdvisor, json } from './wire.ts';

const TEXT = `# Concurrency

How back ends serve “many” 🧵 visitors
at once.

- Long tasks stall everyone.
- Worker threads take
  such work away.

1. First
2. Second

| a | b |
|---|---|
After the table.

\`\`\`
# not a heading
\`\`\`
### Deeper
`;

const SOURCES = [{ title: 'Report', publisher: 'Example', url: 'https://example.org/', date: '2025-10', readFrom: 'primary' }];

let advisor: FakeAdvisor;

beforeEach(() => {
  advisor = new FakeAdvisor(() => json({ id: 'a', title: 'Concurrency', text: TEXT, sources: SOURCES }));
  vi.stubGlobal('fetch', advisor.fetch);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function page(address: string): Promise<HTMLElement> {
  const made = document.createElement('main');
  document.body.replaceChildren(made);
  await show(made, new URL(address, 'https://advisor.example'));
  return made;
}

describe('the blocks of a text', () => {
  it('are headings, paragraphs, items, tables and code', () => {
    expect(blocks(TEXT).map(({ name, ordered }) => (ordered ? `${name} 1.` : name))).toEqual([
      'h1', 'p', 'li', 'li', 'li 1.', 'li 1.', 'pre', 'p', 'pre', 'h3',
    ]);
  });

  it('leave every word where it is', () => {
    const shown = blocks(TEXT).flatMap(({ ranges }) => ranges.map(([from, to]) => TEXT.slice(from, to)));
    expect(shown.join('').match(/\w+/g)).toEqual(
      TEXT.replace(/^(#+|-|\d\.)\s|^```$/gm, '').match(/\w+/g),
    );
  });
});

describe('the page of a document', () => {
  it.each(['serve “many” 🧵 visitors\nat once.', 'Worker threads take\n  such', 'Concurrency', '# not a heading', 'Second'])(
    'marks the span of %j, and nothing else',
    async (quote) => {
      const start = TEXT.indexOf(quote);
      const made = await page(`/sources/guide/a%23b?version=sha256%3A00#span=${start}-${start + quote.length}`);
      expect([...made.querySelectorAll('mark')].map((mark) => mark.textContent).join('')).toBe(quote);
      expect(document.activeElement).toBe(made.querySelector('mark'));
      expect(advisor.log).toEqual(['GET /api/documents/guide/a%23b?version=sha256%3A00']);
    },
  );

  it('marks a span that goes through several blocks', async () => {
    const start = TEXT.indexOf('at once');
    const end = TEXT.indexOf('Worker');
    const made = await page(`/sources/a#span=${start}-${end}`);
    expect([...made.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['at once.\n', 'Long tasks stall everyone.\n']);
  });

  it('says what it summarises', async () => {
    const made = await page('/sources/a');
    expect(made.children[1]!.textContent).toBe('Our summary, in our words, of one sourceExample: Report, October 2025');
    expect(made.querySelectorAll('mark')).toHaveLength(0);
    expect(document.title).toBe('Concurrency – Backend Advisor');
  });

  it('shows the text as text', async () => {
    advisor.reply = () => json({ title: 'x', text: '<img src=x onerror=alert(1)>\n', sources: [] });
    const made = await page('/sources/a#span=0-4');
    expect(made.querySelector('img')).toBeNull();
    expect(made.textContent).toBe('x<img src=x onerror=alert(1)>\n');
  });

  it('offers today’s version when the cited one is no longer kept', async () => {
    advisor.reply = () => json({ detail: 'This version is no longer kept.' }, 404);
    const made = await page('/sources/a?version=sha256%3A00');
    expect(made.textContent).toBe('Nothing to showThis version is no longer kept.Today’s version');
    expect(made.querySelector('a')!.getAttribute('href')).toBe('/sources/a');
  });
});
