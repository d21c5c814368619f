/** A Reading's claims, each made to stand by itself. */
import type { Claim, ClaimEvent, Hop, Party, Place, Reading, Role, Span, Time } from '../../records/index.ts';
import type {
  Quoted,
  ResolvedClaim,
  ResolvedEvent,
  ResolvedHop,
  ResolvedParty,
  ResolvedPlace,
  ResolvedRole,
  ResolvedTime,
} from './resolved-claim.ts';

/** The claims of a Reading, in order. */
export function resolveClaims(reading: Reading): ResolvedClaim[] {
  const lookup = new Lookup(reading);
  return reading.claims.map((claim, position) => resolveClaim(claim, position, reading, lookup));
}

function resolveClaim(claim: Claim, position: number, reading: Reading, lookup: Lookup): ResolvedClaim {
  const event = claim.events[0];
  return {
    id: claim.id,
    document: reading.document,
    origin: 'machine',
    position,
    spans: claim.spans,
    text: claim.text,
    basis: 'stated',
    translation: null,
    chain: claim.chain.map((hop) => resolveHop(hop, lookup)),
    certainty: claim.certainty,
    certaintyWords: claim.certaintyWords,
    kind: claim.kind,
    about: claim.about,
    loaded: claim.loaded,
    event: event ? resolveEvent(event, lookup) : null,
    rules: claim.rules,
  };
}

function resolveHop(hop: Hop, lookup: Lookup): ResolvedHop {
  return { ...hop, source: { ...hop.source, party: lookup.party(hop.source.party) } };
}

function resolveEvent(event: ClaimEvent, lookup: Lookup): ResolvedEvent {
  const role = (one: Role): ResolvedRole => ({
    span: one.span,
    text: one.span ? lookup.words(one.span) : null,
    party: lookup.party(one.party),
    person: lookup.namesPerson(one.span),
    basis: one.basis,
    rule: one.rule,
  });
  return {
    type: event.type,
    trigger: event.trigger && lookup.quote(event.trigger),
    happening: event.happening,
    by: event.by.map(role),
    against: event.against.map(role),
    place: lookup.place(event.place),
    time: lookup.time(event.time),
    means: event.means.map((span) => lookup.quote(span)),
    effects: event.effects.map((effect) => ({ ...effect, text: lookup.words(effect.span) })),
  };
}

/** The local ids of one Reading. An id that leads nowhere gives null, never a guess. */
class Lookup {
  readonly #text: string;
  readonly #parties: Map<string, Party>;
  readonly #places: Map<string, Place>;
  readonly #times: readonly Time[];
  readonly #persons: Span[];
  /** Those made before: many claims name the same party or place. */
  readonly #madeParties = new Map<string, ResolvedParty | null>();
  readonly #madePlaces = new Map<string, ResolvedPlace | null>();
  readonly #madeTimes = new Map<string, ResolvedTime | null>();

  constructor(reading: Reading) {
    this.#text = reading.article.text;
    this.#parties = new Map(reading.parties.map((party) => [party.id, party]));
    this.#places = new Map(reading.places.map((place) => [place.id, place]));
    this.#persons = reading.names.filter((name) => name.type === 'person').map((name) => name.span);
    this.#times = reading.times;
  }

  words([start, end]: Span): string {
    return this.#text.slice(start, end);
  }

  quote(span: Span): Quoted {
    return { span, text: this.words(span) };
  }

  /** Whether a person's name stands in these words. */
  namesPerson(span: Span | null): boolean {
    return span !== null && this.#persons.some(([start, end]) => start < span[1] && end > span[0]);
  }

  party(id: string | null): ResolvedParty | null {
    if (id === null) return null;
    let made = this.#madeParties.get(id);
    if (made === undefined) this.#madeParties.set(id, (made = this.#makeParty(id)));
    return made;
  }

  #makeParty(id: string): ResolvedParty | null {
    const party = this.#parties.get(id);
    if (!party) return null;
    const { id: _id, of, mentions: _mentions, ...rest } = party;
    return { ...rest, of: of === null ? null : (this.#parties.get(of)?.name ?? null) };
  }

  place(id: string | null): ResolvedPlace | null {
    if (id === null) return null;
    let made = this.#madePlaces.get(id);
    if (made === undefined) this.#madePlaces.set(id, (made = this.#makePlace(id)));
    return made;
  }

  /** Mentions of one place differ in words; a later one that was not resolved itself takes the place of the first. */
  #makePlace(id: string): ResolvedPlace | null {
    const mention = this.#places.get(id);
    if (!mention) return null;
    const first = mention.same === null ? undefined : this.#places.get(mention.same);
    const facts = first && mention.status !== 'resolved' ? first : mention;
    const { id: _id, same: _same, relation, ...rest } = facts;
    const anchor = relation && this.#places.get(relation.anchor);
    return {
      ...rest,
      span: mention.span,
      text: mention.text,
      relation: relation && { ...relation, anchor: anchor?.name ?? anchor?.text ?? relation.anchor },
    };
  }

  time(id: string | null): ResolvedTime | null {
    if (id === null) return null;
    let made = this.#madeTimes.get(id);
    if (made === undefined) this.#madeTimes.set(id, (made = this.#makeTime(id)));
    return made;
  }

  #makeTime(wanted: string): ResolvedTime | null {
    // As a map of them would have it, were there two of one id.
    const time = this.#times.findLast(({ id }) => id === wanted);
    if (!time) return null;
    const { id: _id, ...rest } = time;
    return rest;
  }
}
