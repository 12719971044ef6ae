// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { AdvisorChat } from '../src/advisor-chat.ts';
import type { Recommendation, Understood } from '../src/answer.ts';
import { advisor, all, answering, ask, find, open, words } from './visit.ts';
import { answer, type Asked } from './wire.ts';

const CARRIED: Understood = {
  technologies: ['nodejs', 'python'],
  criteria: ['realtime'],
  carriedOver: [
    { what: 'technology', value: 'python' },
    { what: 'criterion', value: 'realtime' },
    { what: 'form', value: 'comparison' },
  ],
};

const CHOSEN = {
  profile: {
    goal: 'build',
    needs: [
      { criterion: 'realtime', importance: 'high', from: 'chat' },
      { criterion: 'team-fit', importance: 'medium', from: 'team' },
    ],
    constraints: [
      { kind: 'team-knows', technology: 'nodejs', from: 'team' },
      { kind: 'not', technology: 'php', from: 'no PHP' },
      { kind: 'licence', value: 'MIT', from: 'MIT only' },
    ],
    technologies: [],
    overrides: [],
    unknown: ['hosting'],
  },
} as unknown as Recommendation;

async function lastBody(count: number): Promise<Asked['body']> {
  await vi.waitFor(() => expect(advisor.asked).toHaveLength(count));
  return advisor.asked.at(-1)!.body;
}

async function chosen(): Promise<AdvisorChat> {
  answering(answer({ kind: 'recommendation', recommendation: CHOSEN }));
  const chat = await open();
  await ask(chat, 'We build a chat. Which?');
  await vi.waitFor(() => expect(words(find(chat, '.chip'))).toContain('real-time traffic'));
  return chat;
}

/** Sets all importances, since happy-dom does not take those that are selected in the markup. */
function given(chat: AdvisorChat, ...values: string[]): HTMLSelectElement[] {
  const selects = all(chat, 'select') as HTMLSelectElement[];
  for (const [at, select] of selects.entries()) select.value = values[at]!;
  return selects;
}

describe('what was understood', () => {
  it('is shown by name, and what comes from before as such', async () => {
    answering(answer({ understood: CARRIED, notices: [{ code: 'carried-over', text: 'I read this with …' }] }));
    const chat = await open();
    await ask(chat, 'And for chat?');
    await vi.waitFor(() =>
      expect(all(chat, '.chip').map(words)).toEqual(['Node.js', 'Python from before', 'real-time traffic from before']),
    );
    expect(all(chat, '.notice')).toEqual([]);
  });

  it('is not shown when there is nothing', async () => {
    const chat = await open();
    await ask(chat);
    expect(all(chat, '.understood')).toEqual([]);
  });

  it('can have taken out what was carried over', async () => {
    answering(answer({ understood: CARRIED }));
    const chat = await open();
    await ask(chat, 'And for chat?');
    await vi.waitFor(() => expect(words(find(chat, '.chip'))).toBe('Node.js'));
    const [python, criterion] = all(chat, '.chip button');
    expect(python!.getAttribute('aria-label')).toBe('Leave out Python');
    expect(criterion!.getAttribute('aria-label')).toBe('Leave out real-time traffic');
    python!.click();
    expect(await lastBody(2)).toMatchObject({ message: 'And for chat, without Python?', conversation: 'c_1' });
    await chat.updateComplete;
    await vi.waitFor(() => expect(all(chat, '.chip button')).toHaveLength(2));
    all(chat, '.chip button')[1]!.click();
    expect(await lastBody(3)).toMatchObject({ message: 'New question: And for chat, without Python?' });
  });

  it('can be put right in the last turn alone', async () => {
    answering(answer({ understood: CARRIED }));
    const chat = await open();
    await ask(chat);
    await ask(chat);
    expect(all(chat, '.turn:first-child .chip button')).toEqual([]);
    expect(all(chat, '.turn:last-child .chip button')).toHaveLength(2);
  });
});

describe('what a choice was made by', () => {
  it('shows each need with its importance, and each constraint', async () => {
    const chat = await chosen();
    expect(all(chat, 'select').map((one) => [one.getAttribute('aria-label'), one.querySelector('[selected]')!.getAttribute('value')])).toEqual([
      ['How much real-time traffic matters', 'high'],
      ['How much team-fit matters', 'medium'],
    ]);
    expect(all(chat, 'label.chip').map(words)).toEqual(['your team knows Node.js', 'not php', 'licence MIT']);
  });

  it('is chosen by again with another importance, everything else as it was', async () => {
    const chat = await chosen();
    const [select] = given(chat, 'must', 'medium');
    select!.dispatchEvent(new Event('change', { bubbles: true }));
    expect(find(chat, '.understood').classList).toContain('edited');
    find<HTMLButtonElement>(chat, '.again').click();
    const { profile } = CHOSEN;
    expect(await lastBody(2)).toMatchObject({
      message: 'Which one should we use?',
      conversation: 'c_1',
      profile: { ...profile, needs: [{ ...profile.needs[0], importance: 'must' }, profile.needs[1]] },
    });
  });

  it('is chosen by again without a need and a constraint', async () => {
    const chat = await chosen();
    given(chat, 'high', '');
    find<HTMLInputElement>(chat, '.chip input').checked = false;
    find<HTMLButtonElement>(chat, '.again').click();
    const { profile } = CHOSEN;
    expect((await lastBody(2))!['profile']).toEqual({
      ...profile,
      needs: [profile.needs[0]],
      constraints: profile.constraints.slice(1),
    });
  });

  it('of someone who learns is asked for as learners ask', async () => {
    const profile = { ...CHOSEN.profile, goal: 'learn' };
    answering(answer({ kind: 'recommendation', recommendation: { ...CHOSEN, profile } as unknown as Recommendation }));
    const chat = await open();
    await ask(chat);
    find<HTMLButtonElement>(chat, '.again').click();
    expect(await lastBody(2)).toMatchObject({ message: 'Which one should I learn?' });
  });
});
