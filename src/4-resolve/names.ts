/** The names of an article: the engine's, with finer types and parties where the dictionary or the gazetteer knows them. */
import type { ParsedText } from '../3-read/language/parsed-text.ts';
import type { Name, NameType, Place } from '../records/index.ts';
import type { PartyMention, PartyRegister } from './parties/register.ts';
import { isFacility, NAME_TYPE_OF_KIND, typedNames, typeOfMatch } from './typed-names.ts';

/** Names in order of the text, none overlapping: the engine's, then parties and places that only dictionary and gazetteer know. */
export function namesOf(parsed: ParsedText, register: PartyRegister, places: readonly Place[]): Name[] {
  const matches = register.mentions.flatMap(({ match }) => (match ? [match] : []));
  const known: Name[] = [
    ...register.mentions.flatMap(named),
    ...places.flatMap(({ span, text, relation, status }): Name[] => {
      if (relation || status === 'not-a-place' || !/\p{Lu}/u.test(text)) return [];
      return [{ span, text, type: isFacility(text) ? 'facility' : 'place', party: null }];
    }),
  ].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const names: Name[] = [];
  let at = 0;
  for (const { start, end, text, type } of typedNames(parsed, matches)) {
    while (at < known.length && known[at]!.span[1] <= start) names.push(known[at++]!);
    let same: Name | null = null;
    for (; at < known.length && known[at]!.span[0] < end; at++)
      if (known[at]!.span[1] === end || known[at]!.span[0] === start) same ??= known[at]!;
    names.push({ span: [start, end], text, type, party: same?.party ?? null });
  }
  names.push(...known.slice(at));
  return names.filter((name, i) => i === 0 || names[i - 1]!.span[1] <= name.span[0]);

  function named(mention: PartyMention): Name[] {
    const type = typeOf(mention);
    const { start, end, party } = mention;
    return type ? [{ span: [start, end], text: parsed.text.slice(start, end), type, party: party.id }] : [];
  }
}

function typeOf({ kind, party, match }: PartyMention): NameType | null {
  const known = match && typeOfMatch(match);
  if (known) return known;
  if (kind === 'people') return 'nationality';
  if (party.kind === 'state' || party.kind === 'population')
    return kind === 'pattern' ? 'organisation' : null;
  return NAME_TYPE_OF_KIND[party.kind] ?? null;
}
