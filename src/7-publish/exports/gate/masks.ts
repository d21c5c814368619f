/** The masks of documents, made when first asked for; only the last few are kept. */
import type { ClaimParty, ClaimRow, Ledger, ReadOptions } from '../../../5-ledger/index.ts';
import { documentMask } from './document-mask.ts';
import { blacken, NameMask } from './name-mask.ts';
import { NameSet } from './name-set.ts';
import { personLike } from './person-like.ts';
import type { PersonWords } from './person-words.ts';

/** What of a place a claim's row does not hold. */
interface PlaceFacts {
  kind: string | null;
  admin2: string | null;
}

interface DocumentGate {
  mask: NameMask;
  places: ReadonlyMap<string, PlaceFacts>;
}

const NONE = new NameMask([], [], null);
/** Claims stream in document order, and an incident's reports are looked at together. */
const KEPT = 1000;
const BY_PERSONS = ['corrected', 'added'] as const;

export class Masks {
  readonly #ledger: Ledger;
  readonly #options: ReadOptions;
  readonly #words: PersonWords;
  readonly #off: boolean;
  readonly #kept = new Map<string, DocumentGate>();
  #touched: Promise<Set<string>> | null = null;

  /** @param off an internal export covers nothing */
  constructor(ledger: Ledger, options: ReadOptions, words: PersonWords, off: boolean) {
    this.#ledger = ledger;
    this.#options = options;
    this.#words = words;
    this.#off = off;
  }

  get off(): boolean {
    return this.#off;
  }

  async of(document: string): Promise<NameMask> {
    return this.#off ? NONE : (await this.#gate(document)).mask;
  }

  /** What sort of place a claim's is and which district it lies in, as its Reading has it. */
  async placeFacts({ document, place }: ClaimRow): Promise<PlaceFacts | null> {
    if (this.#off || !place) return null;
    return (await this.#gate(document)).places.get(placeKey(place)) ?? null;
  }

  /** Makes the masks of many documents at once: far faster than one by one. */
  async prepare(documents: Iterable<string>): Promise<void> {
    if (this.#off) return;
    const missing = [...new Set(documents)].filter((document) => !this.#kept.has(document));
    if (missing.length === 0) return;
    this.#touched ??= this.#touchedDocuments();
    const [everywhere, touched, readings] = await Promise.all([
      everybody(this.#ledger),
      this.#touched,
      this.#ledger.currentReadings(missing, this.#options),
    ]);
    for (const document of missing) {
      const reading = readings.get(document) ?? null;
      const rows = touched.has(document) ? await this.#touchedRows(document) : [];
      const places = (reading?.places ?? []).map((place): [string, PlaceFacts] => [
        placeKey(place),
        { kind: place.kind ?? null, admin2: place.admin2 ?? null },
      ]);
      const mask = documentMask(reading, rows, this.#words, { everywhere });
      if (this.#kept.size >= KEPT) this.#kept.delete(this.#kept.keys().next().value!);
      this.#kept.set(document, { mask, places: new Map(places) });
    }
  }

  async #gate(document: string): Promise<DocumentGate> {
    for (;;) {
      const gate = this.#kept.get(document);
      if (gate) return gate;
      await this.prepare([document]);
    }
  }

  /** Where people corrected or added claims. */
  async #touchedDocuments(): Promise<Set<string>> {
    const documents = new Set<string>();
    for await (const { document } of this.#ledger.everyClaim({ review: BY_PERSONS }, this.#options))
      documents.add(document);
    return documents;
  }

  /** What people corrected or added may name whom the Reading does not; the rest is in the Reading. */
  async #touchedRows(document: string): Promise<ClaimRow[]> {
    const rows: ClaimRow[] = [];
    for await (const row of this.#ledger.everyClaim(
      { document: [document], review: BY_PERSONS },
      this.#options,
    ))
      rows.push(row);
    return rows;
  }

  /** What a person typed beside these documents: names in the place of a person's are covered too. */
  typed(text: string, masks: readonly NameMask[]): string {
    if (this.#off) return text;
    const names = personLike(text, this.#words).flatMap(({ name }) =>
      masks.some((mask) => mask.mayTell(name)) ? [] : name,
    );
    return [...masks, new NameMask(names, [], this.#words)].reduce((shown, mask) => mask.text(shown), text);
  }

  /** A claim as it may be told: every text of it, whoever named whom. */
  async row(row: ClaimRow): Promise<ClaimRow & { masked: boolean }> {
    if (this.#off) return { ...row, masked: false };
    return maskRow(row, await this.of(row.document));
  }
}

const persons = new WeakMap<Ledger, { head: number; names: Promise<NameSet> }>();

/** Private persons of all documents; asked for again once something was said. */
async function everybody(ledger: Ledger): Promise<NameSet> {
  const head = await ledger.head();
  const kept = persons.get(ledger);
  if (kept?.head === head) return kept.names;
  const names = namesOf(ledger);
  persons.set(ledger, { head, names });
  return names;
}

async function namesOf(ledger: Ledger): Promise<NameSet> {
  const names: string[] = [];
  for await (const name of ledger.privatePersons()) names.push(name);
  return new NameSet(names);
}

const placeKey = ({
  geonames,
  name,
  text,
}: Pick<NonNullable<ClaimRow['place']>, 'geonames' | 'name' | 'text'>) =>
  geonames === null ? `n ${name ?? text}` : `g ${geonames}`;

function maskRow(row: ClaimRow, mask: NameMask): ClaimRow & { masked: boolean } {
  let masked = false;
  const seen = (before: string, after: string): string => {
    if (before !== after) masked = true;
    return after;
  };
  const text = <T extends string | null>(value: T): T =>
    value === null ? value : (seen(value, mask.text(value)) as T);
  const party = (one: ClaimParty): ClaimParty => ({
    ...one,
    // Whoever is known to be a private person goes by no name at all.
    name:
      one.private && one.partyKind === 'person' && one.name !== null
        ? seen(one.name, blacken(one.name))
        : text(one.name),
    text: text(one.text),
    of: text(one.of),
  });
  const shown = {
    ...row,
    text: text(row.text),
    trigger: text(row.trigger),
    sources: row.sources.map(party),
    by: row.by.map(party),
    against: row.against.map(party),
    place: row.place && {
      ...row.place,
      name:
        row.place.geonames !== null && row.place.name !== null
          ? seen(row.place.name, mask.fullNames(row.place.name))
          : text(row.place.name),
      text: text(row.place.text),
    },
    time: row.time && { ...row.time, text: text(row.time.text) },
    effects: row.effects.map((effect) => ({
      ...effect,
      label: text(effect.label),
      whom: text(effect.whom),
    })),
    publisher: text(row.publisher),
    title: text(row.title),
    url: row.url && seen(row.url, mask.url(row.url)),
  };
  return { ...shown, masked };
}
