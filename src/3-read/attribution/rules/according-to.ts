/** "according to X, Y", "citing X", "per X": a source in a phrase of its own. */
import type { Token } from '../../language/parsed-text.ts';
import { relation, type Tree } from '../../syntax/tree.ts';
import { phrase, without } from '../parts.ts';
import type { AttributionRule, Found } from '../rule.ts';

/** The word whose clause a phrase speaks of. */
function clauseOf(tree: Tree, token: Token): Token {
  let at = token;
  for (let head = tree.head(at); head; head = tree.head(at)) {
    const rel = relation(at);
    at = head;
    if (rel === 'obl' || rel === 'advmod' || rel === 'advcl' || rel === 'parataxis') break;
  }
  return at;
}

/** "According" as a verb ("advcl", "obl" with "to X") or as a preposition with "to" fixed to it. */
export const accordingTo: AttributionRule = {
  name: 'according-to',
  examples: [
    {
      text: 'According to the ministry, three people died.',
      source: 'the ministry',
      cue: 'According to',
      content: 'three people died',
    },
    {
      text: 'Three people died, according to the ministry.',
      source: 'the ministry',
      cue: 'according to',
      content: 'Three people died',
    },
  ],
  misses: ['Pay was fixed according to rank and age.'],
  find({ tree }) {
    const found: Found[] = [];
    for (const word of tree.tokens) {
      if (word.form.toLowerCase() !== 'according') continue;
      const to = tree.tokens[word.index + 1];
      if (to?.lemma !== 'to' || tree.tokens[word.index - 1]?.lemma === 'as') continue;
      const named =
        [relation(word) === 'case' ? tree.head(word) : tree.child(word, 'obl', 'obj', 'nmod')].find(
          (token) => token && token.index > to.index,
        ) ?? objectAfter(tree, to);
      if (!named || named === word) continue;
      const whole = relation(word) === 'case' && named.index > to.index ? named : word;
      const source = without(phrase(tree, named), [word, to]);
      if (source.length === 0 || (!isSource(named, tree) && !source.some((t) => t.upos === 'PROPN')))
        continue;
      // Set off by a comma at the end or standing first, the phrase speaks of the whole sentence; else of its clause.
      const clause = isSetOff(tree, whole)
        ? tree.root
        : relation(whole) === 'nmod'
          ? clauseOf(tree, whole)
          : (tree.head(whole) ?? clauseOf(tree, whole));
      const swallowed = [...swallowedSubject(tree, clause, source), ...swallowedCount(source)];
      const namers = without(source, swallowed);
      const aside = new Set(without(tree.subtree(whole), swallowed));
      const content = tree.subtree(clause).filter((token) => !aside.has(token));
      if (content.length === 0) continue;
      found.push({
        rule: 'according-to',
        source: namers.at(-1)?.form === ',' ? namers.slice(0, -1) : namers,
        cue: [word, to],
        cueHead: word,
        content,
        kind: 'speech',
        certainty: 'asserted',
      });
    }
    return found;
  },
};

/**
 * "According to the channel, government forces entered …" is often read with the forces coordinated to the channel:
 * where the clause has no subject, what follows the first comma of the source is it.
 */
function swallowedSubject(tree: Tree, clause: Token, source: readonly Token[]): Token[] {
  if (tree.child(clause, 'nsubj', 'csubj', 'expl') || clause.upos !== 'VERB') return [];
  const commas = source.flatMap((token, i) => (token.form === ',' ? [i] : []));
  // "According to Haddad, a doctor, two shells fell": between the commas stands who Haddad is.
  const comma = (source[0]?.upos === 'PROPN' ? commas.at(-1) : commas[0]) ?? -1;
  return comma < 0 || source.at(-1)!.index + 3 < clause.index ? [] : source.slice(comma + 1);
}

/** "According to Haddad, a doctor, 138 new cases": the count behind the comma is of what was said. */
function swallowedCount(source: readonly Token[]): Token[] {
  const [comma, last] = source.slice(-2);
  return source.length > 2 && comma?.form === ',' && last?.upos === 'NUM' ? [last] : [];
}

function isSetOff(tree: Tree, whole: Token): boolean {
  const tokens = tree.subtree(whole);
  const words = tree.tokens.filter((token) => token.upos !== 'PUNCT');
  const first = tokens.find((token) => token.upos !== 'PUNCT');
  const last = tokens.findLast((token) => token.upos !== 'PUNCT');
  if (!first || !last || tree.root === whole || tokens.includes(tree.root)) return false;
  return first === words[0] || (last === words.at(-1) && tree.tokens[first.index - 1]?.form === ',');
}

/** Not "according to rank": a bare common noun in the singular without article is no source. */
function isSource(named: Token, tree: Tree): boolean {
  if (named.upos === 'PROPN' || named.upos === 'PRON' || named.xpos === 'NNS') return true;
  return tree.children(named).some((child) => ['det', 'nmod', 'amod', 'compound'].includes(relation(child)));
}

/** The noun behind "to", whatever the parser hung it on. */
function objectAfter(tree: Tree, to: Token): Token | undefined {
  let at = tree.tokens[to.index + 1];
  for (let steps = 0; at && steps < 12; steps++) {
    const head = tree.head(at);
    const noun = at.upos === 'NOUN' || at.upos === 'PROPN' || at.upos === 'PRON';
    if (noun && !(head && head.index > at.index && (head.upos === 'NOUN' || head.upos === 'PROPN')))
      return at;
    at = head && head.index > at.index ? head : tree.tokens[at.index + 1];
  }
  return undefined;
}
