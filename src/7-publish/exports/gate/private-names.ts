/**
 * Who is private in a document: persons without an office that speaks for a party, who are no author and no outlet. What
 * the engine took for a person is trusted here even where it is not sure: a name too many covered harms nobody.
 */
import type { ClaimParty, ClaimRow } from '../../../5-ledger/index.ts';
import type { Reading, Span } from '../../../records/index.ts';

export interface DocumentNames {
  /** Of private persons. */
  hidden: Set<string>;
  /** Of all that may be told. */
  told: Set<string>;
  /** Of persons who may: an office is theirs. */
  open: Set<string>;
  /** Of places found in the gazetteer and of states, forces, groups and outlets: no person's, wherever they stand. */
  known: Set<string>;
}

/** @param rows the claims as they stand: what a reviewer said of a person holds */
export function documentNames(reading: Reading | null, rows: readonly ClaimRow[]): DocumentNames {
  const names: DocumentNames = {
    hidden: new Set(),
    told: new Set(),
    open: new Set(),
    known: new Set(),
  };
  if (reading) fromReading(reading, names);
  for (const row of rows)
    for (const party of [...row.sources, ...row.by, ...row.against]) fromParty(party, names);
  // One name may be read in several ways: an office holds for all of them, else the person is private.
  for (const name of names.open) names.hidden.delete(name);
  for (const name of names.hidden) names.told.delete(name);
  return names;
}

function fromReading(reading: Reading, { hidden, told, open, known }: DocumentNames): void {
  const { parties, names, places, article } = reading;
  const bylines = article.credits.filter(({ kind }) => kind === 'byline').map(({ span }) => span);
  const openParties = new Set<string>();
  for (const { name, text, status } of places)
    if (status === 'resolved')
      for (const one of [text, name])
        if (one) {
          told.add(one);
          known.add(one);
        }
  for (const { type, text } of names) if (type !== 'person' && text.includes(' ')) told.add(text);
  if (article.publisher) told.add(article.publisher);
  for (const { id, name, aliases, kind, public: office, mentions } of parties) {
    const author = mentions.length > 0 && mentions.every((span) => within(span, bylines));
    const isPrivate = kind === 'person' && !office && !author;
    for (const one of [name, ...aliases]) (isPrivate ? hidden : told).add(one);
    if (isPrivate) {
      for (const [start, end] of mentions) addNames(article.text.slice(start, end), hidden, told);
      continue;
    }
    openParties.add(id);
    if (kind !== 'person' && kind !== 'organisation') for (const one of [name, ...aliases]) known.add(one);
    if (kind === 'person' && office) for (const one of [name, ...aliases]) open.add(one);
  }
  for (const { chain } of reading.claims)
    for (const { source } of chain)
      if (source.kind === 'person' && source.party === null) addNames(source.text, hidden, told);
  for (const { type, text, party, span } of names)
    if (type === 'person' && !within(span, bylines) && (party === null || !openParties.has(party)))
      hidden.add(text);
}

function fromParty(party: ClaimParty, { hidden, told, open }: DocumentNames): void {
  const { name, text, partyKind } = party;
  if (!party.private) {
    if (name) told.add(name);
    if (partyKind === 'person' && name) open.add(name);
    return;
  }
  if (partyKind === 'person' && name) hidden.add(name);
  for (const words of [name, text]) if (words) addNames(words, hidden, told);
}

/** Runs of words with a capital letter that no told name has: of "the baker Ahmed Hassan" the name alone. */
function addNames(words: string, hidden: Set<string>, told: ReadonlySet<string>): void {
  for (const [run] of words.matchAll(
    /\p{Lu}[\p{L}\p{M}'’-]+(?:\s+(?:al-|el-|bin\s|abu\s|de\s|van\s)*\p{Lu}[\p{L}\p{M}'’-]+)*/gu,
  )) {
    if (told.has(run)) continue;
    if (run.includes(' ') || run !== words.split(/\s/)[0]) hidden.add(run);
    else if (run === words.trim() && !PRONOUNS.has(run)) hidden.add(run);
  }
}

/** A source named by nothing else than this names nobody. */
const PRONOUNS = new Set(['He', 'She', 'They', 'It', 'We', 'You', 'One', 'Some', 'Those', 'This', 'That']);

const within = ([start, end]: Span, spans: readonly Span[]): boolean =>
  spans.some(([from, to]) => from <= start && end <= to);
