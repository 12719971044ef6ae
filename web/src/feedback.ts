import type { Api } from './api.ts';

/** What a visitor says of an answer or a citation, and what became of it. */
export interface Said {
  /** Null where the thumbs are not pressed yet but a reason is being asked for. */
  readonly helpful: boolean | null;
  readonly state: 'asking' | 'sending' | 'kept' | 'lost';
}

/** What visitors say of answers, on its way to the advisor. Knows nothing of the page. */
export class Feedback {
  private readonly all = new Map<string, Said>();

  /** @param changed called after every change */
  constructor(
    private readonly api: Api,
    private readonly changed: () => void,
  ) {}

  /** What was said of an answer, or of its citation of that number. */
  of(answer: string, citation?: number): Said | undefined {
    return this.all.get(key(answer, citation));
  }

  /** Asks for a reason before anything is sent; asked again, it no longer does. */
  open(answer: string, citation: number): void {
    if (this.of(answer, citation)) this.all.delete(key(answer, citation));
    else this.all.set(key(answer, citation), { helpful: null, state: 'asking' });
    this.changed();
  }

  /** Sends it. What is given later of the same replaces it. */
  async give(answer: string, helpful: boolean, reason?: string, citation?: number): Promise<void> {
    const put = (state: Said['state']) => {
      this.all.set(key(answer, citation), { helpful, state });
      this.changed();
    };
    // whoever says that it did not help is asked why, while that much is sent already
    const done = helpful || reason ? 'kept' : 'asking';
    put(done === 'asking' ? done : 'sending');
    try {
      await this.api.judge({ answer, helpful, reason, citation });
      if (done === 'kept') put(done);
    } catch {
      put('lost');
    }
  }
}

function key(answer: string, citation: number | undefined): string {
  return `${answer} ${citation ?? ''}`;
}
