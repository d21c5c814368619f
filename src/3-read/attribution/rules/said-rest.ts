/**
 * What is left where the tree has gone astray: "what residents said was an air strike", "the company said threats and
 * the promotion of terror had long been …", "…, his aide, Tad Haddad, told The Times." Read off the order of words.
 */
import type { Token } from '../../language/parsed-text.ts';
import { isCalendarWord } from '../../syntax/time-nouns.ts';
import { type Tree, trimMarks } from '../../syntax/tree.ts';
import { type CueVerb, type CueWords, frameOf } from '../cue-words.ts';
import { agentOf, cueTokens, isPassive } from '../parts.ts';
import { holds } from '../quotations.ts';
import type { AttributionRule, Found, RuleContext } from '../rule.ts';
import { speakerAt } from '../speaker.ts';

const OF_NAME = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'PART', 'ADP', 'CCONJ']);
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON']);
const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

export const saidOfRelative: AttributionRule = {
  name: 'said-of-relative',
  examples: [
    {
      text: 'The depot was destroyed in what residents said was an air strike.',
      source: 'residents',
      cue: 'said',
      content: 'was an air strike',
    },
    {
      text: 'The convoy, which officials said was carrying flour, burnt out.',
      source: 'officials',
      cue: 'said',
      content: 'was carrying flour',
    },
  ],
  misses: ['The officials who said so were dismissed.', 'The man who said that he was ill is well.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      const cue = verb.upos === 'VERB' ? frameOf(words, verb.lemma, 'c') : undefined;
      if (!cue || cue.kind === 'document' || isPassive(tree, verb)) continue;
      const source = subjectOfRelative(tree, verb);
      const content = source && predicateBehind(tree, verb);
      if (!source || !content) continue;
      found.push(foundOf(context, 'said-of-relative', verb, cue, source, content));
    }
    return found;
  },
};

/** The speaker between "what" or "which" and the verb. */
function subjectOfRelative(tree: Tree, verb: Token): Token[] | undefined {
  for (let at = verb.index - 1; at >= 0 && verb.index - at <= RELATIVE_MAX; at--) {
    const token = tree.tokens[at]!;
    if (RELATIVE.test(token.form)) {
      const between = tree.tokens
        .slice(at + 1, verb.index)
        .filter((t) => t.upos !== 'ADV' && t.upos !== 'AUX');
      return between.some((t) => NOMINAL.has(t.upos)) ? between : undefined;
    }
    if (!OF_NAME.has(token.upos) && token.upos !== 'ADV' && token.upos !== 'AUX') return undefined;
  }
  return undefined;
}

const RELATIVE = /^(?:what|which|who|that)$/i;
const RELATIVE_MAX = 8;

/** "was an air strike": the predicate right behind the verb, as far as it reaches in one stretch. */
function predicateBehind(tree: Tree, verb: Token): Token[] | undefined {
  const next = tree.tokens[verb.index + 1];
  if (!next || !FINITE.has(next.xpos) || !['VERB', 'AUX'].includes(next.upos)) return undefined;
  let head = next;
  for (let up = tree.head(head); up && up.index > verb.index; up = tree.head(head)) head = up;
  const own = new Set(tree.subtree(head));
  const out: Token[] = [];
  for (let at = next.index; tree.tokens[at] && own.has(tree.tokens[at]!); at++) out.push(tree.tokens[at]!);
  const comma = out.findIndex((token) => /^[,;:—–]$/.test(token.form));
  const stretch = trimMarks(comma < 0 ? out : out.slice(0, comma));
  return stretch.length > 1 ? stretch : undefined;
}

export const saidRest: AttributionRule = {
  name: 'said-rest',
  examples: [
    {
      text: 'The company said violent threats and the promotion of terror had long been against its terms.',
      source: 'The company',
      cue: 'said',
      content: 'violent threats and the promotion of terror had long been against its terms',
    },
    {
      text: 'Mortars landed near a school, his top aide, Tad Haddad, told The Times.',
      source: 'his top aide, Tad Haddad',
      cue: 'told',
      content: 'Mortars landed near a school',
    },
  ],
  misses: ['The judge said nothing that was new.', 'He said goodbye to the guests who were leaving.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      const cue = verb.upos === 'VERB' ? frameOf(words, verb.lemma, 'q') : undefined;
      if (!cue || !SAYS.has(verb.lemma) || !(FINITE.has(verb.xpos) || tree.child(verb, 'aux'))) continue;
      if (isPassive(tree, verb) || context.quotations.some((q) => holds(q, verb))) continue;
      const hit = allBefore(tree, words, verb) ?? allBehind(tree, words, verb);
      if (hit) found.push(foundOf(context, 'said-rest', verb, cue, hit.source, hit.content));
    }
    return found;
  },
};

