/** Names that the party dictionary and the gazetteer know in a text, as flags for the language network. */
import type { LexiconFlag, LexiconHit } from '../3-read/language/lexicon.ts';
import type { PartyMatch } from './parties/types.ts';
import { fame } from './places/fame.ts';
import type { Gazetteer } from './places/gazetteer/gazetteer.ts';

const CAPITALISED = /\p{Lu}[\p{L}\p{M}'’ʼ]*/gu;
const WORDS_MAX = 4;
/** Fame from which a place is well known: see fame.ts. */
const WELL_KNOWN = 5;

export function lexiconHits(
  text: string,
  matches: readonly PartyMatch[],
  gazetteer: Gazetteer,
  givenNames: ReadonlySet<string>,
): LexiconHit[] {
  const hits = [...matches.map(partyHit), ...placeHits(text, gazetteer), ...nameHits(text, givenNames)];
  return hits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Capitalised words that are given names. */
function nameHits(text: string, givenNames: ReadonlySet<string>): LexiconHit[] {
  return [...text.matchAll(CAPITALISED)].flatMap(({ 0: whole, index }) => {
    const word = whole.replace(/['’]s?$/, '');
    return givenNames.has(word)
      ? [{ start: index, end: index + word.length, flags: ['given-name'] as const }]
      : [];
  });
}

function partyHit(match: PartyMatch): LexiconHit {
  const flags: LexiconFlag[] = [partyFlag(match)];
  if (match.doubts.length > 0) flags.push('doubtful');
  return { start: match.start, end: match.end, flags };
}

function partyFlag({ kind, party }: PartyMatch): LexiconFlag {
  if (kind === 'organ' || party === null) return 'organ';
  if (kind === 'demonym' || kind === 'people') return 'nationality';
  if (kind === 'metonym') return 'capital-as-state';
  switch (party.kind) {
    case 'person':
      return 'person';
    case 'armed-group':
      return 'armed-group';
    case 'outlet':
      return 'outlet';
    case 'population':
      return 'population';
    case 'state':
      return kind === 'pattern' ? 'organisation' : 'state';
    default:
      return 'organisation';
  }
}

/** Runs of up to four capitalised words that are a place's name, longest first at each word. */
function placeHits(text: string, gazetteer: Gazetteer): LexiconHit[] {
  const words = [...text.matchAll(CAPITALISED)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const hits: LexiconHit[] = [];
  for (let i = 0; i < words.length; ) {
    let next = i + 1;
    for (let j = Math.min(i + WORDS_MAX, words.length) - 1; j >= i; j--) {
      if (j > i && !joined(text, words, i, j)) continue;
      const { start } = words[i]!;
      const { end } = words[j]!;
      const flag = placeFlag(text.slice(start, end), gazetteer);
      if (!flag) continue;
      hits.push({ start, end, flags: [flag] });
      next = j + 1;
      break;
    }
    i = next;
  }
  return hits;
}

/** Only a space or hyphen, or a small particle, between the words of a name. */
function joined(
  text: string,
  words: readonly { start: number; end: number }[],
  i: number,
  j: number,
): boolean {
  for (let k = i; k < j; k++) {
    const between = text.slice(words[k]!.end, words[k + 1]!.start);
    if (
      !/^(?: |-| - | (?:al|el|de|la|of|ez|ash|ad|es|as|an|ar|at|az)[- ]|-(?:al|ez|ash|ad)-)$/i.test(between)
    )
      return false;
  }
  return true;
}

function placeFlag(name: string, gazetteer: Gazetteer): LexiconFlag | null {
  if (name.length < 3) return null;
  const named = gazetteer.named(name).filter(({ via }) => via !== 'demonym');
  if (named.length === 0) return null;
  if (named.some(({ place }) => !place.kind.startsWith('PPL'))) return 'land';
  return named.some((one) => fame(one) >= WELL_KNOWN) ? 'well-known-place' : 'place';
}
