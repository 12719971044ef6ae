import type { Names } from '../answer.ts';
import type { Api } from '../api.ts';
import type { CellEvidence, Criterion, Decided, Place, Stated } from './recommendation.ts';

const JSON_TYPE = 'application/json';

/** What a decision asks of the advisor. */
export class DecisionApi {
  constructor(private readonly api: Api) {}

  /** What follows from a profile; nothing of it is kept. */
  async recommend(profile: Stated): Promise<Decided> {
    return (await this.send('POST', 'api/recommendations', profile)).json() as Promise<Decided>;
  }

  /** Gives a conversation a profile, by which what is asked next is answered. */
  async give(conversation: string, profile: Stated): Promise<void> {
    await this.send('PUT', `api/conversations/${encodeURIComponent(conversation)}/profile`, profile);
  }

  /** The evidence of one cell. */
  async cell({ technology, criterion }: Place): Promise<CellEvidence> {
    const query = `technology=${encodeURIComponent(technology)}&criterion=${encodeURIComponent(criterion)}`;
    return (await this.api.json(`api/matrix?${query}`)) as CellEvidence;
  }

  async criteria(): Promise<ReadonlyMap<string, Criterion>> {
    const { criteria } = (await this.api.json('api/criteria')) as { criteria: Criterion[] };
    return new Map(criteria.map((one) => [one.id, one]));
  }

  names(): Promise<Names> {
    return this.api.names();
  }

  /** The latest decision of a conversation as a file: Markdown, or its twin in JSON. */
  async record(conversation: string, type: 'text/markdown' | 'application/json'): Promise<string> {
    const address = `api/conversations/${encodeURIComponent(conversation)}/decision-record`;
    return (await this.api.request(address, { headers: { Accept: type } })).text();
  }

  /** The page of a document, where a span of it is marked. */
  sourcePage(span: { document: string; version: string; start: number; end: number }): string {
    return this.api.sourcePage(span.document, span);
  }

  private send(method: string, address: string, body: unknown): Promise<Response> {
    return this.api.request(address, {
      method,
      headers: { 'Content-Type': JSON_TYPE, 'Accept': JSON_TYPE },
      body: JSON.stringify(body),
    });
  }
}
