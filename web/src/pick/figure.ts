/** The figure that picked words tell: "at least 43 soldiers" is 43 or more. Only what stands there; else nothing. */

export interface ToldFigure {
  low: number | null;
  high: number | null;
  approximate: boolean;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
/** Least values, as coders take them. */
const VAGUE: Readonly<Record<string, number>> = { dozens: 12, scores: 20, hundreds: 100, thousands: 1000 };
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000 };

const NUMBER = /\d{1,3}(?:[,\u202f\u00a0]\d{3})+|\d+|[a-z]+/g;

function unitOf(word: string): number | null {
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return unit;
  const ten = TENS.indexOf(word);
  return ten > 1 ? ten * 10 : null;
}

/** Every number in the words, in order: digits, or words such as "twenty-one thousand". */
function numbersIn(words: string): number[] {
  const found: number[] = [];
  let open: number | null = null;
  const close = () => {
    if (open !== null) found.push(open);
    open = null;
  };
  for (const [part] of words.matchAll(NUMBER)) {
    const scale = SCALES[part];
    if (/^\d/.test(part)) {
      close();
      open = Number(part.replace(/\D/g, ''));
    } else if (scale !== undefined) open = (open ?? 1) * scale;
    else {
      const unit = unitOf(part);
      if (unit !== null && open !== null && open >= 20) open += unit;
      else {
        close();
        open = unit;
      }
    }
  }
  close();
  return found;
}

export function figureIn(said: string): ToldFigure {
  const words = said.toLowerCase();
  const approximate = /\b(about|around|some|roughly|approximately|nearly|almost|estimated)\b/.test(words);
  const [first, second] = numbersIn(words);
  if (first === undefined) {
    const vague = Object.keys(VAGUE).find((word) => new RegExp(`\\b${word}\\b`).test(words));
    if (vague) return { low: VAGUE[vague]!, high: null, approximate: true };
    return /^(an?|another)\s/.test(words) ? exactly(1, false) : { low: null, high: null, approximate: false };
  }
  if (second !== undefined && second > first && /\b(to|and|or)\b|[-–]/.test(words))
    return { low: first, high: second, approximate };
  if (/\b(up to|as many as|at most|no more than)\b/.test(words))
    return { low: null, high: first, approximate };
  if (/\b(more than|over|above)\b/.test(words)) return { low: first + 1, high: null, approximate };
  if (/\b(at least|no fewer than|not less than)\b/.test(words))
    return { low: first, high: null, approximate };
  return exactly(first, approximate);
}

const exactly = (n: number, approximate: boolean): ToldFigure => ({ low: n, high: n, approximate });

/** Whom or what the words name, of the codes that figures have; null where none. */
export function whomIn(said: string): string | null {
  const words = said.toLowerCase();
  return WHOM.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const WHOM: readonly [code: string, pattern: RegExp][] = [
  ['civilians', /\bcivilians?|residents?|villagers?\b/],
  ['children', /\bchild(ren)?|boys?|girls?\b/],
  ['women', /\bwom[ae]n\b/],
  ['soldiers', /\bsoldiers?|troops?|servicem[ae]n|conscripts?\b/],
  ['militants', /\bmilitants?|fighters?|rebels?|insurgents?|terrorists?|gunm[ae]n\b/],
  ['police', /\bpolice(m[ae]n)?|officers?\b/],
  ['prisoners', /\bprisoners?|detainees?|captives?|hostages?\b/],
  ['families', /\bfamil(y|ies)\b/],
  ['vehicles', /\bvehicles?|cars?|trucks?\b/],
  ['armour', /\btanks?|armou?red\b/],
  ['aircraft', /\baircraft|planes?|jets?|helicopters?|drones?\b/],
  ['ships', /\bships?|boats?|vessels?\b/],
  ['buildings', /\bbuildings?|houses?|homes?|schools?|hospitals?\b/],
  ['people', /\bpeople|persons?|others|dead|bodies\b/],
  ['men', /\bm[ae]n\b/],
];
