/** What is remembered of one advisor between visits. */
export interface Remembered {
  readonly conversation: string;
  /** The answer that was being made, with its question. */
  readonly running?: { readonly answer: string; readonly question: string } | undefined;
}

/** Remembers a conversation in this browser, where the browser lets it. */
export class Memory {
  private readonly key: string;

  /** @param base where the advisor is: each has a conversation of its own */
  constructor(base: string) {
    this.key = `advisor-chat ${new URL(base).href}`;
  }

  read(): Remembered | null {
    try {
      const found = JSON.parse(localStorage.getItem(this.key) ?? 'null') as Remembered | null;
      return typeof found?.conversation === 'string' ? found : null;
    } catch {
      // even naming the storage throws where cookies are blocked
      return null;
    }
  }

  write(remembered: Remembered | null): void {
    try {
      if (remembered === null) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(remembered));
    } catch {
      // a full or forbidden storage: the conversation lasts as long as the page
    }
  }
}
