/** "reported explosions", "denied the claims", "called for a truce", "accused Israel of bombing", "blamed rebels for". */
import type { Token } from '../../language/parsed-text.ts';
import { isCalendarWord } from '../../syntax/time-nouns.ts';
import { type Tree, trimMarks } from '../../syntax/tree.ts';
import { isCitedSource } from '../chains.ts';
import { type CueVerb, frameOf } from '../cue-words.ts';
import { agentPhrase, antecedent, cueTokens, isPassive, phrase, without, withTail } from '../parts.ts';
import type { AttributionRule, Found, RuleContext } from '../rule.ts';
import { speakerOf } from '../speaker.ts';
import { kindOfCue, tells } from './clause.ts';

export const reportedThing: AttributionRule = {
  name: 'reported-thing',
  examples: [
    {
      text: 'The agency reported explosions at the airport.',
      source: 'The agency',
      cue: 'reported',
      content: 'explosions at the airport',
    },
    {
      text: 'Moscow denied any role in the raid.',
      source: 'Moscow',
      cue: 'denied',
      content: 'any role in the raid',
    },
  ],
  misses: ['The agency sold its office.', 'He told her.', 'The blast claimed 40 lives.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (verb.upos !== 'VERB') continue;
      const cue = frameOf(words, verb.lemma, 'n', 'g');
      if (!cue || tree.child(verb, 'ccomp') || isCitedSource(context, verb)) continue;
      // "deny the group a haven": what is kept from somebody is not said to be untrue.
      if (WITHHOLDS.has(verb.lemma) && withholds(tree, verb)) continue;
      const passive = isPassive(tree, verb) || (verb.deprel === 'acl' && verb.xpos === 'VBN');
      // "were found", "was seen": nobody's report.
      if (passive && (tree.child(verb, 'xcomp') || !cue.frames.has('n'))) continue;
      // "was reported" says that somebody says so; "was cited for", "was praised" tell what became of somebody.
      if (passive && !agentPhrase(tree, verb) && !frameOf(words, verb.lemma, 'c')) continue;
      const object = passive
        ? (tree.child(verb, 'nsubj:pass', 'nsubj') ?? (verb.deprel === 'acl' ? tree.head(verb) : undefined))
        : ((cue.frames.has('n') ? tree.child(verb, 'obj') : undefined) ??
          (cue.frames.has('g') ? gerund(tree, verb) : undefined));
      if (!object || (passive && verb.deprel === 'acl') || isToll(verb, object)) continue;
      // "No injuries were reported": a plain statement that there were none.
      if (
        passive &&
        !agentPhrase(tree, verb) &&
        tree.childrenBy(object, 'det').some((det) => det.lemma === 'no' || det.lemma === 'any')
      )
        continue;
      const speaker = speakerOf(tree, verb);
      if (!tells(context, cue, speaker)) continue;
      found.push({
        rule: 'reported-thing',
        ...speaker,
        cue: cueTokens(context, verb),
        cueHead: verb,
        content: whole(
          tree,
          verb,
          withAim(
            tree,
            verb,
            passive && !agentPhrase(tree, verb)
              ? withRest(context, verb, object)
              : withoutOwnClause(tree, verb, object, withTail(context, verb, antecedent(tree, object, verb))),
          ),
          speaker.source,
        ),
        kind: kindOfCue(context, cue, { ...speaker, cueHead: verb }),
        certainty: cue.certainty,
      });
    }
    return found;
  },
};

/** "Ten deaths were reported | in the north": what follows a passive belongs to its subject. */
function withRest({ tree, words }: RuleContext, verb: Token, subject: Token): Token[] {
  const rest = tree
    .childrenBy(verb, 'obl', 'xcomp', 'advmod')
    .filter(
      (child) =>
        child.index > verb.index &&
        !['obl:agent', 'obl:unmarked'].includes(child.deprel) &&
        !tree.childrenBy(child, 'case').some((mark) => mark.lemma === 'by') &&
        !isCalendarWord(child.form) &&
        !words.parts.occasion.has(child.lemma) &&
        !(child.upos === 'ADV' && tree.children(child).length === 0),
    );
  return [
    ...phrase(tree, antecedent(tree, subject, verb)),
    ...rest.flatMap((child) => trimMarks(tree.subtree(child))),
  ];
}

const WITHHOLDS = new Set(['deny', 'refuse']);

/** Two things behind the verb: whom, and what. */
function withholds(tree: Tree, verb: Token): boolean {
  if (tree.child(verb, 'iobj')) return true;
  const things = tree.childrenBy(verb, 'obj').filter((child) => child.index > verb.index);
  const object = things[0];
  return things.length > 1 || (object !== undefined && tree.child(object, 'iobj') !== undefined);
}

