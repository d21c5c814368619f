/** Words and expressions of time, read from dictionaries/en/times-words.tsv and times-rules.tsv. */

/** A rule as it runs: its pattern compiled, its action by name. */
export interface TimeRule {
  name: string;
  pattern: RegExp;
  action: string;
  example: string;
  value: string;
}

export interface TimeWords {
  rules: TimeRule[];
  month: Map<string, number>;
  weekday: Map<string, number>;
  /** Unit codes: TS TM TH D N W F E M Q Y T C. */
  unit: Map<string, string>;
  number: Map<string, number>;
  ordinal: Map<string, number>;
  season: Map<string, string>;
  daypart: Map<string, string>;
  moment: Map<string, string>;
  deictic: Map<string, number>;
  step: Map<string, number>;
  way: Map<string, number>;
  reference: Map<string, string>;
  frequency: Map<string, string>;
  holiday: Map<string, string>;
  zone: Map<string, string>;
  preposition: Map<string, string>;
  prepositionPattern: RegExp;
  future: RegExp;
  /** Words that point ahead only right before the time: "until", "by", "effective". */
  futureNear: RegExp;
  past: Set<string>;
}

const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function alternatives(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(literally)
    .join('|');
}

function readRows(tsv: string): string[][] {
  return tsv
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}

/** Years in words: "nineteen ninety-seven", "two thousand". */
const SPELLED_YEAR =
  'nineteen (?:hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)|two thousand(?:(?: and)? (?:one|two|three|four|five|six|seven|eight|nine|ten))?';

const SHAPES: Record<string, string> = {
  day: '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?',
  year: '(?:19|20)\\d\\d',
  spelledYear: SPELLED_YEAR,
};

/** Compiles the rules over the words. A rule is tried only where no letter or digit stands directly before. */
export function parseTimeWords(wordsTsv: string, rulesTsv: string): TimeWords {
  const classes = new Map<string, Map<string, string>>();
  for (const [kind = '', word = '', value = ''] of readRows(wordsTsv)) {
    const words = classes.get(kind) ?? new Map<string, string>();
    words.set(word, value);
    classes.set(kind, words);
  }
  const strings = (kind: string) =>
    new Map([...(classes.get(kind) ?? [])].map(([word, value]) => [word.toLowerCase(), value]));
  const numbers = (kind: string) => new Map([...strings(kind)].map(([word, value]) => [word, Number(value)]));
  const shape = (kind: string): string => {
    if (kind in SHAPES) return `(?:${SHAPES[kind]})`;
    if (kind === 'n') return `(?:\\d{1,4}(?:[,.]\\d+)?|${alternatives(classes.get('number')?.keys() ?? [])})`;
    return `(?:${alternatives(classes.get(kind)?.keys() ?? [])})`;
  };
  const marker = (kind: string): RegExp =>
    new RegExp(`(?<![\\p{L}])(?:${alternatives(classes.get(kind)?.keys() ?? [])})(?![\\p{L}])`, 'giu');
  const rules = readRows(rulesTsv).map(
    ([name = '', pattern = '', action = '', example = '', value = '']) => ({
      name,
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}$€£#])${pattern.replace(/\{(\w+)\}(s?)/g, (_, kind: string, s: string) => shape(kind) + s)}(?![\\p{L}\\p{N}])`,
        'giu',
      ),
      action,
      example,
      value,
    }),
  );
  return {
    rules,
    month: numbers('month'),
    weekday: numbers('weekday'),
    unit: strings('unit'),
    number: numbers('number'),
    ordinal: numbers('ordinal'),
    season: strings('season'),
    daypart: strings('daypart'),
    moment: strings('moment'),
    deictic: numbers('deictic'),
    step: numbers('step'),
    way: numbers('way'),
    reference: strings('reference'),
    frequency: strings('frequency'),
    holiday: strings('holiday'),
    zone: strings('zone'),
    preposition: strings('preposition'),
    prepositionPattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(${alternatives(classes.get('preposition')?.keys() ?? [])})(?: the)? $`,
      'iu',
    ),
    future: marker('future'),
    futureNear: marker('future-near'),
    past: new Set(strings('past').keys()),
  };
}
