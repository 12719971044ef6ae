/** Turns as text to take away. */
import type { Citation } from './answer.ts';
import * as strings from './strings.ts';
import type { Turn } from './transcript.ts';

/** An answer in Markdown, its sources below. */
export function answerText({ sentences, citations }: Turn): string {
  const said = sentences.map(
    ({ before, text, citations }) => before + text + citations.map((number) => ` [${number}]`).join(''),
  );
  const sources = citations.map(source).join('\n');
  return said.join('') + (sources && `\n\n${strings.sources(citations.length)}:\n${sources}`);
}

/** A whole conversation in Markdown. */
export function conversationText(heading: string, turns: readonly Turn[]): string {
  return [`# ${heading}`, ...turns.flatMap((turn) => [`## ${turn.question}`, answerText(turn)])].join('\n\n') + '\n';
}

function source({ number, quote, title, source, condition }: Citation): string {
  const from =
    source === null
      ? strings.fromOurPage + title
      : `${strings.summaryOf}${source.title}, ${source.publisher}, ${source.date ? strings.day(source.date) : strings.undated}`;
  const holds = condition ? ` ${strings.holds}: ${condition}.` : '';
  return `[${number}] “${quote}”${holds} ${from}${source?.url ? ` <${source.url}>` : ''}`;
}