const SAYS = new Set(['say', 'tell']);

interface Hit {
  source: Token[];
  content: Token[];
}

/** "…, the groups say.": with nothing told behind it, all before the comma is what they say. */
function allBefore(tree: Tree, words: CueWords, verb: Token): Hit | undefined {
  const after = tree.tokens.slice(verb.index + 1);
  if (after.length > AFTER_MAX || after.some((t) => ['VERB', 'AUX'].includes(t.upos) || t.form === ':'))
    return undefined;
  // A thing said ("said nothing") stands right behind; one is told to somebody.
  if (verb.lemma === 'say' && tree.child(verb, 'obj')) return undefined;
  // "…, Tad Haddad, told": the name between commas, with who he is before it.
  const apposed = tree.tokens[verb.index - 1]?.form === ',';
  let comma = commaBefore(tree, apposed ? verb.index - 1 : verb.index);
  if (comma === undefined) return undefined;
  // "his top aide, Tad Haddad, told": a description before the name.
  const described = commaBefore(tree, comma);
  if (
    described !== undefined &&
    tree.tokens.slice(described + 1, comma).some((t) => words.speakers.has(t.lemma))
  )
    comma = described;
  const source = trimMarks(tree.tokens.slice(comma + 1, verb.index).filter((t) => t.upos !== 'AUX'));
  const content = trimMarks(tree.tokens.slice(0, comma));
  if (content.length < SAID_MIN || !source.some((t) => NOMINAL.has(t.upos)) || source[0]!.upos === 'ADP')
    return undefined;
  return { source, content };
}

/** The comma before a noun phrase that ends at a word. */
function commaBefore(tree: Tree, end: number): number | undefined {
  let at = end - 1;
  while (
    at >= 0 &&
    end - at <= NAME_MAX &&
    (OF_NAME.has(tree.tokens[at]!.upos) || tree.tokens[at]!.upos === 'AUX')
  )
    at--;
  return tree.tokens[at]?.form === ',' && at < end - 1 ? at : undefined;
}

const AFTER_MAX = 12;
const NAME_MAX = 10;
const SAID_MIN = 3;

/** "the company said threats … had been …": a finite clause to the end of the sentence. */
function allBehind(tree: Tree, words: CueWords, verb: Token): Hit | undefined {
  const agent = agentOf(tree, verb);
  if (!agent || agent.index > verb.index) return undefined;
  const told = verb.lemma === 'tell' ? tree.child(verb, 'obj', 'iobj') : undefined;
  if (verb.lemma === 'tell' && !told) return undefined;
  let from = told ? told.index + 1 : verb.index + 1;
  while (tree.tokens[from] && (tree.tokens[from]!.upos === 'ADV' || isCalendarWord(tree.tokens[from]!.form)))
    from++;
  const rest = trimMarks(tree.tokens.slice(from));
  const first = rest[0];
  if (!first || !OF_NAME.has(first.upos) || first.upos === 'CCONJ') return undefined;
  if (first.upos === 'ADP' && !AMOUNTS.test(first.form)) return undefined;
  if (told && first.xpos !== 'PRP') return undefined;
  const noun = rest.find((t) => NOMINAL.has(t.upos));
  if (!noun || words.parts['no-clause'].has(noun.lemma.toLowerCase())) return undefined;
  const relative = rest.findIndex((t) => /^(?:who|which|that|whom|whose)$/i.test(t.form));
  const finite = rest.findIndex((t) => FINITE.has(t.xpos) && ['VERB', 'AUX'].includes(t.upos));
  if (finite < 1 || (relative >= 0 && relative < finite)) return undefined;
  if (rest.slice(0, finite).some((t) => /^[,;:—–]$/.test(t.form))) return undefined;
  return { source: speakerAt(tree, verb, agent).source, content: rest };
}

/** "about half", "at least ten", "over a hundred": a count begins so. */
const AMOUNTS = /^(?:about|around|at|over|under|more|up|nearly|between)$/i;

function foundOf(
  context: RuleContext,
  rule: string,
  verb: Token,
  cue: CueVerb,
  source: Token[],
  content: Token[],
): Found {
  const own = cueTokens(context, verb).filter((t) => !content.includes(t) && !source.includes(t));
  return { rule, source, cue: own, cueHead: verb, content, kind: cue.kind, certainty: cue.certainty };
}
