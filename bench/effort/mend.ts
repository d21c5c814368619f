/**
 * What a person does in the review screen to bring one claim to gold, field by field, with the screen's own functions.
 * Counted as an action: a drag over words, a key that is a command, a click on a row, a choice from a list, a value typed into
 * a box, a save. So: words to a field = drag + key (2); a choice = open the row + choose (2); a removal = its button (1); a
 * figure = open or (after picking) nothing, each box 1, save 1. Reading the text counts nothing, here as on a blank form.
 */
import type { CorrectedField } from '../../src/5-ledger/index.ts';
import type { Span } from '../../src/records/index.ts';
import type { Claim } from '../../web/src/data.ts';
import { repicked, WORD_FIELDS, without } from '../../web/src/review/fields.ts';
import { type Context, corrected, type Effect, unknownPlace } from '../../web/src/review/values.ts';
import { type GoldClaim, kilometres, overlap, type Quote, shareWord, strings } from './gold.ts';

export interface Desk {
  context: Context;
  find: (of: Quote, near?: number) => Span | null;
  /** False for a blank form: words are only words to it. */
  knows: boolean;
}

export interface Set {
  field: CorrectedField;
  value: unknown;
}

/** The claim on its way to gold, with what it took. */
export class Mending {
  claim: Claim;
  actions = 0;
  readonly sets: Set[] = [];
  readonly #gold: GoldClaim;
  readonly #desk: Desk;

  constructor(claim: Claim, gold: GoldClaim, desk: Desk) {
    this.claim = claim;
    this.#gold = gold;
    this.#desk = desk;
  }

  /** Brings every field to gold. */
  run(): void {
    this.#words();
    this.#chain();
    const { certainty, kind } = this.#gold;
    if (this.claim.certainty !== certainty)
      this.#set(2, 'certainty', { certainty, certaintyWords: this.claim.certaintyWords });
    if (this.claim.kind !== kind) this.#set(2, 'kind', kind);
    this.#type();
    this.#roles('by');
    this.#roles('against');
    this.#place();
    this.#time();
    this.#means();
    this.#effects();
  }

