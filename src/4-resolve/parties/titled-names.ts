/** Persons by their titles: what a title is, names behind titles that the language engine passed over, and names without their titles. */
import type { NameMention } from '../../3-read/language/parsed-text.ts';
import type { Tree } from '../../3-read/syntax/tree.ts';

/** Nouns of office: a person named with one acts in public. */
export const OFFICES = new Set(
  'president minister secretary spokesman spokeswoman spokesperson general colonel captain major lieutenant admiral brigadier commander chief leader king prince emir sheikh governor mayor senator lawmaker ambassador envoy official director deputy head chairman chairwoman judge prosecutor premier chancellor commissioner coordinator representative congressman adviser advisor bishop archbishop patriarch pope ayatollah mullah chief-of-staff vice-president officer'.split(
    ' ',
  ),
);
export const RANK = /^(?:Gen|Lt|Col|Maj|Brig|Capt|Sgt|Adm|Cmdr|Cpl|Spc|Sen|Rep|Gov|Pres|Rear|Vice|Staff)\.?$/;
const POLITE = /^(?:Mr|Mrs|Ms|Dr|Prof|Sir)\.?$/;

/** Part of a name rather than before it: "King Abdullah", "Sheikh Said". */
const STAYS = new Set([
  'king',
  'prince',
  'emir',
  'sheikh',
  'pope',
  'ayatollah',
  'mullah',
  'chief',
  'head',
  'leader',
]);

const isTitle = (word: string) =>
  (OFFICES.has(word.toLowerCase()) && !STAYS.has(word.toLowerCase())) ||
  /^(?:secretaries|ministers|officials|generals|spokesmen)$/i.test(word) ||
  RANK.test(word) ||
  POLITE.test(word);

/** A person's name without the titles before it; null where nothing but titles is left. */
export function withoutTitles(name: NameMention): NameMention | null {
  let cut = 0;
  for (const match of name.text.matchAll(/\S+/g))
    if (isTitle(match[0].replace(/[.,)]+$/, ''))) cut = match.index + match[0].length;
  if (cut === 0) return name;
  const rest = name.text.slice(cut);
  const lead = rest.length - rest.trimStart().length;
  const text = rest.trim();
  return text === '' ? null : { ...name, text, start: name.start + cut + lead };
}

/** Words before a name that tell who somebody is, offices or not. */
export const CALLINGS = new Set(
  'expert analyst professor activist doctor journalist researcher reporter correspondent lawyer resident witness economist historian scholar scientist'.split(
    ' ',
  ),
);

/**
 * `spokesman Omar Haddad`, `Minister of Health, Omar Haddad`: two to four capitalised words behind a title are a name,
 * whatever else was seen in them.
 */
export function namesBehindTitles(trees: readonly Tree[], text: string): NameMention[] {
  const out: NameMention[] = [];
  for (const { tokens, sentence } of trees) {
    for (const title of tokens) {
      const word = title.form.toLowerCase();
      const office = OFFICES.has(word);
      if (!office && !CALLINGS.has(word) && !RANK.test(title.form)) continue;
      const span =
        nameFrom(tokens, title.index + 1) ?? (office ? nameBehindComma(tokens, title.index) : null);
      if (!span) continue;
      const [from, to] = [tokens[span[0]]!, tokens[span[1]]!];
      out.push({
        start: from.start,
        end: to.end,
        text: text.slice(from.start, to.end),
        type: 'person',
        confidence: 1,
        sentence: sentence.index,
        firstToken: from.index,
        lastToken: to.index,
      });
    }
  }
  return out;
}

type Tokens = Tree['tokens'];

/** First and last token of a name of two to four words; hyphens join ("Navarro-Valls"). */
function nameFrom(tokens: Tokens, first: number): [number, number] | null {
  if (!isNamePart(tokens[first])) return null;
  let last = first;
  let words = 1;
  for (; words < 4; words++) {
    const hyphen = tokens[last + 1]?.form === '-';
    if (hyphen && isNamePart(tokens[last + 2])) {
      last += 2;
      words--;
    } else if (isNamePart(tokens[last + 1])) last++;
    else break;
  }
  if (last === first || /^\p{Lu}/u.test(tokens[last + 1]?.form ?? '')) return null;
  return [first, last];
}

const OF_OFFICE = new Set(['PROPN', 'ADP', 'CCONJ', 'DET', 'NOUN', 'ADJ']);
const OFFICE_MAX = 10;

/** `Minister of Agriculture and Water, Omar Haddad,`: what the office is of, a comma, and a name that nothing follows but a break. */
function nameBehindComma(tokens: Tokens, title: number): [number, number] | null {
  let at = title + 1;
  if (tokens[at]?.lemma === 'of' || tokens[at]?.lemma === 'for')
    while (at - title < OFFICE_MAX && OF_OFFICE.has(tokens[at]?.upos ?? '')) at++;
  if (tokens[at]?.form !== ',') return null;
  const name = nameFrom(tokens, at + 1);
  const next = name && tokens[name[1] + 1];
  const ends = !next || next.upos === 'PUNCT' || next.upos === 'VERB' || next.upos === 'AUX';
  return name && ends && tokens[name[1] + 1]?.lemma !== 'and' ? name : null;
}

function isNamePart(token: Tree['tokens'][number] | undefined): boolean {
  return (
    token !== undefined &&
    token.upos === 'PROPN' &&
    /^\p{Lu}[\p{L}'’-]*\p{Ll}/u.test(token.form) &&
    !isTitle(token.form) &&
    !NOT_OF_PERSON.test(token.form)
  );
}

const NOT_OF_PERSON =
  /^(?:Ministry|Department|Council|Committee|Office|Force|Forces|Army|Staff|Command|Affairs|Defen[cs]e|Assembly|Party|Union|Secretary|State|States|Security|Health|Foreign|Interior|News|Agency|Press|University|Institute|Center|Centre|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Medical|Nations)$/;

/** `WHO` and `NHS Lothian` read as persons are bodies, where the sentence is not all in capitals. */
export function isAcronym(name: NameMention, sentence: string): boolean {
  return (
    /^\p{Lu}{2,6}(?:\s|$)/u.test(name.text) && /\p{Ll}{3}/u.test(sentence) && !/\s\p{Lu}{3,}/u.test(name.text)
  );
}
