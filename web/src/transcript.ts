import type {
  Answer, AnswerEvent, Choice, Citation, Claim, Comparison, Conversation, Nearest, Notice, Recommendation, Sentence,
  Understood,
} from './answer.ts';

/** A question and as much of its answer as has come. */
export interface Turn {
  readonly question: string;
  readonly state: 'waiting' | 'done' | 'stopped' | 'broken';
  /** Why it is stopped or broken, in words for people. */
  readonly problem: string | null;
  /** The answer's id, once it is known. */
  readonly id: string | null;
  readonly kind: string | null;
  readonly understood: Understood | null;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly recommendation: Recommendation | null;
  readonly comparison: Comparison | null;
  readonly claims: readonly Claim[];
  readonly choices: readonly Choice[];
  readonly suggestions: readonly string[];
  readonly nearest: readonly Nearest[];
  readonly notices: readonly Notice[];
  /** The model that worded it, or null. */
  readonly model: string | null;
}

/** What was asked and answered, oldest first. Only the last turn may be waiting. */
export type Transcript = readonly Turn[];

const ASKED: Omit<Turn, 'question'> = {
  state: 'waiting',
  problem: null,
  id: null,
  kind: null,
  understood: null,
  sentences: [],
  citations: [],
  recommendation: null,
  comparison: null,
  claims: [],
  choices: [],
  suggestions: [],
  nearest: [],
  notices: [],
  model: null,
};

/** The transcript with one more question. */
export function asked(transcript: Transcript, question: string, ...notices: Notice[]): Transcript {
  return [...transcript, { ...ASKED, question, notices }];
}

/** The transcript after an event of its last turn. */
export function received(transcript: Transcript, event: AnswerEvent): Transcript {
  return changed(transcript, (turn) => {
    switch (event.name) {
      case 'understood':
        return { ...turn, id: event.data.id, understood: event.data.understood };
      case 'recommendation':
        return { ...turn, recommendation: event.data };
      case 'comparison':
        return { ...turn, comparison: event.data };
      case 'citation':
        return { ...turn, citations: [...turn.citations, event.data] };
      case 'sentence':
        return { ...turn, sentences: [...turn.sentences, event.data] };
      case 'notice':
        return { ...turn, notices: [...turn.notices, event.data] };
      case 'done':
        return answered(turn, event.data);
      default:
        return turn;
    }
  });
}

/** The transcript whose last turn gets no more of its answer. */
export function ended(
  transcript: Transcript,
  state: 'stopped' | 'broken',
  problem: string,
): Transcript {
  return changed(transcript, (turn) => ({ ...turn, state, problem }));
}

/** The transcript without its last turn. */
export function withdrawn(transcript: Transcript): Transcript {
  return transcript.slice(0, -1);
}

/** The transcript of a conversation that was kept. */
export function loaded(conversation: Conversation): Transcript {
  return conversation.turns.map(({ question, answer }) => answered({ ...ASKED, question }, answer));
}

function changed(transcript: Transcript, change: (last: Turn) => Turn): Transcript {
  const last = transcript.at(-1);
  return last?.state === 'waiting' ? [...transcript.slice(0, -1), change(last)] : transcript;
}

/** The whole answer replaces what came before it, save for notices of our own. */
function answered(turn: Turn, answer: Answer): Turn {
  const { id, kind, understood, sentences, citations, recommendation, comparison } = answer;
  const { claims, choices, suggestions, nearest, writer } = answer;
  const own = turn.notices.filter(({ code }) => code.startsWith('widget-'));
  return {
    ...turn,
    state: 'done',
    // what someone shared comes without ids
    id: id ?? null,
    kind,
    understood,
    sentences,
    citations,
    recommendation,
    comparison,
    claims: claims ?? [],
    choices,
    suggestions,
    nearest,
    notices: [...own, ...answer.notices],
    model: writer.name ?? null,
  };
}
