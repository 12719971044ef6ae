// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { flags, sides } from '../src/evidence.ts';
import { all, answering, ask, find, open, words } from './visit.ts';
import { answer, citation, sentence } from './wire.ts';

const NOW = new Date('2026-12-01');

describe('what weakens evidence', () => {
  it.each([
    ['several sources of late', [citation(1)], []],
    ['nothing', [], []],
    ['one source', [citation(1, { origins: 1 })], ['one source']],
    ['a figure of long ago', [citation(1, { asOf: '2013-11-22' })], ['measured in 2013']],
    ['a page of long ago', [citation(1, { asOf: '2018', basis: 'case-study' })], ['as of 2018']],
    ['a page of some years ago', [citation(1, { asOf: '2023', basis: 'documentation' })], []],
    ['the makers’ figure', [citation(1, { basis: 'vendor' })], ['makers’ own figure']],
    ['all of it', [citation(1, { basis: 'vendor', origins: 1, asOf: '2019' })], ['one source', 'makers’ own figure', 'as of 2019']],
    ['an undated page', [citation(1, { asOf: null })], []],
    ['two sources, one each', [citation(1, { origins: 1 }), citation(2, { origins: 1 })], []],
    ['one that is old beside one that is not', [citation(1, { asOf: '2013' }), citation(2)], []],
    ['two that are old', [citation(1, { asOf: '2013' }), citation(2, { asOf: '2015-01' })], ['measured in 2015']],
  ])('of %s', (_, citations, expected) => {
    expect(flags(citations, NOW)).toEqual(expected);
  });

  it('is seen beside the sentence it weakens, and not beside others', async () => {
    answering(answer({
      sentences: [sentence('It was so.', [1], ''), sentence('It is so.', [2])],
      citations: [citation(1, { origins: 1, asOf: '2013-11-22' }), citation(2)],
    }));
    const chat = await open();
    await ask(chat);
    expect(all(chat, '.prose .flag').map(words)).toEqual(['one source · measured in 2013']);
    expect(words(find(chat, '.prose'))).toBe('It was so.1 one source · measured in 2013 It is so.2');
  });
});

describe('sources that disagree', () => {
  const verdict = { ...sentence('Yes.', [1], ''), part: 'verdict' };
  const citations = [citation(1), citation(2, { origins: 1 })];

  it.each([
    ['Against it: Figma left it.', 'Against it', false],
    ['Not every source agrees: Figma left it.', 'Not every source agrees', true],
    ['Another voice differs: Figma left it.', 'Another voice differs', true],
  ])('are found where the answer says “%s”', (text, lead, disagree) => {
    const found = sides([verdict, sentence(text, [2], '\n- ')], citations)!;
    expect(found).toMatchObject({ lead, disagree, rests: [{ number: 1 }], against: [{ number: 2 }] });
  });

  it('are not where nothing is weighed, or what speaks against it is all there is', () => {
    expect(sides([verdict, sentence('Should you change: PayPal did.', [2])], citations)).toBeNull();
    expect(sides([sentence('Against it: Figma left it.', [2])], citations)).toBeNull();
    expect(sides([{ ...verdict, citations: [2] }, sentence('Against it: Figma left it.', [2])], citations)).toBeNull();
  });

  it('stand side by side, each with whose it is and what weakens it', async () => {
    answering(answer({ sentences: [verdict, sentence('One source disagrees: it left.', [2], '\n- ')], citations }));
    const chat = await open();
    await ask(chat);
    expect(find<HTMLDetailsElement>(chat, '.sides').open).toBe(true);
    expect(all(chat, '.two > div').map((side) => words(side).slice(0, 68))).toEqual([
      'The answer rests on “Quote 1.”1 Our summary of Report 1, Example Fou',
      'One source disagrees “Quote 2.”2 Our summary of Report 2, Example Fo',
    ]);
    expect(all(chat, '.two .flag').map(words)).toEqual(['one source']);
    find(chat, '.sides .marker').click();
    await chat.updateComplete;
    expect(words(find(chat, '.sides .card blockquote'))).toBe('“Quote 1.”');
  });

  it('wait to be opened where one thing is merely weighed', async () => {
    answering(answer({ sentences: [verdict, sentence('Against it: it left.', [2], '\n- ')], citations }));
    const chat = await open();
    await ask(chat);
    expect(find<HTMLDetailsElement>(chat, '.sides').open).toBe(false);
  });
});

describe('claims', () => {
  it('each show what was found of them, with sources', async () => {
    answering(answer({
      claims: [
        { text: 'the GIL is gone', finding: 'contradicted', citations: [1] },
        { text: 'Node 22 ends in 2027', finding: 'supported', citations: [2] },
        { text: 'everybody uses Rust', finding: 'unknown', citations: [] },
        { text: 'it is so', finding: 'of-a-later-server', citations: [] },
      ],
    }));
    const chat = await open();
    await ask(chat);
    expect(all(chat, '.claims li').map(words)).toEqual([
      'contradicted the GIL is gone1',
      'holds Node 22 ends in 20272',
      'not settled everybody uses Rust',
      'of-a-later-server it is so',
    ]);
    find(chat, '.claims .marker').click();
    await chat.updateComplete;
    expect(words(find(chat, '.claims .card blockquote'))).toBe('“Quote 1.”');
  });
});
