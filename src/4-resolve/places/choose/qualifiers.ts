/** Which toponym says where another lies: "Paris, Texas", "Aleppo in northern Syria", "Iraq's Mosul". */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Toponym } from '../mentions/toponym.ts';

/** Between a place and what it lies in: a comma, a bracket, "in the northern province of". */
const INSIDE =
  /^(?:,? (?:located |situated |also )?(?:in|of) (?:the )?(?:[\p{Ll}-]+ ){0,3}|, (?:in (?:the )?)?|,? \(|, (?:north|south|east|west|central|rural)[a-z-]* )$/u;
/** Between what it lies in and a place: "Syria's northern city of". */
const OWNER = /^['’]s? (?:[\p{Ll}-]+ ){0,4}$/u;
/** "the Syrian city of Aleppo", "Syrian town Azaz". */
const ADJECTIVE = /^ (?:[\p{Ll}-]+ ){1,4}$/u;
/** Kinds that can hold others. */
const HOLDS = /^(?:PCL|ADM|RGN|ISL|PEN|VAL)/;

const isFacility = (toponym: Toponym): boolean =>
  toponym.nameType === 'facility' || toponym.hint === 'facility';

/**
 * For each toponym the index of the one it lies in, where the words between say so. Only a toponym that names a
 * country, division or region somewhere can hold another.
 */
export function findQualifiers(
  toponyms: readonly Toponym[],
  text: string,
  gazetteer: Gazetteer,
): Map<number, number> {
  const qualified = new Map<number, number>();
  const canHold = new Map<string, boolean>();
  const holds = (toponym: Toponym): boolean => {
    if (toponym.demonym) return true;
    let known = canHold.get(toponym.key);
    if (known === undefined) {
      known = gazetteer
        .named(toponym.text)
        .some(({ place, via }) => via !== 'demonym' && HOLDS.test(place.kind));
      canHold.set(toponym.key, known);
    }
    return known;
  };
  // "Iran, Turkey": a country lies in no other.
  const bothCountries = (one: Toponym, other: Toponym): boolean =>
    [one, other].every(({ text: name }) =>
      gazetteer.named(name).some(({ place, via }) => via !== 'demonym' && place.kind.startsWith('PCL')),
    );
  for (let i = 0; i + 1 < toponyms.length; i++) {
    const one = toponyms[i]!;
    const next = toponyms[i + 1]!;
    const from = Math.max(one.end, Math.min(one.outerEnd, next.start));
    if (one.sentence !== next.sentence || next.start - from > 40) continue;
    const between = text.slice(from, next.start);
    const possessed = text.slice(one.end, next.start);
    if (one.demonym) {
      if (ADJECTIVE.test(between)) qualified.set(i + 1, i);
    } else if (
      !next.demonym &&
      INSIDE.test(between) &&
      (holds(next) || isFacility(one)) &&
      !bothCountries(one, next)
    ) {
      if (!isList(toponyms, i, text, between, holds)) qualified.set(i, i + 1);
    } else if (OWNER.test(possessed) && holds(one)) {
      qualified.set(i + 1, i);
    }
  }
  return qualified;
}

/**
 * "in Aleppo, Idlib and Hama", "Iowa, Indiana, Ohio": commas between like names, not a place and what it lies
 * in. Three in a row that can all hold others are a list; so is a pair that ends in "and".
 */
function isList(
  toponyms: readonly Toponym[],
  i: number,
  text: string,
  between: string,
  holds: (toponym: Toponym) => boolean,
): boolean {
  if (!/^, $/.test(between)) return false;
  const next = toponyms[i + 1]!;
  const joins = (left: Toponym | undefined, right: Toponym | undefined) =>
    left !== undefined && right !== undefined && left.sentence === right.sentence
      ? text.slice(left.outerEnd, right.start)
      : '';
  if (/^,? (?:and|or|&) $/.test(joins(next, toponyms[i + 2]))) return true;
  if (!holds(toponyms[i]!)) return false;
  const before = toponyms[i - 1];
  const after = toponyms[i + 2];
  return (
    (/^,(?: and)? $/.test(joins(before, toponyms[i])) && holds(before!)) ||
    (/^,(?: and)? $/.test(joins(next, after)) && holds(after!))
  );
}
