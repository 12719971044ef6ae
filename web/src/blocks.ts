/** A piece of a Markdown text: what element it is, and which ranges of the text it shows. */
export interface Block {
  readonly name: 'p' | 'li' | 'pre' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  /** Whether the list it is an item of is numbered. */
  readonly ordered: boolean;
  readonly ranges: (readonly [from: number, to: number])[];
}

/**
 * The blocks of a Markdown text, as far as a reader needs them. Every character stays where it is:
 * offsets count UTF-16 code units of the text, as those of spans do.
 */
export function blocks(text: string): Block[] {
  const found: Block[] = [];
  let open: Block | null = null;
  let fenced: Block | null = null;
  const begin = (name: string, ordered = false): Block => {
    const block = { name, ordered, ranges: [] } as Block;
    found.push(block);
    return block;
  };
  for (let at = 0, end = 0; at < text.length; at = end) {
    const newline = text.indexOf('\n', at);
    end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, end);
    const fence = /^\s*(```|~~~)/.test(line);
    const heading = /^(#{1,6})\s+/.exec(line);
    const item = /^\s*(?:[-*+]|(\d+)[.)])\s+/.exec(line);
    if (fenced) {
      if (fence) fenced = null;
      else fenced.ranges.push([at, end]);
    } else if (fence) {
      fenced = begin('pre');
      open = null;
    } else if (line.trim() === '') {
      open = null;
    } else if (heading) {
      begin(`h${heading[1]!.length}`).ranges.push([at + heading[0].length, end]);
      open = null;
    } else if (item) {
      open = begin('li', item[1] !== undefined);
      open.ranges.push([at + item[0].length, end]);
    } else if (line.startsWith('|')) {
      if (open?.name !== 'pre') open = begin('pre');
      open.ranges.push([at, end]);
    } else {
      if (!open || open.name === 'pre') open = begin('p');
      open.ranges.push([at, end]);
    }
  }
  return found;
}
