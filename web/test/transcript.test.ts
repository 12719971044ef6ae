import { describe, expect, it } from 'vitest';
import type { AnswerEvent } from '../src/answer.ts';
import { asked, ended, loaded, received, withdrawn, type Transcript } from '../src/transcript.ts';
import { answer, citation, COMPARISON, events, sentence } from './wire.ts';

const WHOLE = answer({
  comparison: COMPARISON,
  choices: [{ label: 'chat', message: 'Which for chat?' }],
  nearest: [{ document: 'cpu', title: 'Heavy computation', heading: '' }],
  notices: [{ code: 'words-only', text: 'Found by words only.' }],
});

function numbered(all = events(WHOLE)): AnswerEvent[] {
  return all.map(([name, data], at) => ({ id: at + 1, name, data }) as AnswerEvent);
}

function after(count: number, start: Transcript = asked([], 'Which?')): Transcript {
  return numbered().slice(0, count).reduce(received, start);
}

describe('a transcript', () => {
  it('begins a turn with a question', () => {
    expect(asked([], 'Which?')).toMatchObject([{ question: 'Which?', state: 'waiting', sentences: [] }]);
  });

  it('takes an answer event by event', () => {
    const half = after(5).at(-1)!;
    expect(half.state).toBe('waiting');
    expect(half.comparison).toEqual(COMPARISON);
    expect(half.citations.map(({ number }) => number)).toEqual([1, 2]);
    expect(half.sentences).toHaveLength(1);
    expect(half.suggestions).toEqual([]);
  });

  it('has each sentence and notice once when the answer is whole', () => {
    const whole = after(99).at(-1)!;
    expect(whole.state).toBe('done');
    expect(whole.sentences).toEqual(WHOLE.sentences);
    expect(whole.notices).toEqual(WHOLE.notices);
    expect(whole.choices).toEqual(WHOLE.choices);
    expect(whole.nearest).toEqual(WHOLE.nearest);
    expect(whole.suggestions).toEqual(WHOLE.suggestions);
  });

  it('takes from the whole answer what an event had not yet', () => {
    const done: AnswerEvent = {
      id: 9,
      name: 'done',
      data: answer({ sentences: [sentence('All of it.')], citations: [citation(4)] }),
    };
    expect(received(after(3), done).at(-1)).toMatchObject({
      sentences: [{ text: 'All of it.' }],
      citations: [{ number: 4 }],
      comparison: null,
    });
  });

  it('keeps a notice of the widget itself', () => {
    const own = { code: 'widget-started-anew', text: 'A new one.' };
    const whole = after(99, asked([], 'Which?', own)).at(-1)!;
    expect(whole.notices).toEqual([own, ...WHOLE.notices]);
  });

  it('passes over events of a later server', () => {
    const before = after(4);
    const odd = { id: 5, name: 'chart', data: {} } as unknown as AnswerEvent;
    expect(received(before, odd)).toEqual(before);
  });

  it('changes its last turn alone', () => {
    const first = after(99);
    const second = after(3, asked(first, 'And Java?'));
    expect(second[0]).toBe(first[0]);
    expect(second).toHaveLength(2);
  });

  it('keeps what came of an answer that ended early, and lets nothing follow', () => {
    const stopped = ended(after(5), 'stopped', 'Stopped.');
    expect(stopped.at(-1)).toMatchObject({ state: 'stopped', problem: 'Stopped.' });
    expect(stopped.at(-1)!.sentences).toHaveLength(1);
    expect(numbered().reduce(received, stopped)).toEqual(stopped);
  });

  it('may have its last turn withdrawn', () => {
    expect(withdrawn(asked(after(99), 'And Java?'))).toEqual(after(99));
  });

  it('is the same from a kept conversation as from the events', () => {
    const kept = { turns: [{ question: 'Which?', answer: WHOLE, at: 'now' }] };
    expect(loaded(kept)).toEqual(after(99));
  });

  it('names the model that worded an answer', () => {
    const byModel = answer({ writer: { kind: 'model', name: 'small-1' } });
    const [turn] = loaded({ turns: [{ question: 'Which?', answer: byModel }] });
    expect(turn!.model).toBe('small-1');
  });
});
