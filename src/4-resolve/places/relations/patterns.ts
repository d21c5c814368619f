/** Phrases around a place that set another place against it, as patterns built from the words of the dictionary. */
import type { PlaceWords } from '../place-words.ts';

/** Characters before a place that are looked at. */
export const REACH_BEFORE = 110;
export const REACH_AFTER = 60;

export interface Patterns {
  /** "about 35 km (22 miles) to the southeast of" before a place. */
  distance: RegExp;
  /** "south of", "to the north and west of". */
  direction: RegExp;
  /** "near", "on the outskirts of". */
  near: RegExp;
  /** "northern", "the eastern suburbs of", "the north of": part of the place. */
  part: RegExp;
  /** "rural". */
  rural: RegExp;
  /** After a place: "countryside", "’s southern suburbs". */
  after: RegExp;
  /** After a place: "’s eastern half", "'s north". */
  ownPart: RegExp;
  /** "between (the towns of)", "the road from". */
  between: RegExp;
}

const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Alternatives, longest first, so that "southeast" is not read as "south". */
function any(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(literally)
    .join('|');
}

/** The words that may stand between "of" and the name: "of the rebel-held town of". */
function lead(words: PlaceWords): string {
  const heads = any([...words.settlementHead.keys(), ...words.quarterHead.keys()]);
  return `(?:the |downtown |central )*(?:(?:[a-z-]{3,20} ){0,2}(?:${heads}) (?:of )?)?(?:the )?`;
}

const built = new WeakMap<PlaceWords, Patterns>();

/** The patterns of a dictionary, built once. */
export function patternsOf(words: PlaceWords): Patterns {
  const known = built.get(words);
  if (known !== undefined) return known;
  const patterns = buildPatterns(words);
  built.set(words, patterns);
  return patterns;
}

/** All are anchored at the place, so each is tried once. */
function buildPatterns(words: PlaceWords): Patterns {
  const direction = any(words.direction.keys());
  const unit = any(words.distanceUnit.keys());
  const number = `\\d[\\d,.]*|${any(words.number.keys())}`;
  const about = any(words.approximately);
  const start = '(?<![\\p{L}\\d])';
  const to = lead(words);
  const parts = any(words.partOf);
  return {
    distance: new RegExp(
      `${start}(?:within |(?:${about}) ){0,2}(?<n>${number})(?: or so)?[ \\u00a0-]?(?<unit>${unit})(?: \\([^()]{1,25}\\)| or [^()]{1,20}? (?:${unit}))?` +
        `(?: (?:to the |in the |due )?(?<dir>${direction})(?:ern)?(?: (?:of|from|off))?| (?:away )?(?:from|of|outside(?: of)?|off|inside|short of)) ${to}$`,
      'iu',
    ),
    direction: new RegExp(
      `${start}(?:(?:areas?|points?|positions?|somewhere|just|immediately|far|further|lying|located|situated) )?(?:to the |due )?(?<dir>${direction})(?:,? (?:and|or) (?:the )?(?<dir2>${direction}))? (?:of|from) ${to}$`,
      'iu',
    ),
    near: new RegExp(`${start}(?<near>${any(words.near.keys())}) ${to}$`, 'iu'),
    part: new RegExp(
      `${start}(?:the )?(?:far |rest of )?(?<dir>${direction})(?:(?:,? and |-)(?:the )?(?:${direction}))?(?: (?:(?:[a-z-]{3,15} )?(?:${parts}))|(?<inside> of))? ${to}$`,
      'iu',
    ),
    rural: new RegExp(`${start}(?:${any(words.rural)}) (?:the )?$`, 'iu'),
    after: new RegExp(
      `^(?:['’]s?)?(?: (?<dir>${direction}))?(?:[ -](?:${direction}))? (?:${any(words.partAfter)})(?![\\p{L}])`,
      'iu',
    ),
    ownPart: new RegExp(
      `^['’]s? (?<dir>${direction})(?:(?:,? and )(?:${direction}))?(?: \\p{Ll}[\\p{Ll}-]{2,16})?(?![\\p{L}])`,
      'iu',
    ),
    between: new RegExp(
      `${start}(?:(?<road>(?:the )?(?:main |strategic |desert |international )?(?:road|highway|route|motorway|corridor|supply line|railway|line) )(?:that )?(?:from|between|linking|links|connecting|connects|running from|running between)|(?:(?:somewhere|halfway|midway|areas?|located|situated|lying) )?between) ${to}$`,
      'iu',
    ),
  };
}

/** A number in digits or words; null when it is neither. */
export function readNumber(text: string, words: PlaceWords): number | null {
  const known = words.number.get(text.toLowerCase());
  if (known !== undefined) return known;
  const plain = text.replace(/[.,]$/, '').replace(/,(?=\d{3}\b)/g, '');
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** Degrees of a direction word, -ern and hyphens allowed. */
export function readDirection(text: string | undefined, words: PlaceWords): number | null {
  return text === undefined ? null : (words.direction.get(text.toLowerCase()) ?? null);
}