  #set(actions: number, field: CorrectedField, value: unknown): void {
    this.actions += actions;
    this.sets.push({ field, value });
    this.claim = corrected(this.claim, field, value);
  }

  #near = () => this.claim.spans[0]?.[0] ?? 0;

  /** A drag over the words and the field's key; false where the words are not in the text that was read. */
  #pick(name: string, of: Quote): boolean {
    const span = this.#desk.find(of, this.#near());
    if (!span) return false;
    const { field, value } = WORD_FIELDS.find((one) => one.name === name)!;
    this.#set(2, field, value(this.claim, this.#desk.context, span));
    return true;
  }

  #remove(name: string, index: number): void {
    const { field, value } = without(this.claim, name, index);
    this.#set(1, field, value);
  }

  #words(): void {
    const content = strings(this.#gold.content);
    if (overlap(content.join(' '), this.claim.text) >= ALIKE) return;
    // The screen takes one stretch: from the first piece to the last.
    const first = this.#desk.find({ quote: content[0]! }, this.#near());
    const last = this.#desk.find({ quote: content.at(-1)! }, this.#near());
    if (!first || !last || last[1] <= first[0]) return;
    const { field, value } = WORD_FIELDS.find(({ name }) => name === 'words')!;
    this.#set(2, field, value(this.claim, this.#desk.context, [first[0], last[1]]));
  }

  #chain(): void {
    const { sources } = this.#gold;
    const readings = [sources, sources.filter(({ optional }) => !optional)];
    const right = (gold: GoldClaim['sources']) =>
      gold.length === this.claim.chain.length && gold.every((one, i) => isSource(this.claim.chain[i]!, one));
    if (readings.some(right)) {
      this.#hops();
      return;
    }
    for (let i = this.claim.chain.length - 1; i >= sources.length; i--) this.#remove('source', i);
    sources.forEach((one, i) => {
      const hop = this.claim.chain[i];
      if (hop && isSource(hop, one)) return;
      const span = this.#desk.find(one, this.#near());
      if (!span) return;
      const { context } = this.#desk;
      const set = hop
        ? repicked(this.claim, { name: 'source', index: i }, context, span)
        : {
            field: 'chain' as const,
            value: WORD_FIELDS.find(({ name }) => name === 'hop')!.value(this.claim, context, span),
          };
      this.#set(2, set.field, set.value);
      const now = this.claim.chain[i]!;
      if (one.name !== '(unnamed)' && !shareWord(one.name, named(now.source))) this.actions += 2;
    });
    this.#hops();
  }

  /** Kinds of sources and the words that tie them to what they say. */
  #hops(): void {
    for (const one of this.#gold.sources) {
      const i = this.claim.chain.findIndex((hop) => isSource(hop, one));
      const hop = this.claim.chain[i];
      if (!hop) continue;
      if (hop.source.kind !== one.kind) {
        const chain = this.claim.chain.map((other, at) =>
          at === i ? { ...other, source: { ...other.source, kind: one.kind } } : other,
        );
        this.#set(2, 'chain', chain);
      }
      const span = one.cue && this.#desk.find({ quote: one.cue }, this.#near());
      if (!span || shareWord(one.cue!, hop.cue?.text ?? '')) continue;
      const set = repicked(this.claim, { name: 'cue', index: i }, this.#desk.context, span);
      this.#set(2, set.field, set.value);
    }
  }

  #type(): void {
    const types = strings(this.#gold.type);
    const { event } = this.claim;
    if (types.length > 0 && !types.includes(event?.type ?? '')) this.#set(2, 'type', types[0]);
    else if (types.length === 0 && event?.type) this.#set(2, 'type', null);
    const { trigger } = this.#gold;
    if (trigger && !shareWord(trigger, this.claim.event?.trigger?.text ?? ''))
      this.#pick('trigger', { quote: trigger });
  }

  #roles(field: 'by' | 'against'): void {
    const gold = this.#gold[field] ?? [];
    const is = (
      role: { text: string | null; party: { name: string; aliases: string[] } | null },
      one: (typeof gold)[number],
    ) => shareWord(`${one.quote} ${one.actor}`, named({ text: role.text ?? '', party: role.party }));
    for (let i = (this.claim.event?.[field].length ?? 0) - 1; i >= 0; i--) {
      const role = this.claim.event![field][i]!;
      if (!gold.some((one) => is(role, one))) this.#remove(field, i);
    }
    for (const one of gold) {
      if (this.claim.event?.[field].some((role) => is(role, one))) continue;
      if (!this.#pick(field, one)) continue;
      const role = this.claim.event![field].at(-1)!;
      if (!shareWord(one.actor, named({ text: role.text ?? '', party: role.party }))) this.actions += 2;
    }
  }

  #place(): void {
    const { place } = this.#gold;
    const now = this.claim.event?.place ?? null;
    if (!place) {
      if (now) this.#remove('place', 0);
      return;
    }
    if (this.#isPlace(place)) return;
    if (!now || !shareWord(place.quote, now.text)) this.#pick('place', place);
    if (this.#isPlace(place)) return;
    const base = this.claim.event?.place ?? unknownPlace(place.quote, null);
    // Opened, and chosen or typed.
    const point =
      place.lat === undefined
        ? {}
        : { lat: place.lat, lon: place.lon, status: 'resolved', precision: 'exact' };
    this.#set(2, 'place', { ...base, ...point, geonames: null });
  }

  #isPlace(place: NonNullable<GoldClaim['place']>): boolean {
    const now = this.claim.event?.place;
    if (!now) return false;
    if (place.lat === undefined)
      return shareWord(`${place.quote} ${place.name}`, `${now.text} ${now.name ?? ''}`);
    if (now.lat === null || now.lon === null) return false;
    return kilometres(place.lat, place.lon!, now.lat, now.lon) <= (place.withinKm ?? 25);
  }

  #time(): void {
    const { when } = this.#gold;
    const now = () => this.claim.event?.time ?? null;
    if (!when) {
      if (now()) this.#remove('time', 0);
      return;
    }
    const right = () => {
      const { from, to } = now() ?? {};
      return when.from === undefined
        ? now() !== null
        : from?.slice(0, 10) === when.from && to?.slice(0, 10) === (when.to ?? when.from);
    };
    if (right()) return;
    if (!now() || !shareWord(when.quote, now()!.text)) this.#pick('time', when);
    if (right() || !now()) return;
    this.#set(2, 'time', {
      ...now()!,
      from: when.from ?? null,
      to: when.to ?? when.from ?? null,
      basis: 'given',
      precision: 'unknown',
    });
  }

  #means(): void {
    const gold = this.#gold.means ?? [];
    for (let i = (this.claim.event?.means.length ?? 0) - 1; i >= 0; i--)
      if (!gold.some((one) => shareWord(one, this.claim.event!.means[i]!.text))) this.#remove('means', i);
    for (const quote of gold)
      if (!this.claim.event?.means.some(({ text }) => shareWord(text, quote))) this.#pick('means', { quote });
  }

  #effects(): void {
    const gold = this.#gold.effects ?? [];
    const is = (effect: Effect, one: (typeof gold)[number]) =>
      effect.what === one.what && shareWord(effect.text ?? '', one.quote);
    for (let i = (this.claim.event?.effects.length ?? 0) - 1; i >= 0; i--)
      if (!gold.some((one) => is(this.claim.event!.effects[i]!, one))) this.#remove('effect', i);
    for (const one of gold) {
      let index = this.claim.event?.effects.findIndex((effect) => is(effect, one)) ?? -1;
      const picked = index < 0;
      if (picked) {
        if (!this.#pick('effect', one)) continue;
        index = this.claim.event!.effects.length - 1;
        if (!this.#desk.knows) this.#figureBlank(index);
      }
      this.#figure(index, one, picked);
    }
  }

  #figureBlank(index: number): void {
    const effects = this.claim.event!.effects.map((one, i) =>
      i === index ? { ...one, low: null, high: null, approximate: false, whom: null } : one,
    );
    this.#set(0, 'effects', effects);
  }

  /** After picking the figure stands open; else it is opened. */
  #figure(index: number, gold: NonNullable<GoldClaim['effects']>[number], open: boolean): void {
    const now = this.claim.event!.effects[index]!;
    const wanted = {
      ...{ what: gold.what as Effect['what'], low: gold.low ?? null, high: gold.high ?? null },
      ...{ approximate: gold.approximate ?? false, whom: gold.whom ?? now.whom },
    };
    const boxes = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((key) => now[key] !== wanted[key]);
    if (boxes.length === 0) {
      if (open) this.actions += 1;
      return;
    }
    const effects = this.claim.event!.effects.map((one, i) => (i === index ? { ...one, ...wanted } : one));
    this.#set((open ? 0 : 1) + boxes.length + 1, 'effects', effects);
  }
}

/** Words as like as this are the same claim's: where a comma or a "the" differs nobody reaches for the mouse. */
const ALIKE = 0.75;

const named = ({
  text,
  party,
}: {
  text: string;
  party: { name: string; aliases: string[] } | null;
}): string => [text, party?.name, ...(party?.aliases ?? [])].join(' ');

function isSource(
  { source }: Claim['chain'][number],
  { quote, name }: GoldClaim['sources'][number],
): boolean {
  const unnamed = source.kind === 'unnamed' ? ' unnamed' : '';
  return shareWord(`${quote} ${name}`, named(source) + unnamed);
}
