import { explain, type Chat } from './chat.ts';
import { answerText, conversationText } from './plain.ts';
import * as strings from './strings.ts';
import type { Turn } from './transcript.ts';

/** What is taken away from a conversation: links, files and copies, and what came of it. */
export class Takeaway {
  /** What came of it last, in words for people. */
  said: { readonly text: string; readonly address?: string } | null = null;

  /** @param changed called after every change */
  constructor(
    private readonly chat: Chat,
    private readonly changed: () => void,
  ) {}

  readonly share = (): void => {
    void this.doing(async () => {
      const address = await this.chat.sharePage();
      return { text: (await copied(address)) ? strings.linked : strings.notLinked, address };
    });
  };

  save(heading: string): void {
    saved(strings.fileName, conversationText(heading, this.chat.turns));
  }

  readonly record = (): void => {
    void this.doing(async () => {
      saved(strings.recordName, await this.chat.record());
      return null;
    });
  };

  readonly copy = (turn: Turn): void => {
    void this.doing(async () => ({ text: (await copied(answerText(turn))) ? strings.copied : strings.notCopied }));
  };

  /** Does what may fail, and then says why. */
  private async doing(what: () => Promise<Takeaway['said']>): Promise<void> {
    try {
      this.said = await what();
    } catch (failure) {
      this.said = { text: explain(failure) };
    }
    this.changed();
  }
}

/** Puts a text on the clipboard, where the browser lets it. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Has the browser save a text as a file. */
export function saved(name: string, text: string, type = 'text/markdown'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `${name}.${type === 'text/markdown' ? 'md' : 'json'}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
