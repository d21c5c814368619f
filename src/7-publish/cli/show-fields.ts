/** The fields of a claim as lines: what each says, in which words, and on what basis. */
import colours from 'picocolors';
import type { ResolvedClaim } from '../../5-ledger/index.ts';
import type { Span } from '../../records/index.ts';
import { clean, effectLine } from './claims-table.ts';

export interface ShownField {
  name: string;
  spans: Span[];
  value: string;
  paint: (text: string) => string;
}

type Event = NonNullable<ResolvedClaim['event']>;
type Add = (name: string, spans: readonly (Span | null)[], value: string, paint: ShownField['paint']) => void;

export function fieldsOf(claim: ResolvedClaim): ShownField[] {
  const fields: ShownField[] = [];
  const add: Add = (name, spans, value, paint) =>
    fields.push({ name, spans: spans.filter((span) => span !== null), value: clean(value), paint });
  addChain(claim, add);
  add('certainty', claim.certaintyWords, claim.certainty, colours.yellow);
  add('kind', [], claim.kind, colours.dim);
  if (claim.about)
    add('about', [], `${claim.about.as} ${claim.about.claim ?? 'what is not here'}`, colours.dim);
  if (claim.event) addEvent(claim.event, add);
  return fields;
}

function addChain({ chain }: ResolvedClaim, add: Add): void {
  if (chain.length === 0) add('said by', [], "the author's own voice", colours.magenta);
  for (const [i, { source, cue }] of chain.entries()) {
    const meant = source.party && source.party.name !== source.text ? ` = ${source.party.name}` : '';
    const basis = source.basis === 'stated' ? '' : `, ${source.basis}`;
    const value = `${source.text || 'unnamed'}${meant} (${source.kind}${basis})`;
    add(i === 0 ? 'said by' : 'on word of', source.spans, value, colours.magenta);
    if (cue) add('cue', cue.spans, cue.text, colours.blue);
  }
}

function addEvent(event: Event, add: Add): void {
  if (event.type) add('type', [event.trigger?.span ?? null], event.type, colours.red);
  for (const name of ['by', 'against'] as const) {
    for (const { span, text, party, basis, rule } of event[name]) {
      const meant = party && party.name !== text ? `${text ? ' = ' : ''}${party.name}` : '';
      add(name, [span], `${text ?? ''}${meant} (${[basis, rule].filter(Boolean).join(', ')})`, colours.cyan);
    }
  }
  const { place, time } = event;
  if (place) {
    const point = place.lat === null ? null : `${place.lat}, ${place.lon}`;
    const more = [place.status, place.precision, place.country, point, ...(place.span ? [] : [place.basis])];
    const meant = place.name && place.name !== place.text ? ` = ${place.name}` : '';
    add('place', [place.span], `${place.text}${meant} (${more.filter(Boolean).join(', ')})`, colours.green);
  }
  if (time) {
    const value = `${time.text} = ${time.from ?? '?'} to ${time.to ?? '?'} (${time.precision})`;
    add('time', [time.span], value, colours.green);
  }
  for (const { span, text } of event.means) add('means', [span], text, colours.cyan);
  for (const effect of event.effects) {
    const whole = effect.partOf ? `, part of ${effect.partOf}` : '';
    const scope = effect.scope === 'happening' ? '' : `, ${effect.scope}`;
    add('effect', [effect.span], `${effectLine(effect, effect.text)}${whole}${scope}`, colours.red);
  }
}
