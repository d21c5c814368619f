/**
 * The engine's names with the finest type that is known. Names are found anywhere; mentions are the bodies, nationalities, weapons
 * and vehicles of conflict texts, and go before names where the two differ; the dictionary types what it knows in exactly these words.
 */
import type { Mention, ParsedText } from '../3-read/language/parsed-text.ts';
import type { NameType, PartyKind } from '../records/index.ts';
import type { PartyMatch } from './parties/types.ts';

export const NAME_TYPE_OF_KIND: Partial<Record<PartyKind, NameType>> = {
  person: 'person',
  outlet: 'outlet',
  organisation: 'organisation',
  'armed-group': 'organisation',
  'state-force': 'organisation',
};

const FACILITY =
  /\b(?:airport|airbase|air ?base|base|hospital|dam|bridge|university|mosque|church|school|camp|prison|embassy|refinery|plant|station|stadium|palace|crossing|port)\b/i;

/** Last words of the names of bodies: nobody is called so. */
const BODY =
  /\s(?:brigades?|battalions?|regiment|division|front|army|militia|movement|corps|council|ministry|party|union|agency|committee|organi[sz]ation|group|forces|command|network|association|police|guards?|office|media|newspaper|news|administration|federation|authority|bureau|institute|foundation|courts?|parliament|congress|senate|embassy)$/i;

const DETERMINER = /^(?:the|a|an|this|that|these|those|its|their|his|her|our|some)\s+/i;

/** A named facility is told from other places by its class word. */
export const isFacility = (name: string): boolean => FACILITY.test(name);

/** What the engine found, with the finer types that dictionary and class words give: persons, organisations and places. */
export function finerNames(parsed: ParsedText, matches: readonly PartyMatch[]): Mention[] {
  const known = new Map(matches.map((match) => [`${match.start} ${match.end}`, match]));
  return parsed.names.map((name) => retyped(name, known));
}

/** All names with their finest type, in order, none overlapping. */
export function typedNames(parsed: ParsedText, matches: readonly PartyMatch[]): Mention[] {
  const known = new Map(matches.map((match) => [`${match.start} ${match.end}`, match]));
  const mentions = parsed.mentions.flatMap((mention) => {
    const trimmed = withoutDeterminer(mention, parsed);
    return trimmed ? [trimmed] : [];
  });
  const besides = apart(parsed.names, mentions);
  return [...mentions, ...besides].map((name) => retyped(name, known)).sort((a, b) => a.start - b.start);
}

function retyped(name: Mention, known: ReadonlyMap<string, PartyMatch>): Mention {
  const match = known.get(`${name.start} ${name.end}`);
  const type = match && match.doubts.length === 0 ? typeOfMatch(match) : null;
  if (type) return { ...name, type };
  if (name.type === 'person' && BODY.test(name.text)) return { ...name, type: 'organisation' };
  return name.type === 'place' && isFacility(name.text) ? { ...name, type: 'facility' } : name;
}

/** Those of `names` that overlap none of `others`; both in order of the text. */
function apart(names: readonly Mention[], others: readonly Mention[]): Mention[] {
  let at = 0;
  return names.filter((name) => {
    while (at < others.length && others[at]!.end <= name.start) at++;
    return at >= others.length || others[at]!.start >= name.end;
  });
}

/** The type that a dictionary match gives the very words it covers; null where it tells nothing of a name. */
export function typeOfMatch({ kind, party }: PartyMatch): NameType | null {
  if (kind === 'demonym') return 'nationality';
  if (kind === 'people') return null;
  if (party === null || kind === 'organ') return 'organisation';
  // A state's name is a place or a body as the sentence has it: the head knows, the dictionary does not.
  if (party.kind === 'state') return party.table === 'states' ? null : 'organisation';
  return NAME_TYPE_OF_KIND[party.kind] ?? null;
}

function withoutDeterminer(mention: Mention, parsed: ParsedText): Mention | null {
  const cut = DETERMINER.exec(mention.text)?.[0].length ?? 0;
  if (cut === 0) return mention;
  const start = mention.start + cut;
  const tokens = parsed.sentences[mention.sentence]!.tokens;
  const firstToken = tokens.findIndex((token) => token.start >= start);
  if (firstToken < 0 || firstToken > mention.lastToken) return null;
  return { ...mention, start, firstToken, text: mention.text.slice(cut) };
}
