/**
 * Names out of GUM's entity annotation: of each mention that a proper noun heads, the run of proper nouns around its head. What the
 * annotation leaves open (parts of names joined by "of" where the mention goes on, proper nouns in no such mention) stays unknown.
 */
import { UNKNOWN } from '../network/examples.ts';
import type { TreebankSentence } from './conllu.ts';
import type { NamedSentence } from './iob.ts';

const TYPES: Record<string, string> = { person: 'PER', organization: 'ORG', place: 'LOC' };

/** Words before a person's name that UNER leaves out of it. */
const TITLES = new Set(
  (
    'president mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady king queen prince princess pope saint st. ' +
    'general gen. colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. admiral commander senator sen. governor gov. mayor ' +
    'minister premier chancellor secretary chairman judge justice officer detective reverend rev. father brother sister uncle aunt'
  ).split(' '),
);

interface Mention {
  first: number;
  last: number;
  type: string;
}

/** Labels in IOB2 of PER, ORG, LOC and OTH, with `UNKNOWN` where the annotation does not tell. */
export function gumNames(s: TreebankSentence): NamedSentence {
  const labels: string[] = s.upos.map((upos) => (upos === 'PROPN' ? UNKNOWN : 'O'));
  const taken = new Uint8Array(labels.length);
  const mentions = mentionsOf(s).sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  for (const mention of mentions) {
    const name = nameIn(s, mention);
    if (!name || taken.subarray(name.first, name.last + 1).some((t) => t)) continue;
    taken.fill(1, name.first, name.last + 1);
    labels.fill('O', name.title, name.first);
    for (let t = name.first; t <= name.last; t++)
      labels[t] = !name.sure
        ? UNKNOWN
        : name.type === 'O'
          ? 'O'
          : `${t === name.first ? 'B' : 'I'}-${name.type}`;
  }
  return { id: s.id, forms: s.forms, labels };
}

/** The mentions of a sentence: "(7-person-…" opens, "7)" closes, "(7-…)" is one word. */
function mentionsOf(s: TreebankSentence): Mention[] {
  const open = new Map<string, { first: number; type: string }[]>();
  const found: Mention[] = [];
  for (const [t, entity] of s.entities.entries()) {
    for (const [, opening, closed, closing] of entity.matchAll(/\(([^()]*)(\))?|([^()]+)\)/g)) {
      if (opening === undefined) {
        const begun = open.get(closing!)?.pop();
        if (begun) found.push({ ...begun, last: t });
        continue;
      }
      const [id, type] = opening.split('-') as [string, string];
      if (closed) found.push({ first: t, last: t, type });
      else open.set(id, [...(open.get(id) ?? []), { first: t, type }]);
    }
  }
  return found;
}

function nameIn(s: TreebankSentence, { first, last, type }: Mention) {
  let head = -1;
  for (let t = first; t <= last && head < 0; t++) {
    const above = s.heads[t]! - 1;
    if (above < first || above > last) head = t;
  }
  if (head < 0 || s.upos[head] !== 'PROPN') return null;
  const joins = (t: number) => /^(?:-|–|&|'|’)$/.test(s.forms[t]!);
  const inName = (t: number) => t >= first && t <= last && s.upos[t] === 'PROPN';
  let from = head;
  let to = head;
  while (inName(from - 1) || (joins(from - 1 < 0 ? head : from - 1) && inName(from - 2)))
    from -= inName(from - 1) ? 1 : 2;
  while (inName(to + 1) || (to + 1 < s.forms.length && joins(to + 1) && inName(to + 2)))
    to += inName(to + 1) ? 1 : 2;
  const label = type === 'time' ? 'O' : (TYPES[type] ?? 'OTH');
  const title = from;
  if (label === 'PER') while (from < to && TITLES.has(s.forms[from]!.toLowerCase())) from++;
  // "University of X": where the mention goes on with "of", nobody says how far the name does.
  const goesOn = to < last && s.forms[to + 1]!.toLowerCase() === 'of';
  return { title, first: from, last: to, type: label, sure: !goesOn };
}
