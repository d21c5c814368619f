/** Whom a cue names as the doer of what it tells: "blamed rebels for the blast", "claimed responsibility for the raid". */
import type { RawAttribution } from '../attribution/attribute.ts';
import type { CueWords } from '../attribution/cue-words.ts';
import { agentOf, agentPhrase, antecedent, isPassive } from '../attribution/parts.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import type { Clause } from './clauses.ts';
import { conjuncts, isDate, oblique } from './role-parts.ts';

/** Heads of noun phrases; none where the cue names nobody, or stands in another sentence. */
export function doersByCue(
  tree: Tree,
  clause: Clause,
  cue: RawAttribution | null,
  { parts }: CueWords,
): Token[] {
  if (!cue || cue.sentence !== tree.sentence.index) return [];
  const verb = cue.cueHead;
  if (parts.blames.has(verb.lemma)) {
    const on = oblique(tree, verb, 'on').find((head) => !isDate(head));
    const named = on ?? (isPassive(tree, verb) ? tree.child(verb, 'nsubj') : tree.child(verb, 'obj'));
    // "the exile who is accused of": the exile.
    const accused = named && antecedent(tree, named, verb);
    const ofDoing = accused && tree.childrenBy(accused, 'acl').some((does) => does.xpos === 'VBG');
    return accused && (accused !== clause.head || ofDoing) ? conjuncts(tree, accused) : [];
  }
  const owned = tree.child(verb, 'obj');
  // "claimed the raid", "the raid was claimed by rebels": it is theirs, as they say.
  if (verb.lemma === 'claim' && clause.kind === 'nominal') {
    const claimant = isPassive(tree, verb) ? agentPhrase(tree, verb) : agentOf(tree, verb);
    return claimant ? [claimant] : [];
  }
  if (owned?.lemma !== 'responsibility' || isPassive(tree, verb)) return [];
  const claimant = agentOf(tree, verb);
  return claimant ? [claimant] : [];
}

/** "X was behind the raid", "X is responsible for the raid": who is said to have done what the noun names. */
export function doersBehind(tree: Tree, noun: Token): Token[] {
  const subjectOf = (head: Token) => {
    const subject = tree.child(head, 'nsubj');
    return subject ? conjuncts(tree, subject) : [];
  };
  if (tree.child(noun, 'case')?.lemma === 'behind') {
    const over = relation(noun) === 'obl' ? tree.head(noun) : undefined;
    return subjectOf(over ?? noun);
  }
  const judged = tree.head(noun);
  const forIt = ['for', 'of'].includes(tree.child(noun, 'case')?.lemma ?? '');
  return forIt && judged && ['responsible', 'guilty'].includes(judged.lemma) ? subjectOf(judged) : [];
}
