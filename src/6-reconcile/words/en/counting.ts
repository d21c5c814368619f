/** What the words of a figure, or around a "not", say beyond the number. */

const ONE = /\b(?:one|single|lone|only|sole|1)\b/i;
const ON_TOP = /\b(?:another|additional|further)\b/i;
const AHEAD = /\b(?:would|will|wo|can|ca|could|should)(?: not\b|n[’']t\b)|\bcannot\b/i;

/** Whether words count one ("one soldier was killed"), or only name somebody: "he", "Ann Lee", "a soldier". */
export const countsOne = (words: string): boolean => ONE.test(words);

/** "Another 41 fighters": on top of others that were counted before. */
export const countsOnTop = (words: string): boolean => ON_TOP.test(words);

/** "They would not attack", "I cannot speak for him": what is not to be, or cannot be, denies nothing that was. */
export const speaksAhead = (words: string): boolean => AHEAD.test(words);

/** "Not accounting for home deaths": whether what stands between a "not" and the harm turns it to something else. */
export const turnsAway = (between: string): boolean => /\b(?:for|of|about)\b/i.test(between);

/** "The allegations", "these charges": what is denied is named by what it is called. */
export const speaksOfAccusations = (words: string): boolean =>
  /^\W*(?:\w+ ){0,2}(?:allegation|accusation|charge)s?\W*$/i.test(words);

/** "I don't know": nothing is denied. */
export const knowsNothing = (words: string): boolean =>
  /\b(?:do|does|did)(?: not|n[’']t) (?:know|remember|recall)\b/i.test(words);
