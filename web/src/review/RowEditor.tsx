/** The place where one field is set: a choice, a figure, a date, or other words of the text. */
import { useState } from 'react';
import type { CorrectedField } from '../../../src/5-ledger/index.ts';
import type { Claim } from '../api.ts';
import { period } from '../format.ts';
import { CERTAINTIES, CERTAINTY, words } from '../labels.ts';
import { type Choice, Choices } from '../parts/Choices.tsx';
import { CLAIM_KIND_CODES, EVENT_TYPE_CODES, PARTY_KIND_CODES, SOURCE_KIND_CODES } from './codes.ts';
import { FigureEditor } from './FigureEditor.tsx';
import type { RowName } from './fields.ts';
import { pointTyped, timeTyped } from './time-typed.ts';
import { type Context, type Party, type Place, placeAt, type Time, timeAt, unknownPlace } from './values.ts';

export interface EditorProps {
  row: RowName;
  claim: Claim;
  context: Context;
  onSet: (field: CorrectedField, value: unknown) => void;
  onClose: () => void;
}

export function RowEditor(props: EditorProps) {
  const { row, claim, onSet, onClose } = props;
  const choose = <T extends string>(label: string, codes: readonly T[], take: (code: T) => void) => (
    <Choices
      label={label}
      choices={codes.map((code) => ({ value: code, label: words(code) }))}
      onTake={take}
      onLeave={onClose}
    />
  );
  switch (row.name) {
    case 'certainty':
      return (
        <Choices
          label="Certainty, as worded"
          choices={CERTAINTIES.map((value) => ({
            value,
            label: `${CERTAINTY[value].mark} ${CERTAINTY[value].label}`,
            more: CERTAINTY[value].means,
          }))}
          onTake={(certainty) => onSet('certainty', { certainty, certaintyWords: claim.certaintyWords })}
          onLeave={onClose}
        />
      );
    case 'kind':
      return choose('Kind of claim', CLAIM_KIND_CODES, (kind) => onSet('kind', kind));
    case 'type':
    case 'trigger':
      return choose('Type of what happened', EVENT_TYPE_CODES, (type) => onSet('type', type));
    case 'source':
    case 'by':
    case 'against':
      return <PartyEditor {...props} />;
    case 'place':
      return <PlaceEditor {...props} />;
    case 'time':
      return <TimeEditor {...props} />;
    case 'effect':
      return <FigureEditor {...props} />;
    default:
      return null;
  }
}

type Named = { party: Party } | { kind: (typeof SOURCE_KIND_CODES)[number] } | { name: string };

/** Who is meant: a party of the article, or a name typed with its kind; for a source also what kind it is. */
function PartyEditor({ row, claim, context, onSet, onClose }: EditorProps) {
  const [name, setName] = useState<string | null>(null);
  const set = (change: { party: Party | null; kind?: Claim['chain'][number]['source']['kind'] }) => {
    if (row.name === 'source') {
      const chain = claim.chain.map((hop, i) =>
        i === row.index ? { ...hop, source: { ...hop.source, ...change } } : hop,
      );
      onSet('chain', chain);
      return;
    }
    const field = row.name as 'by' | 'against';
    const roles = (claim.event?.[field] ?? []).map((role, i) =>
      i === row.index ? { ...role, party: change.party, person: change.party?.kind === 'person' } : role,
    );
    onSet(field, roles);
  };
  if (name !== null) {
    return (
      <Choices
        label={`What ${name} is`}
        choices={PARTY_KIND_CODES.map((kind) => ({ value: kind, label: words(kind) }))}
        onTake={(kind) =>
          set({ party: { name, aliases: [], kind, public: kind !== 'person', external: {}, of: null } })
        }
        onLeave={onClose}
      />
    );
  }
  const parties = context.parties.map(({ id: _id, mentions: _mentions, of, ...rest }): Choice<Named> => {
    const party = { ...rest, of: context.parties.find(({ id }) => id === of)?.name ?? null };
    return { value: { party }, label: party.name, more: words(party.kind) };
  });
  const kinds =
    row.name === 'source'
      ? SOURCE_KIND_CODES.map(
          (kind): Choice<Named> => ({ value: { kind }, label: `kind: ${kind}`, more: 'of source' }),
        )
      : [];
  return (
    <Choices
      label="Who is meant"
      choices={[...parties, ...kinds]}
      free={(typed) => ({ value: { name: typed }, label: typed, more: 'another name' })}
      onTake={(taken) => {
        if ('name' in taken) setName(taken.name);
        else if ('party' in taken) set({ party: taken.party });
        else set({ party: claim.chain[row.index]?.source.party ?? null, kind: taken.kind });
      }}
      onLeave={onClose}
    />
  );
}

function PlaceEditor({ claim, context, onSet, onClose }: EditorProps) {
  const now = claim.event?.place ?? null;
  const own = (now?.candidates ?? []).map((one): Choice<Place> => {
    const { geonames, name, country, admin1, lat, lon } = one;
    const place = { ...now!, status: 'resolved' as const, precision: now!.precision ?? ('exact' as const) };
    return {
      value: { ...place, geonames, name, country, admin1, lat, lon, confidence: 1 },
      label: name,
      more: [admin1, country, `${lat}, ${lon}`].filter(Boolean).join(', '),
    };
  });
  const seen = new Set<string>();
  const others = context.places.flatMap((place): Choice<Place>[] => {
    const key = `${place.name}${place.lat}`;
    if (place.status !== 'resolved' || seen.has(key)) return [];
    seen.add(key);
    const more = [place.admin1, place.country].filter(Boolean).join(', ');
    const here = now && { text: now.text, span: now.span };
    return [{ value: { ...placeAt(context, place.span), ...here }, label: place.name ?? place.text, more }];
  });
  return (
    <Choices
      label="Where: a place of the report, a name, or latitude, longitude"
      choices={[...own, ...others]}
      free={(typed): Choice<Place> => {
        const point = pointTyped(typed);
        const base = now ?? unknownPlace(typed, null);
        return point
          ? {
              value: { ...base, ...point, status: 'resolved', precision: 'exact', geonames: null },
              label: `${point.lat}, ${point.lon}`,
              more: 'as a point',
            }
          : { value: { ...base, name: typed, ...NOWHERE }, label: typed, more: 'a name without a point' };
      }}
      onTake={(place) => onSet('place', place)}
      onLeave={onClose}
    />
  );
}

const NOWHERE = {
  ...{ status: 'not-in-gazetteer' as const, geonames: null, country: null, admin1: null },
  ...{ lat: null, lon: null, precision: null },
};

function TimeEditor({ claim, context, onSet, onClose }: EditorProps) {
  const now = claim.event?.time ?? null;
  const told = context.times.map(
    (time): Choice<Time | null> => ({
      value: timeAt(context, time.span),
      label: time.text,
      more: period(time.from, time.to),
    }),
  );
  return (
    <Choices
      label="When: 2017-10-06, 2017-10, 2017, or two with / between"
      choices={told}
      free={(typed) => {
        const time = timeTyped(typed);
        if (!time) return { value: null, label: typed, more: 'is no date' };
        const { text = typed, span = null } = now ?? {};
        const value: Time = {
          ...{ text, span, ...time, weekday: null, anchor: null, relation: 'at', basis: 'given', rule: null },
        };
        return { value, label: period(time.from, time.to), more: 'as typed' };
      }}
      onTake={(time) => time && onSet('time', time)}
      onLeave={onClose}
    />
  );
}
