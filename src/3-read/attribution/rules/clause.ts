/** "X said (that) Y", "Y, X said", "Y, X said, Y": a clause under or around a verb of saying, thinking or finding. */
import type { AttributionKind } from '../../../records/index.ts';
import type { Token } from '../../language/parsed-text.ts';
import { isCalendarWord } from '../../syntax/time-nouns.ts';
import { relation, type Tree } from '../../syntax/tree.ts';
import { type CueVerb, frameOf } from '../cue-words.ts';
import { agentOf, cueTokens, isNegated, isPassive, phrase, toldTogether, without } from '../parts.ts';
import type { AttributionRule, Found, RuleContext } from '../rule.ts';
import { speakerAt } from '../speaker.ts';

/** Whom something is told to: the object of "told", "assured", "informed". */
export function addresseeOf(tree: Tree, verb: Token): Token[] | undefined {
  const to = tree.child(verb, 'iobj') ?? (SAID_TO.has(verb.lemma) ? undefined : tree.child(verb, 'obj'));
  if (to) return phrase(tree, to);
  const oblique = tree.childrenBy(verb, 'obl').find((child) => tree.child(child, 'case')?.lemma === 'to');
  return oblique && phrase(tree, oblique);
}

/** One says to somebody: the object of these is what is said. */
const SAID_TO = new Set(
  'say note add report state announce explain confirm admit declare stress write'.split(' '),
);

function fromClause(context: RuleContext, verb: Token, cue: CueVerb, content: Token): Found {
  const { tree, words } = context;
  const agent = agentOf(tree, verb);
  const speaker = agent ? speakerAt(tree, verb, agent) : { source: [] };
  const { source } = speaker;
  const own = cueTokens(context, verb);
  const told = cue.frames.has('o') ? addresseeOf(tree, verb) : undefined;
  const inside = toldTogether(tree, verb, content);
  return {
    rule: 'said-clause',
    ...speaker,
    source: source.some((token) => inside.includes(token)) ? without(source, inside) : source,
    cue: own,
    cueHead: verb,
    content: withoutGaps(tree, verb, without(inside, own), [...source, ...own, ...(told ?? [])]),
    kind:
      agent && words.documents.has(agent.lemma)
        ? 'document'
        : kindOfCue(context, cue, { ...speaker, cueHead: verb }),
    certainty: cue.certainty,
    ...(told && told[0] !== inside[0] ? { addressee: told } : {}),
  };
}

const OF_NAME = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'PART', 'CCONJ']);
/** Words that may stand between. */
const GAP_MAX = 24;
/** Verbs that have a clause, and no thing, behind them. */
const TAKES_CLAUSES = new Set('say claim insist argue allege add think believe hope fear suggest'.split(' '));
const MARK = /^["“”'‘’]+$/;

/**
 * What is said behind its verb is one stretch, whatever the parser hung elsewhere: the subject that was left between
 * the two ("said the rustlers | raided a village") belongs to it, and so does what stands between its parts.
 */
function withoutGaps(tree: Tree, verb: Token, content: readonly Token[], besides: readonly Token[]): Token[] {
  const first = content[0];
  const last = content.at(-1);
  if (!first || !last || first.index < verb.index || verb.head >= 0) return [...content];
  const lead = tree.tokens.slice(verb.index + 1, first.index).filter((t) => !besides.includes(t));
  const opens = lead[0];
  const isSubject =
    TAKES_CLAUSES.has(verb.lemma) &&
    opens !== undefined &&
    lead.length <= GAP_MAX &&
    (OF_NAME.has(opens.upos) || opens.xpos === 'VBG' || MARK.test(opens.form)) &&
    !lead.some((t) => t.form === ',' || t.form === ':') &&
    !isCalendarWord(opens.form) &&
    lead.some((t) => t.upos === 'NOUN' || t.upos === 'PROPN');
  const from = isSubject && lead[0] ? lead[0].index : first.index;
  return tree.tokens.slice(from, last.index + 1).filter((t) => !besides.includes(t));
}

/** Questions and conditions leave open what they ask: "whether", "if". */
function isOpen(tree: Tree, clause: Token): boolean {
  return tree.childrenBy(clause, 'mark').some((mark) => mark.lemma === 'whether' || mark.lemma === 'if');
}

/** "The group continues to pose a threat, the colonel said": a verb that only quotes says nothing with "to" behind it. */
function goesOn(tree: Tree, verb: Token, cue: CueVerb): boolean {
  return !cue.frames.has('c') && tree.tokens[verb.index + 1]?.xpos === 'TO';
}

export const saidClause: AttributionRule = {
  name: 'said-clause',
  examples: [
    {
      text: 'The army said that rebels had left the town.',
      source: 'The army',
      cue: 'said',
      content: 'that rebels had left the town',
    },
    {
      text: 'Two shells hit the market, residents said.',
      source: 'residents',
      cue: 'said',
      content: 'Two shells hit the market',
    },
  ],
  misses: ['The army left the town.', 'He said nothing.', 'The group continues to pose a threat.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (verb.upos !== 'VERB') continue;
      const cue = frameOf(words, verb.lemma, 'c', 'q');
      if (!cue || goesOn(tree, verb, cue)) continue;
      const content =
        fullest(tree, tree.childrenBy(verb, 'ccomp')) ?? askedIf(tree, verb) ?? quoted(tree, verb, cue);
      if (!content || isLead(tree, verb, content)) continue;
      // "After talks have been concluded, Oslo will pay": nothing leads to the clause.
      if (
        isPassive(tree, verb) &&
        content.index > verb.index &&
        !tree.child(content, 'mark') &&
        !tree.child(verb, 'expl', 'nsubj')
      )
        continue;
      const one = fromClause(context, verb, cue, content);
      if (!tells(context, cue, one) || isFragment(one.content) || isImperative(tree, verb)) continue;
      // "continued that": with a clause and no marks, only verbs that take one.
      if (!cue.frames.has('c') && (!isQuotedHere(context, one.content) || isQuotedHere(context, [verb])))
        continue;
      // "a raid claimed by the group": what follows is who claims it.
      if (one.content.find((t) => t.upos !== 'PUNCT')?.form === 'by') continue;
      if (tree.childrenBy(verb, 'mark').some((mark) => mark.lemma === 'if')) one.certainty = 'expected';
      const unproven = words.parts['bears-out'].has(verb.lemma) && isNegated(tree, verb);
      if (isOpen(tree, content) || isLeftOpen(tree, verb) || unproven) one.certainty = 'unconfirmed';
      found.push(one);
    }
    return found;
  },
};

