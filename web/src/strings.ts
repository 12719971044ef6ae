/** Everything the widget and the pages say that the server did not. */
export const name = 'Backend Advisor';
export const welcome = 'Which back end, and why?';
export const introduction = 'Ask about languages, runtimes and frameworks. Every claim shows the sentence it rests on, and where that comes from.';
export const automated = 'An automated advisor. Read the sources before you decide.';
export const privacy = 'Privacy';
export const contact = 'Ask a person';
export const starters = [
  'Is Node.js better than Python for a chat application?',
  'Until when is Node 22 supported?',
  'When should I not use Python?',
  'Is it true that the GIL is gone?',
];

export const launch = 'Ask about back-end technology';
export const close = 'Close';
export const forget = 'Forget this conversation';
export const share = 'Share this conversation';
export const save = 'Save this conversation as a file';
export const skip = 'Skip to the question';
export const conversation = 'Conversation';
export const spoken = 'Answers, sentence by sentence';
export const question = 'Your question';
export const placeholder = 'Ask a question';
export const ask = 'Ask';
export const stop = 'Stop';
export const askAgain = 'Ask again';
export const tryAgain = 'Try again';
export const asked = 'You asked';
export const askedThere = 'Asked';
export const looking = 'Looking through the sources';

export const understood = 'Understood as';
export const carried = 'from before';
export const leaveOut = (name: string) => `Leave out ${name}`;
export const without = (question: string, name: string) => `${question.replace(/[\s?.!]+$/, '')}, without ${name}?`;
export const byItself = (question: string) => `New question: ${question}`;
export const importances = {
  none: 'does not matter',
  low: 'matters little',
  medium: 'matters somewhat',
  high: 'matters a lot',
  must: 'is a must',
};
export const notCounted = 'leave out';
export const importance = (name: string) => `How much ${name} matters`;
export const constraints = {
  'team-knows': (name: string) => `your team knows ${name}`,
  'only': (name: string) => `only ${name}`,
  'not': (name: string) => `not ${name}`,
  'runs-on': (name: string) => `runs on ${name}`,
  'licence': (name: string) => `licence ${name}`,
} as Readonly<Record<string, (name: string) => string>>;
export const chooseAgain = 'Choose again with this';
export const whichOne = 'Which one should we use?';
export const whichToLearn = 'Which one should I learn?';

export const shorter = 'Shorter';
export const simpler = 'Simpler';
export const tellMore = 'More';
export const manners = { shorter: 'Shorter, please', simpler: 'Simpler, please', tellMore: 'Tell me more' };
export const answerTools = 'With this answer';
export const copy = 'Copy this answer';
export const copied = 'Copied.';
export const notCopied = 'The browser did not let it be copied. Select the text instead.';
export const linked = 'Copied. Whoever has this link can read the conversation as it is now:';
export const notLinked = 'Whoever has this link can read the conversation as it is now:';
export const record = 'Decision record';
export const fileName = 'advisor';
export const recordName = 'decision-record';

export const helpful = 'This helped';
export const notHelpful = 'This did not help';
export const thanks = 'Thank you. That is taken down.';
export const sending = 'One moment.';
export const notTaken = 'That could not be taken down just now. Try again in a minute.';
export const whyNot = 'What is wrong with it?';
export const reasons = ['Not what I asked', 'Wrong', 'Out of date', 'Hard to follow'];
export const otherReason = 'Something else';
export const send = 'Send';
export const doubt = 'Something wrong with this source?';
export const doubts = ['It does not say that', 'Out of date', 'Not to be trusted'];

export const source = (number: number) => `Source ${number}`;
export const sources = (count: number) => (count === 1 ? 'One source' : `${count} sources`);
export const summaryOf = 'Our summary of ';
export const fromOurPage = 'From our page ';
export const undated = 'undated';
export const holds = 'Holds';
export const basis = 'Basis';
export const bases = {
  'measured': 'measured',
  'documentation': 'documented',
  'survey': 'survey',
  'case-study': 'one case',
  'vendor': 'claimed by the makers',
  'opinion': 'opinion',
} as Readonly<Record<string, string>>;
export const asOf = 'As of';
export const agreement = 'In agreement';
export const agreeing = (origins: number) => (origins === 1 ? 'this source alone' : `${origins} sources`);
export const read = 'Read';
export const readSecondHand = 'through a report of it';
export const inContext = 'Read it in its context';
export const oneSource = 'one source';
export const weak = { vendor: 'makers’ own figure', opinion: 'opinion' };
export const dated = (measured: boolean, year: string) => `${measured ? 'measured in' : 'as of'} ${year}`;

