/** Everything the widget and the pages say that the server did not. */
export const strings = {
  name: 'Backend Advisor',
  welcome: 'Which back end, and why?',
  introduction:
    'Ask about languages, runtimes and frameworks. Every claim in an answer shows the sentence it rests on and where that comes from.',
  starters: [
    'Is Node.js better than Python for a chat application?',
    'Until when is Node 22 supported?',
    'When should I not use Python?',
    'Is it true that the GIL is gone?',
  ],

  launch: 'Ask about back-end technology',
  close: 'Close',
  startAnew: 'New conversation',
  skip: 'Skip to the question',
  conversation: 'Conversation',
  spoken: 'Answers, sentence by sentence',
  question: 'Your question',
  placeholder: 'Ask a question',
  ask: 'Ask',
  stop: 'Stop',
  askAgain: 'Ask again',
  tryAgain: 'Try again',
  asked: 'You asked',
  looking: 'Looking through the sources',

  source: (number: number) => `Source ${number}`,
  sources: (count: number) => (count === 1 ? 'One source' : `${count} sources`),
  summaryOf: 'Our summary of ',
  fromOurPage: 'From our page ',
  undated: 'undated',
  holds: 'Holds',
  basis: 'Basis',
  bases: {
    'measured': 'measured',
    'documentation': 'documented',
    'survey': 'survey',
    'case-study': 'one case',
    'vendor': 'claimed by the makers',
    'opinion': 'opinion',
  } as Readonly<Record<string, string>>,
  asOf: 'As of',
  agreement: 'In agreement',
  agreeing: (origins: number) => (origins === 1 ? 'this source alone' : `${origins} sources`),
  read: 'Read',
  readSecondHand: 'through a report of it',
  inContext: 'Read it in its context',
  newTab: '(opens in a new tab)',

  sideBySide: 'Side by side',
  noEvidence: 'no evidence',
  ahead: (name: string, firmness: string) => `${name} ahead, ${firmness}`,
  noLeader: 'no leader',
  rating: (low: string, high: string) => (low === high ? low : `${low}–${high}`),
  more: (rows: number) => (rows === 1 ? 'One more criterion' : `${rows} more criteria`),
  ratings: 'Ratings from 1 to 5 by the criterion’s rubric; the wider, the less is known.',

  nearest: 'Nearest to your question',
  next: 'Ask next',
  choices: 'Choose one',
  writtenBy: (model: string) => `Worded by ${model}; every sentence was checked against its sources.`,

  stopped: 'Stopped.',
  unreachable: 'The advisor cannot be reached. Check the connection, then ask again.',
  lost: 'The connection broke off, and the rest of this answer is no longer kept.',
  refused: 'The advisor is not set up for this page yet. Whoever runs this site can put that right.',
  notLoaded: 'The earlier conversation could not be loaded.',
  notForgotten: 'The earlier conversation could not be deleted on the server just now.',
  startedAnew: 'The earlier conversation is no longer kept, so this begins a new one.',
  /** For the console, to whoever runs the site. */
  refusedOrigin: (api: string, origin: string) =>
    `<advisor-chat>: the advisor at ${api} does not answer pages of ${origin}. ` +
    `Add this origin to its setting ADVISOR_ALLOWED_ORIGINS, as in ADVISOR_ALLOWED_ORIGINS=${origin}, and restart it.`,

  nothingToShow: 'Nothing to show',
  todaysVersion: 'Today’s version',
  ourSummary: (count: number) =>
    `Our summary, in our words, of ${count === 1 ? 'one source' : `${count} sources`}`,
} as const;

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

/** A date as precise as it is known: 7 October 2025, October 2025, 2025. */
export function day(date: string): string {
  const [year, month, dayOfMonth] = date.split('-');
  return [dayOfMonth && Number(dayOfMonth), month && MONTHS[Number(month) - 1], year]
    .filter(Boolean)
    .join(' ');
}
