/** The regular forms of a verb by Penn tag, so that verbs the dictionaries name are known in all of them. */

const CONSONANT_Y = /[^aeiou]y$/;
/** One syllable that ends in one consonant behind one vowel doubles it: "stab", "whip". */
const DOUBLES = /^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$/;

/** Pairs of tag and form; irregular verbs stand in dictionaries/en/irregular-words.tsv. */
export function formsOf(verb: string): [tag: string, form: string][] {
  const stem = DOUBLES.test(verb) ? verb + verb.at(-1)! : verb;
  const past = verb.endsWith('e')
    ? `${verb}d`
    : CONSONANT_Y.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : `${stem}ed`;
  const going = verb.endsWith('ie')
    ? `${verb.slice(0, -2)}ying`
    : /[^eoy]e$/.test(verb)
      ? `${verb.slice(0, -1)}ing`
      : `${stem}ing`;
  const does = CONSONANT_Y.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  return [
    ['VBD', past],
    ['VBN', past],
    ['VBG', going],
    ['VBZ', does],
  ];
}
