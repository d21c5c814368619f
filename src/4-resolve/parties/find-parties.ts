/** Names and dictionary matches of an article to its register of parties. */
import type { NameMention, ParsedText } from '../../3-read/language/parsed-text.ts';
import type { Tree } from '../../3-read/syntax/tree.ts';
import type { Place } from '../../records/index.ts';
import { hasOffice } from './in-office.ts';
import { byLastNames } from './last-names.ts';
import { kindOfName, PartyRegister } from './register.ts';
import { isAcronym, namesBehindTitles, withoutTitles } from './titled-names.ts';
import type { PartyEntry, PartyMatch } from './types.ts';

export function findParties(
  parsed: ParsedText,
  trees: readonly Tree[],
  matches: readonly PartyMatch[],
  places: readonly Place[],
  byKey: (key: string) => PartyEntry | undefined,
): PartyRegister {
  const register = new PartyRegister();
  const titled = namesBehindTitles(trees, parsed.text);
  const names = byLastNames(
    parsed,
    [...parsed.names, ...again(parsed, titled)]
      .flatMap((name) => (name.type === 'person' ? (asPerson(parsed, name) ?? []) : name))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  );
  const all: { start: number; end: number; match?: PartyMatch; name?: NameMention }[] = [];
  for (const match of matches) {
    if (match.party === null) register.organs.push(match);
    else all.push({ start: match.start, end: match.end, match });
  }
  for (const name of names) {
    const kind = kindOfName(name);
    if (kind === 'person' && isPlaceHere(parsed.text, name, places)) continue;
    if (!kind || all.some((m) => m.start < name.end && m.end > name.start && (!m.match || holds(m, name))))
      continue;
    all.push({ start: name.start, end: name.end, name });
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end, match, name } of all) {
    if (match)
      register.mention(start, end, parsed.text, register.ofEntry(match.party!, byKey), match.kind, match);
    else if (name) {
      const party = register.ofName(
        name.text.replace(/\s+/g, ' '),
        kindOfName(name)!,
        hasOffice(trees[name.sentence]!, name),
      );
      if (party.kind === 'person' && hasOffice(trees[name.sentence]!, name)) party.public = true;
      register.mention(start, end, parsed.text, party, 'engine', null);
    }
  }
  register.sort();
  return register;
}

/** Names found behind titles, wherever they stand in the text. */
function again(parsed: ParsedText, titled: readonly NameMention[]): NameMention[] {
  const out: NameMention[] = [];
  const texts = new Set(titled.map(({ text }) => text));
  for (const { tokens, index } of parsed.sentences)
    for (const [firstToken, first] of tokens.entries()) {
      if (first.upos !== 'PROPN') continue;
      for (let lastToken = firstToken + 1; lastToken < Math.min(tokens.length, firstToken + 4); lastToken++) {
        const { start } = first;
        const { end } = tokens[lastToken]!;
        const text = parsed.text.slice(start, end);
        if (!texts.has(text)) continue;
        out.push({ start, end, text, type: 'person', confidence: 1, sentence: index, firstToken, lastToken });
      }
    }
  return out;
}

/** "Huang Kwo-ching", cut at the hyphen: a name goes on to the end of its word. */
function toHyphenEnd(parsed: ParsedText, name: NameMention): NameMention {
  const rest = /^-\p{L}+/u.exec(parsed.text.slice(name.end, name.end + 30))?.[0];
  if (!rest) return name;
  const end = name.end + rest.length;
  const { tokens } = parsed.sentences[name.sentence]!;
  const lastToken = tokens.findLastIndex((token) => token.end <= end);
  return lastToken < name.lastToken ? name : { ...name, end, lastToken, text: name.text + rest };
}

/** A person's name without titles; a body where it is an acronym. Nothing where it is but a title or a camp. */
function asPerson(parsed: ParsedText, name: NameMention): NameMention | undefined {
  if (/^(?:Fort|Camp|Base)\s/.test(name.text) || !/\p{Lu}|[^\p{ASCII}]/u.test(name.text)) return undefined;
  const { start, end } = parsed.sentences[name.sentence]!;
  if (isAcronym(name, parsed.text.slice(start, end))) return { ...name, type: 'organisation' };
  return withoutTitles(toHyphenEnd(parsed, name)) ?? undefined;
}

/** The dictionary's matches without those that are only words here: names that may be something else need support. */
export function meantMatches(
  text: string,
  matches: readonly PartyMatch[],
  names: readonly NameMention[],
): PartyMatch[] {
  return matches.filter(
    (match) => match.party === null || (!isNisba(text, match) && isMeant(text, match, names)),
  );
}

/** "Abu Jandal al-Kuwaiti": with the Arabic article a people's adjective is part of a person's name. */
function isNisba(text: string, { kind, start, end }: PartyMatch): boolean {
  if (kind !== 'demonym' && kind !== 'people') return false;
  return /(?:^|[\s(])(?:al|el|at|ad|as|ash|an|ar|az)-\S*$/i.test(text.slice(Math.max(0, start - 5), end));
}

/** A dictionary name hides an engine name unless the latter is a good deal longer (a person named after a group, say). */
function holds(match: { start: number; end: number }, name: NameMention): boolean {
  if (match.start <= name.start && match.end >= name.end) return true;
  return !(
    name.type === 'person' &&
    name.start <= match.start &&
    name.end >= match.end &&
    name.confidence > 0.6
  );
}

/** Words that may be something else are taken for the party only where the sentence speaks for it. */
function isMeant(text: string, match: PartyMatch, names: readonly NameMention[]): boolean {
  // "Mayor Michael Bloomberg" is a person, whatever else is called Bloomberg.
  const person = names.find((n) => n.type === 'person' && n.start <= match.start && n.end >= match.end);
  if (person && person.text.length > match.end - match.start && person.confidence > 0.6)
    return match.party?.kind === 'person';
  if (match.doubts.length === 0) return true;
  const over = names.find((n) => n.start < match.end && n.end > match.start);
  if (match.doubts.includes('word')) return over !== undefined && over.type !== 'person';
  if (match.doubts.includes('person') && over?.type === 'person') return match.party?.kind === 'person';
  if (match.doubts.includes('place') && match.party?.kind === 'outlet') {
    // A town's name is an outlet's where it reports: "Al-Mayadeen reported", "told Al-Mayadeen".
    return (
      /^\s+(?:reported|said|says|quoted|broadcast|cited|aired|TV|News|channel)/.test(
        text.slice(match.end, match.end + 20),
      ) ||
      /(?:told|to|by|citing|quoting|channel|according to)\s+$/.test(
        text.slice(Math.max(0, match.start - 14), match.start),
      )
    );
  }
  return true;
}

/** "the strikes on Abu Kamal": what reads like a person but is a known place, behind a word of place. */
function isPlaceHere(text: string, name: NameMention, places: readonly Place[]): boolean {
  const place = places.find((p) => p.span[0] < name.end && p.span[1] > name.start && p.geonames !== null);
  if (!place) return false;
  return /\b(?:in|on|at|near|from|to|towards?|into|around|outside|of|inside|over)\s+$/i.test(
    text.slice(Math.max(0, name.start - 12), name.start),
  );
}