/** "the man, who is described by the army as …": the clause that tells of him is not what is told. */
function withoutOwnClause(tree: Tree, verb: Token, object: Token, content: readonly Token[]): Token[] {
  const stands = antecedent(tree, object, verb);
  if (stands === object) return [...content];
  const clause = tree.childrenBy(stands, 'acl').find((child) => tree.under(verb, child));
  return clause ? trimMarks(without(content, tree.subtree(clause))) : [...content];
}

/** "condemned the raids | today in the town | and the port": what is condemned is one stretch, whatever hung elsewhere. */
function whole(tree: Tree, verb: Token, content: readonly Token[], source: readonly Token[]): Token[] {
  const [first, last] = [content[0], content.at(-1)];
  if (!first || !last || first.index < verb.index || last.index - first.index > content.length + GAPS_MAX)
    return [...content];
  return tree.tokens.slice(first.index, last.index + 1).filter((token) => !source.includes(token));
}

const GAPS_MAX = 14;

/** "announced a plan | to retake the town": what the thing is for, hung on the verb. */
function withAim(tree: Tree, verb: Token, content: readonly Token[]): Token[] {
  const last = content.at(-1);
  if (!last || last.index < verb.index) return [...content];
  const aim = tree
    .childrenBy(verb, 'xcomp', 'advcl')
    .find(
      (child) =>
        tree.child(child, 'mark')?.lemma === 'to' && tree.subtree(child)[0]?.index === last.index + 1,
    );
  return aim ? [...content, ...tree.subtree(aim)] : [...content];
}

/** "claimed 40 lives", "claimed three victims". */
const isToll = (verb: Token, object: Token) =>
  verb.lemma === 'claim' && (['life', 'victim', 'soul'].includes(object.lemma) || object.upos === 'NUM');

function gerund(tree: Tree, verb: Token): Token | undefined {
  const clause = tree.child(verb, 'xcomp');
  return clause?.xpos === 'VBG' ? clause : undefined;
}

export const calledFor: AttributionRule = {
  name: 'called-for',
  examples: [
    {
      text: 'The council called for an end to the siege.',
      source: 'The council',
      cue: 'called for',
      content: 'an end to the siege',
    },
    {
      text: 'Damascus accused Israel of bombing the airport.',
      source: 'Damascus',
      cue: 'accused',
      content: 'Israel of bombing the airport',
    },
  ],
  misses: ['The council met for an hour.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (verb.upos !== 'VERB') continue;
      const hit = withPreposition(tree, verb, words.verbs.get(verb.lemma) ?? []);
      if (!hit) continue;
      const { cue, oblique, mark } = hit;
      const passive = isPassive(tree, verb);
      const reduced = verb.deprel === 'acl' && verb.xpos === 'VBN' ? tree.head(verb) : undefined;
      const object = reduced ?? (passive ? tree.child(verb, 'nsubj:pass') : tree.child(verb, 'obj'));
      found.push({
        rule: 'called-for',
        ...speakerOf(tree, verb),
        // "called for calm", but "accused Israel | of bombing the airport": behind an object it is one stretch.
        cue: cueTokens(context, verb, object && mark.index > object.index ? [] : [mark]),
        cueHead: verb,
        content: [
          ...(object ? without(phrase(tree, object), tree.subtree(reduced ? verb : oblique)) : []),
          ...tree.subtree(oblique, (child) => child === mark && !(object && mark.index > object.index)),
        ].sort((a, b) => a.index - b.index),
        kind: cue.kind,
        certainty: cue.certainty,
      });
    }
    return found;
  },
};

function withPreposition(
  tree: Tree,
  verb: Token,
  cues: readonly CueVerb[],
): { cue: CueVerb; oblique: Token; mark: Token } | undefined {
  for (const cue of cues) {
    if (cue.prepositions.size === 0) continue;
    // "accused the army | of shelling", hung on the army.
    const object = tree.child(verb, 'obj', 'nsubj:pass');
    const ofObject = object
      ? tree.childrenBy(object, 'acl').filter((child) => child.xpos === 'VBG' && child.index > object.index)
      : [];
    for (const oblique of [...tree.childrenBy(verb, 'obl', 'advcl', 'xcomp', 'nmod'), ...ofObject]) {
      const mark = tree.childrenBy(oblique, 'case', 'mark')[0];
      // "called on Wednesday for calm": a day is nothing that is called on.
      if (
        mark &&
        oblique.index > verb.index &&
        cue.prepositions.has(mark.lemma) &&
        !isCalendarWord(oblique.form)
      )
        return { cue, oblique, mark };
    }
  }
  return undefined;
}
