import { html, nothing, type TemplateResult } from 'lit';
import type { Importance, Names, Profile } from './answer.ts';
import { close } from './icons.ts';
import * as strings from './strings.ts';
import type { Turn } from './transcript.ts';

const IMPORTANCES: readonly Importance[] = ['none', 'low', 'medium', 'high', 'must'];

/** What what was understood needs to be drawn and put right. */
export interface Correcting {
  readonly names: Names;
  /** Whether it can be put right: it is the last turn, and nothing is being answered. */
  readonly open: boolean;
  readonly ask: (message: string, profile?: Profile) => void;
}

/** What the advisor took a question for; what it took from before can be taken out again. */
export function understood(turn: Turn, correcting: Correcting): TemplateResult | typeof nothing {
  const profile = turn.recommendation?.profile;
  const chips = profile && hasAny(profile) ? [] : plainChips(turn, correcting);
  if (profile && hasAny(profile)) return profileForm(profile, correcting);
  if (chips.length === 0) return nothing;
  return html`<div class="understood" role="group" aria-label=${strings.understood}>
    <span class="lead" aria-hidden="true">${strings.understood}</span>${chips}
  </div>`;
}

/** Whether anything was taken over from an earlier question, and is shown as such. */
export function showsCarried({ understood, recommendation }: Turn): boolean {
  if (recommendation && hasAny(recommendation.profile)) return true;
  return understood?.carriedOver.some(({ what }) => what === 'technology' || what === 'criterion') ?? false;
}

function hasAny({ needs, constraints }: Profile): boolean {
  return needs.length + constraints.length > 0;
}

function plainChips({ question, understood }: Turn, { names, open, ask }: Correcting): TemplateResult[] {
  if (!understood) return [];
  const { technologies, criteria, carriedOver } = understood;
  const chip = (what: string, id: string, name: string, correction: string) => {
    const isCarried = carriedOver.some((one) => one.what === what && one.value === id);
    return html`<span class="chip ${isCarried ? 'carried' : ''}">${name}${
      isCarried ? html`<span class="unseen"> ${strings.carried}</span>` : nothing
    }${
      isCarried && open
        ? html`<button type="button" class="icon" aria-label=${strings.leaveOut(name)} @click=${() => ask(correction)}>${close}</button>`
        : nothing
    }</span>`;
  };
  return [
    ...technologies.map((id) => {
      const name = names.technologies.get(id) ?? id;
      return chip('technology', id, name, strings.without(question, name));
    }),
    ...criteria.map((id) => chip('criterion', id, names.criteria.get(id) ?? id, strings.byItself(question))),
  ];
}

/** What a choice was made by: each need with its importance, each constraint in force or not. */
function profileForm(profile: Profile, correcting: Correcting): TemplateResult {
  const { names, open } = correcting;
  const edited = ({ currentTarget }: Event) => (currentTarget as HTMLElement).classList.add('edited');
  return html`<form class="understood" aria-label=${strings.understood} @change=${edited} @submit=${(event: Event) => again(event, profile, correcting)}>
    <span class="lead" aria-hidden="true">${strings.understood}</span>
    ${profile.needs.map(({ criterion, importance = 'low' }) => {
      const name = names.criteria.get(criterion) ?? criterion;
      return open
        ? html`<span class="chip">${name}<select name=${criterion} aria-label=${strings.importance(name)}>
            ${IMPORTANCES.map((one) => html`<option value=${one} ?selected=${one === importance}>${strings.importances[one]}</option>`)}
            <option value="">${strings.notCounted}</option>
          </select></span>`
        : html`<span class="chip">${name} ${strings.importances[importance]}</span>`;
    })}
    ${profile.constraints.map((constraint, at) => {
      const text = constraintText(constraint, names);
      return open
        ? html`<label class="chip"><input type="checkbox" name="c${at}" checked>${text}</label>`
        : html`<span class="chip">${text}</span>`;
    })}
    ${open ? html`<button type="submit" class="choice again">${strings.chooseAgain}</button>` : nothing}
  </form>`;
}

function constraintText({ kind, technology, value }: Profile['constraints'][number], names: Names): string {
  const id = technology ?? value ?? '';
  const name = names.technologies.get(id) ?? id;
  return strings.constraints[kind]?.(name) ?? `${kind} ${name}`;
}

function again(event: Event, profile: Profile, { ask }: Correcting): void {
  event.preventDefault();
  const given = new FormData(event.currentTarget as HTMLFormElement);
  const needs = profile.needs.flatMap((need) => {
    const importance = (given.get(need.criterion) ?? need.importance) as Importance | '';
    if (importance === need.importance) return [need];
    return importance === '' ? [] : [{ ...need, importance }];
  });
  const constraints = profile.constraints.filter((_, at) => given.has(`c${at}`));
  const isLearning = (profile as { goal?: string }).goal === 'learn';
  ask(isLearning ? strings.whichToLearn : strings.whichOne, { ...profile, needs, constraints });
}
