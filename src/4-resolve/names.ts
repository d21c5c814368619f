/** The names of an article: the engine's, with finer types where the dictionary or the gazetteer knows them. */
import type { ParsedText } from '../3-read/language/parsed-text.ts';
import type { Name, NameType, Party, Place } from '../records/index.ts';
import type { PartyMention, PartyRegister } from './parties/register.ts';

const BY_KIND: Partial<Record<Party['kind'], NameType>> = {
  person: 'person',
  outlet: 'outlet',
  organisation: 'organisation',
  'armed-group': 'organisation',
  'state-force': 'organisation',
};

const FACILITY =
  /\b(?:airport|airbase|base|hospital|dam|bridge|university|mosque|church|school|camp|prison|embassy|refinery|plant|station|stadium|palace|crossing|port)\b/i;

/** Names in order of the text, none overlapping: dictionary parties first, then places, then the engine's own. */
export function namesOf(parsed: ParsedText, register: PartyRegister, places: readonly Place[]): Name[] {
  const names: Name[] = [];
  const taken: [number, number][] = [];
  const free = (start: number, end: number) => !taken.some(([s, e]) => start < e && end > s);
  const add = (start: number, end: number, type: NameType, party: string | null) => {
    if (!free(start, end)) return;
    taken.push([start, end]);
    names.push({ span: [start, end], text: parsed.text.slice(start, end), type, party });
  };
  for (const mention of register.mentions) {
    const type = typeOf(mention);
    if (type) add(mention.start, mention.end, type, mention.party.id);
  }
  for (const place of places) {
    if (place.relation || !/\p{Lu}/u.test(place.text) || place.status === 'not-a-place') continue;
    add(place.span[0], place.span[1], FACILITY.test(place.text) ? 'facility' : 'place', null);
  }
  for (const name of parsed.names) add(name.start, name.end, name.type, null);
  return names.sort((a, b) => a.span[0] - b.span[0]);
}

function typeOf({ kind, party }: PartyMention): NameType | null {
  if (kind === 'demonym' || kind === 'people') return 'nationality';
  if (party.kind === 'state' || party.kind === 'population')
    return kind === 'pattern' ? 'organisation' : null;
  return BY_KIND[party.kind] ?? null;
}