export const claims = 'Claim by claim';
export const findings = {
  'supported': 'holds',
  'contradicted': 'contradicted',
  'conditional': 'depends',
  'outdated': 'no longer so',
  'one-source': 'one source says so',
  'unknown': 'not settled',
} as Readonly<Record<string, string>>;

/** How the server introduces a source that speaks against what it says; a test compares them. */
export const dissent = /^(?:On the other side|Against it|What speaks against it|To be weighed|Not every source agrees|One source disagrees|Another voice differs|It is said all the same|Others say so|For it one hears): /;
/** Those of them where sources disagree. */
export const disagreement = /^(?:Not every source agrees|One source disagrees|Another voice differs)/;
export const rests = 'The answer rests on';
export const bothSides = 'Both sides';
export const sourcesDiffer = 'Sources that disagree';
export const newTab = '(opens in a new tab)';

export const sideBySide = 'Side by side';
export const noEvidence = 'no evidence';
export const ahead = (name: string, firmness: string) => `${name} ahead, ${firmness}`;
export const noLeader = 'no leader';
export const rating = (low: string, high: string) => (low === high ? low : `${low}–${high}`);
export const more = (rows: number) => (rows === 1 ? 'One more criterion' : `${rows} more criteria`);
export const ratings = 'Ratings from 1 to 5 by the criterion’s rubric; the wider, the less is known.';

export const nearest = 'Nearest to your question';
export const next = 'Ask next';
export const choices = 'Choose one';
export const writtenBy = (model: string) => `Worded by ${model}; every sentence was checked against its sources.`;

export const stopped = 'Stopped.';
export const unreachable = 'The advisor cannot be reached. Check the connection, then ask again.';
export const lost = 'The connection broke off, and the rest of this answer is no longer kept.';
export const refused = 'The advisor is not set up for this page yet. Whoever runs this site can put that right.';
export const notLoaded = 'The earlier conversation could not be loaded.';
export const offline = 'You are offline. What is here can still be read.';
export const askedLater = 'You are offline. This is asked again as soon as the connection is back.';
export const forgotten = 'Forgotten, here and on the server.';
export const readOnly = 'Someone shared this conversation with you. It can be read, not gone on with.';
export const notShared = 'There is nothing to read under this link any more.';
export const askYourself = 'Ask your own question';
export const notForgotten = 'The earlier conversation could not be deleted on the server just now.';
export const startedAnew = 'The earlier conversation is no longer kept, so this begins a new one.';
/** For the console, to whoever runs the site. */
export const refusedOrigin = (api: string, origin: string) =>
  `<advisor-chat>: the advisor at ${api} does not answer pages of ${origin}. ` +
  `Add this origin to its setting, as in ADVISOR_ALLOWED_ORIGINS=${origin}, and restart it.`;

// what the page of a document says besides
export const nothingToShow = 'Nothing to show';
export const todaysVersion = 'Today’s version';
export const ourSummary = (count: number) =>
  `Our summary, in our words, of ${count === 1 ? 'one source' : `${count} sources`}`;

const months = 'January February March April May June July August September October November December'.split(' ');

/** A date as precise as it is known: 7 October 2025, October 2025, 2025. */
export function day(date: string): string {
  const [year, month, dayOfMonth] = date.split('-');
  // written here, since a browser takes its time over it, and a long conversation has hundreds
  return [dayOfMonth && Number(dayOfMonth), month && (months[Number(month) - 1] ?? month), year].filter(Boolean).join(' ');
}

// the decision beside the conversation
export const decision = 'The decision';
export const views = { chat: 'Conversation', decision: (winner: string) => `Decision: ${winner}` };
export const noDecision = 'No decision yet';
export const howToDecide =
  'Ask which one to use, and say what for. Then the ranking, the evidence behind it and what would change it stand here.';
