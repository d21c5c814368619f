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

/** "I don't know", "he did not regret the killings": what stands under such words is taken for granted, and not denied. */
export const takesForGranted = (words: string): boolean => GRANTED.test(words) || ASIDE.test(words);

const GRANTED =
  /\b(?:do|does|did)(?: not|n[’']t) (?:know|remember|recall|regret|mind|forget|mention|apologi[sz]e for|condemn|comment on)\b/i;
/** "When the shells fell": a clause beside what is denied. */
const ASIDE =
  /^\W*(?:when|while|after|before|since|because|where|although|though|regarding|about|concerning|whether|how|why)\b/i;

/** "He did not mean to shoot", "they never wanted to strike": the aim is denied, and not the deed. */
export const deniesAim = (words: string): boolean =>
  /(?:\bnot|n[’']t|\bnever|\bno) (?:\w+ )?(?:mean|meant|intend|intended|intention|want|wanted|wish|wished|aim|aimed)\b/i.test(
    words,
  );

/** "The deaths were not linked to the cold": a cause is denied, and not the harm. */
export const deniesCause = (words: string): boolean =>
  /(?:\bnot|n[’']t|\bnever) (?:\w+ )?(?:related|linked|connected|due|attributable|caused by|because|a result|the result)\b/i.test(
    words,
  );

/** "Six months earlier", "in another attack": told on the way, of another time that no date can be made of. */
export const tellsOfAnother = (words: string): boolean =>
  /\b(?:months?|weeks?|years?|days?|hours?) (?:earlier|before|prior|previously|ago)\b|\b(?:previous|prior|separate|unrelated|similar) (?:\w+ )?(?:attack|incident|case|strike|shooting|killing|bombing|quake|earthquake|raid)s?\b/i.test(
    words,
  );

/** "A total of 923", "so far": a count of all there was, beside which counts of parts are no less right. */
export const countsAll = (words: string): boolean =>
  /\b(?:total|altogether|in all|thus far|so far|overall|combined)\b/i.test(words);
