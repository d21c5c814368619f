/** The fields of a claim, each with its value in words and the exact words it came from. */
import { effectText } from '../../../src/7-publish/words/effects.ts';
import type { Claim, Span } from '../api.ts';
import { period } from '../format.ts';
import { CERTAINTY, words } from '../labels.ts';
import { countryName } from '../ledger/FacetPanel.tsx';

export interface Field {
  key: string;
  label: string;
  value: string;
  /** How it is known or what it stands for, in a few words. */
  more: string;
  spans: readonly Span[];
}

type Hop = Claim['chain'][number];
type Event = NonNullable<Claim['event']>;
type Role = Event['by'][number];

const join = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(', ');
const one = (span: Span | null | undefined): Span[] => (span ? [span] : []);

export function fieldsOf(claim: Claim, text: string): Field[] {
  const { event } = claim;
  const certainty = CERTAINTY[claim.certainty];
  return [
    ...chainFields(claim),
    {
      key: 'certainty',
      label: 'Certainty',
      value: `${certainty.mark} ${certainty.label}`,
      more: certainty.means,
      spans: claim.certaintyWords,
    },
    ...(event ? eventFields(event, claim.rules.includes('place-told-before')) : []),
    ...(claim.kind === 'event' ? [] : [field('kind', 'Kind', words(claim.kind), '', [])]),
    ...(claim.about ? [field('about', 'About', `${words(claim.about.as)} another claim`, '', [])] : []),
    ...claim.loaded.map((span, i) =>
      field(`loaded${i}`, 'Loaded wording', text.slice(span[0], span[1]), 'the report’s own word', [span]),
    ),
  ];
}

const field = (key: string, label: string, value: string, more: string, spans: readonly Span[]): Field => ({
  key,
  label,
  value,
  more,
  spans,
});

function chainFields({ chain }: Claim): Field[] {
  if (chain.length === 0) return [field('voice', 'Said by', 'the author’s own voice', '', [])];
  return chain.flatMap((hop, i) => hopFields(hop, i));
}

function hopFields({ source, cue, mode }: Hop, i: number): Field[] {
  const named = source.party && source.party.name !== source.text ? source.party.name : null;
  const more = join(
    named && `= ${named}`,
    words(source.kind),
    source.party?.kind === 'person' && !source.party.public && 'private person',
    source.basis === 'implied' && 'worked out',
  );
  const label = i === 0 ? 'Said by' : 'On the word of';
  const said = [field(`source${i}`, label, source.text || 'unnamed source', more, source.spans)];
  if (cue) said.push(field(`cue${i}`, 'In the words', cue.text, `${mode} speech`, cue.spans));
  return said;
}

function eventFields(event: Event, toldBefore: boolean): Field[] {
  return [
    ...(event.type
      ? [field('type', 'What', words(event.type), '', one(event.trigger?.span))]
      : event.trigger
        ? [field('trigger', 'What', event.trigger.text, '', one(event.trigger.span))]
        : []),
    ...event.by.map((role, i) => roleField(role, `by${i}`, 'By')),
    ...event.against.map((role, i) => roleField(role, `against${i}`, 'Against')),
    ...placeFields(event, toldBefore),
    ...timeFields(event),
    ...event.means.map(({ span, text }, i) => field(`means${i}`, 'Means', text, '', [span])),
    ...event.effects.map((effect, i) =>
      field(
        `effect${i}`,
        'Figure',
        effectText(effect, effect.text),
        join(
          effect.text !== null && `“${effect.text}”`,
          effect.label && `called “${effect.label}”`,
          effect.partOf && 'part of another figure',
          effect.scope === 'sum' && 'a total',
          effect.scope === 'since' && 'since some time',
          effect.unit === 'families' && 'families, not persons',
        ),
        one(effect.span),
      ),
    ),
  ];
}

function roleField({ party, text, span, basis, rule }: Role, key: string, label: string): Field {
  const value = text ?? party?.name ?? 'unnamed';
  const more = join(
    party && party.name !== value && `= ${party.name}`,
    basis === 'implied' && `worked out${rule ? ` (${words(rule)})` : ''}`,
    basis === 'given' && 'set by a person',
  );
  return field(key, label, value, more, one(span));
}

/** @param toldBefore the claim names no place of its own: it goes on at the place the report told last */
function placeFields({ place }: Event, toldBefore: boolean): Field[] {
  if (!place) return [];
  const where = join(
    place.name !== null && place.name !== place.text && place.name,
    place.admin1 !== place.name && place.admin1,
    place.country && countryName(place.country),
  );
  const point = place.lat === null || place.lon === null ? null : `${place.lat}, ${place.lon}`;
  const known = place.status === 'resolved' ? join(place.precision, point) : words(place.status);
  const via = toldBefore ? 'told before, worked out' : place.basis === 'implied' && 'worked out';
  const more = join(where && `= ${where}`, known, via);
  return [field('place', 'Where', place.text, more, one(place.span))];
}

function timeFields({ time }: Event): Field[] {
  if (!time) return [];
  const when = period(time.from, time.to);
  const more = join(
    when ? `= ${when}` : 'no date can be worked out',
    time.basis === 'implied' && 'worked out',
  );
  return [field('time', 'When', time.text, more, one(time.span))];
}