/** "asked the general whether …", "asked if …": a question read as a condition. */
const askedIf = (tree: Tree, verb: Token): Token | undefined =>
  ['ask', 'wonder', 'inquire'].includes(verb.lemma)
    ? tree.childrenBy(verb, 'advcl').find((child) => child.index > verb.index && isOpen(tree, child))
    : undefined;

/** "says the town has become isolated", read as two clauses: the longer one, the first of equals. */
function fullest(tree: Tree, clauses: readonly Token[]): Token | undefined {
  let best: Token | undefined;
  for (const clause of clauses)
    if (!best || (tree.subtree(best).length <= 2 && tree.subtree(clause).length > 2)) best = clause;
  return best;
}

/** One word, or nothing but a date, is no clause: a parse gone astray. */
function isFragment(content: readonly Token[]): boolean {
  const said = content.filter((t) => t.upos !== 'PUNCT' && t.lemma !== 'that');
  return (
    said.length < 2 || said.every((t) => ['NUM', 'AUX', 'ADP'].includes(t.upos) || isCalendarWord(t.form))
  );
}

/** "Tell them that …": nobody has said so. */
const isImperative = (tree: Tree, verb: Token) =>
  verb.head < 0 && verb.xpos === 'VB' && !tree.child(verb, 'nsubj', 'aux');

const isQuotedHere = ({ quotations }: RuleContext, content: readonly Token[]) =>
  quotations.some((q) => content.some((t) => t.upos !== 'PUNCT' && t.start >= q.start && t.end <= q.end));

/** "Commenting on the raid, the minister said:" leads to what he said; what stands before is not it. */
function isLead(tree: Tree, verb: Token, content: Token | undefined): boolean {
  const last = tree.tokens.at(-1)!;
  return last.form === ':' && verb.index >= last.index - 4 && (!content || content.index < verb.index);
}

/** What shows or proves something says so where it is a document or has a name; a raid that shows it does not. */
export function tells(context: RuleContext, cue: CueVerb, { source }: Pick<Found, 'source'>): boolean {
  if (cue.kind === 'document' && source.length === 1 && PERSONAL.test(source[0]!.form)) return false;
  return cue.kind !== 'document' || source.length === 0 || isSayer(context, source, false);
}