export const decisionStarters = [
  'We build a chat app for 20k people, our team knows Java. What should we use?',
  'Which back end for a small shop that two people maintain?',
  'What should I learn first? I like data.',
];
export const verdicts = {
  'firm': (winner: string) => `${winner}, firmly ahead`,
  'leaning': (winner: string, next: string) => `${winner}, somewhat ahead of ${next}`,
  'toss-up': (winner: string, next: string) => `Too close to call: ${winner} or ${next}`,
} as Readonly<Record<string, (winner: string, next: string) => string>>;
export const alone = (winner: string) => `${winner}, the only one left`;
export const percent = (share: number) =>
  share > 0 && share < 0.0005 ? 'nearly 0 %' : `${share > 0 && share < 0.0095 ? (share * 100).toFixed(1) : Math.round(share * 100)} %`;
export const firstIn = (winner: string, share: number) =>
  `Of all the ways to weigh this that fit what you said, ${winner} comes first in ${percent(share)}.`;
export const settled = {
  proven: 'Nothing that is still open would change that.',
  settled: 'No single answer that is still open would change that.',
  open: 'What is still open could change that.',
};
export const ranking = 'Ranking';
export const rankingColumns = { technology: 'Technology', score: 'Score, and how far it may be off', wins: 'Comes first in' };
export const scored = (score: number, low: number, high: number) => `${score.toFixed(2)}, from ${low.toFixed(2)} to ${high.toFixed(2)}`;
export const whyNotShort = 'Why not?';
export const whyNotThis = (name: string) => `Why not ${name}?`;
export const leftOut = (name: string, constraint: string, owner?: string) =>
  `${name} is left out: ${owner ? `by policy of ${owner}` : (exclusions[constraint] ?? constraint)}.`;
const exclusions = {
  'not': 'you ruled it out',
  'only': 'you asked for something else only',
  'runs-on': 'it does not run on what you named',
  'licence': 'its licence does not fit',
} as Readonly<Record<string, string>>;
export const split = (parts: readonly string[], score: number) => `Two parts would do better (${score.toFixed(2)}): ${parts.join('; ')}.`;
export const part = (technology: string, criteria: readonly string[]) => `${technology} for ${criteria.join(', ')}`;
export const youSaid = 'What you said';
export const nothingSaid = 'Nothing yet that would count for more or less.';
export const fromWords = (words: string) => `from “${words}”`;
export const setByYou = (share: number) => `${percent(share)}, set by you`;
export const drop = (what: string) => `Drop ${what}`;
export const nextAsked = 'One question more';
export const matrix = 'What counts, and the evidence';
export const legend = 'Ratings from 1 to 5. A wide bar: little is known. Thin: one source. Hatched: no evidence.';
export const matrixHelp = 'Press a cell for its sources; move a slider to weigh otherwise.';
export const countsFor = (criterion: string) => `How much ${criterion} counts`;
export const takesOver = (name: string, share: number, rises: boolean) =>
  rises ? `${name} takes over at ${percent(share)}` : `${name} takes over below ${percent(share)}`;
export const asBefore = 'As before';
export const cell = (technology: string, criterion: string, what: string) => `${technology} on ${criterion}: ${what}`;
export const gap = 'no evidence';
export const bySaying = 'by what you said';
export const yours = 'yours';
export const origins = (count: number) => (count === 1 ? 'one source' : `${count} sources`);
export const notCounting = 'does not count';
export const rates = (low: string, high: string) => `reads as ${rating(low, high)} of 5`;
export const lookedFor = (reason: string) => `No evidence. ${reason}`;
export const noneRecorded = 'No evidence is recorded for this.';
export const marks = 'What the marks mean';
export const rateYourself = 'You know better?';
export const ownRating = 'Your rating';
export const ownReason = 'Why';
export const useRating = 'Use my rating';
export const dropRating = 'Back to the evidence';
export const ratedByYou = (low: string, high: string, why: string) => `Rated ${rating(low, high)} by you: ${why}`;
export const you = 'the asker';
export const loading = 'One moment.';
export const startOver = 'Back to what the conversation decided';
export const recordAs = { markdown: 'Decision record', json: 'As JSON', print: 'Print' };
export const onRecord = 'Asked again with what you changed, for the record.';
export const notRecorded = 'The record could not be made just now. Try again once the advisor has answered.';
export const nowAhead = (verdict: string) => `Now: ${verdict}.`;
export const decidedOn = (date: string) => `As of ${day(date)}, by Backend Advisor. Ratings by the evidence below; own ratings are marked.`;