/** "The raid underlined that …" is seen in the raid, said by nobody; "the mayor underlined that …" is speech. */
export function kindOfCue(
  context: RuleContext,
  cue: CueVerb,
  { source, standsFor, cueHead }: Pick<Found, 'source' | 'standsFor' | 'cueHead'>,
): AttributionKind {
  const shows = cue.kind === 'document' || context.words.parts.shows.has(cueHead.lemma);
  if (!shows || source.length === 0) return cue.kind;
  // "a deal, which shows that …": neither the deal nor "this" says so.
  const named = standsFor && standsFor.length > 0 ? standsFor : source;
  const pointed = named.length === 1 && THINGS.test(named[0]!.form);
  return pointed || !isSayer(context, named, true) ? 'perception' : cue.kind;
}

/** Who can record or prove something without being a document that says so. */
const PERSONAL = /^(?:i|we|you|he|she|they)$/i;

const THINGS = /^(?:this|that|it|these|those|which)$/i;

/** Whether the source is a document, has a name, or (where persons count) is somebody. */
function isSayer({ words, tree }: RuleContext, source: readonly Token[], persons: boolean): boolean {
  const head = source.find((token) => !source.includes(tree.head(token)!))!;
  return (
    words.documents.has(head.lemma) ||
    ['PROPN', 'PRON', 'DET'].includes(head.upos) ||
    OF_FINDING.has(head.lemma) ||
    (persons && words.speakers.has(head.lemma.toLowerCase()))
  );
}

const OF_FINDING = new Set([
  'result',
  'test',
  'number',
  'research',
  'scientist',
  'researcher',
  'expert',
  'official',
  'police',
]);

/** "neither confirmed nor denied". */
function isLeftOpen(tree: Tree, verb: Token): boolean {
  const before = tree.tokens.slice(Math.max(0, verb.index - 4), verb.index).map((t) => t.form.toLowerCase());
  return (
    before.includes('nor') &&
    before.some((form) => form === 'confirmed' || form === 'confirm' || form === 'denied')
  );
}

/** What a parser hangs on a verb of saying as parataxis: the quotation itself. */
function quoted(tree: Tree, verb: Token, cue: CueVerb): Token | undefined {
  if (!cue.frames.has('q') || tree.child(verb, 'obj')) return undefined;
  return tree.childrenBy(verb, 'parataxis').find((child) => {
    const between = tree.tokens.slice(Math.min(child.index, verb.index), Math.max(child.index, verb.index));
    return between.some((token) => /^(?:["“”:,]|''|``)$/.test(token.form)) && child.upos !== 'PUNCT';
  });
}

export const saidAside: AttributionRule = {
  name: 'said-aside',
  examples: [
    {
      text: 'Shells hit two villages, she said in a statement that was read out on Monday.',
      source: 'she',
      cue: 'said',
      content: 'Shells hit two villages',
    },
  ],
  misses: ['The road is closed, I walked home.', 'Sixty nations joined, the group continues to fight.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (relation(verb) !== 'parataxis' || verb.upos !== 'VERB') continue;
      const cue = frameOf(words, verb.lemma, 'q');
      const content = tree.head(verb);
      if (!cue || goesOn(tree, verb, cue)) continue;
      if (!content || tree.child(verb, 'ccomp') || tree.child(verb, 'obj') || isPassive(tree, verb)) continue;
      if (!tree.child(verb, 'nsubj')) continue;
      const one = { ...fromClause(context, verb, cue, content), rule: 'said-aside' };
      if (cue.frames.has('c') || isQuotedHere(context, one.content)) found.push(one);
    }
    return found;
  },
};

export const saidLead: AttributionRule = {
  name: 'said-lead',
  examples: [
    { text: 'The foreign minister said:', source: 'The foreign minister', cue: 'said', content: '' },
  ],
  misses: ['The foreign minister said: "We are ready."', 'He named three towns:'],
  find(context) {
    const { tree, words } = context;
    const last = tree.tokens.at(-1)!;
    if (last.form !== ':') return [];
    const verb = tree.tokens.findLast((token) => token.upos === 'VERB');
    const cue = verb && frameOf(words, verb.lemma, 'q');
    const agent = verb && agentOf(tree, verb);
    const isRoot = verb?.head === -1 || (verb && isLead(tree, verb, undefined));
    if (!verb || !cue || !agent || !isRoot) return [];
    const content = tree.child(verb, 'ccomp');
    if ((content && content.index > verb.index) || tree.child(verb, 'obj')) return [];
    // What is said stands in the paragraphs that follow: see run-on.ts.
    return [
      {
        rule: 'said-lead',
        ...speakerAt(tree, verb, agent),
        cue: cueTokens(context, verb),
        cueHead: verb,
        content: [],
        kind: cue.kind,
        certainty: cue.certainty,
      },
    ];
  },
};
