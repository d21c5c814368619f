/** The route from trees and attributions to claims as written: clauses, triggers, roles, effects, certainty. */

import type { Certainty, ClaimKind, Span } from '../../records/index.ts';
import type { Attributed, RawAttribution } from '../attribution/attribute.ts';
import type { CueWords } from '../attribution/cue-words.ts';
import { makesHop } from '../attribution/hops.ts';
import { isNegated } from '../attribution/parts.ts';
import { isSaidAgain } from '../attribution/said-again.ts';
import type { NameMention, Token } from '../language/parsed-text.ts';
import { mendCounts } from '../syntax/mend-counts.ts';
import { spansOf, type Tree, trimMarks } from '../syntax/tree.ts';
import { doersBehind, doersByCue } from './blamed.ts';
import { wordedCertainty } from './certainty.ts';
import { type Clause, findClauses, isOwnHappening, SPEECH_ACTS } from './clauses.ts';
import { type FoundEffect, findEffects } from './effects.ts';
import { type FoundMeans, findMeans } from './means.ts';
import { type FoundRoles, findRoles } from './roles.ts';
import { subjectRoles } from './state-roles.ts';
import { type FoundTrigger, findTriggers } from './triggers.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

/** A claim before parties, places, times and types are settled. */
export interface RawClaim {
  tree: Tree;
  clause: Clause;
  tokens: Token[];
  spans: Span[];
  /** Indices of attributions, outermost first. */
  chain: number[];
  certainty: Certainty;
  certaintyWords: Span[];
  kind: ClaimKind;
  trigger: FoundTrigger | null;
  roles: FoundRoles;
  /** Whoever the clause is about, where it proves to tell of no happening. */
  subject: Token[];
  /** What else the clause may tell, where the first proves to be no happening once parties are known. */
  otherwise: { trigger: FoundTrigger; roles: FoundRoles }[];
  means: FoundMeans[];
  effects: FoundEffect[];
  loaded: Span[];
  /** The words only come back to what was said before: "the same thing", "the claim". */
  saidAgain: boolean;
  rules: string[];
}

/**
 * "established a post", "agreed to a ceasefire", "released ten rebels": verbs that can tie words to a source, used for
 * what was done. Speech acts ("threatened", "called for") are both.
 */
function isDeed(a: RawAttribution, words: EventWords): boolean {
  const type = words.verbs.get(a.cueHead.lemma)?.type;
  if (!type || a.cueHead.upos !== 'VERB' || SPEECH_ACTS.has(type)) return false;
  return a.rule === 'reported-thing' || type === '?agree';
}

export function findClaims(
  attributed: Attributed,
  cues: CueWords,
  words: EventWords,
  names: readonly NameMention[],
): RawClaim[] {
  const people = personWords(attributed.trees, names);
  const hops = attributed.attributions.filter((a) => makesHop(a, cues) && !isDeed(a, words));
  const claims: RawClaim[] = [];
  for (const tree of attributed.trees) {
    mendCounts(tree);
    const own = hops.filter((a) => a.sentence === tree.sentence.index);
    const clauses = findClauses({ tree, words, cues, attributions: own });
    for (const clause of clauses) {
      const claim = readClause(tree, clause, clauses, hops, attributed.attributions, cues, words, people);
      if (claim) claims.push(claim);
    }
  }
  return claims;
}

/** The words of persons' names. */
function personWords(trees: readonly Tree[], names: readonly NameMention[]): Set<Token> {
  return new Set(
    names
      .filter((name) => name.type === 'person')
      .flatMap((name) => trees[name.sentence]?.tokens.slice(name.firstToken, name.lastToken + 1) ?? []),
  );
}

const EVER = /^(?:what|who|which)ever$/i;

function readClause(
  tree: Tree,
  clause: Clause,
  clauses: readonly Clause[],
  hops: readonly RawAttribution[],
  all: readonly RawAttribution[],
  cues: CueWords,
  words: EventWords,
  people: ReadonlySet<Token>,
): RawClaim | null {
  const tokens = ownWords(clause);
  // "whatever it is called now" leaves open what it tells.
  if (
    tokens.length === 0 ||
    [tokens[0]!, tree.tokens[tokens[0]!.index - 1]].some((t) => t && EVER.test(t.form))
  )
    return null;
  if (isCourtesy(tokens, words) || isUnvouched(clause, tree, cues)) return null;
  const chain = chainOf(clause, hops, all, cues, words);
  const innermost = chain.length > 0 ? all[chain.at(-1)!]! : null;
  const [first, ...others] = findTriggers(tree, clause, words).map((trigger) => ({
    trigger,
    roles:
      clause.kind === 'attribute'
        ? subjectRoles(tree, clause, words)
        : findRoles(tree, clause, trigger, words),
  }));
  const trigger = ofHappening(first?.trigger ?? null, tree, clause, words);
  const subject = subjectRoles(tree, clause, words);
  const roles = withDoers(
    withoutSource(first?.roles ?? subject, trigger, clause, innermost),
    trigger?.noun
      ? [...doersBehind(tree, trigger.token), ...doersByCue(tree, clause, innermost, cues)]
      : doersByCue(tree, clause, innermost, cues),
    trigger !== null,
  );
  const worded = wordedCertainty(tree, clause, trigger, innermost, cues);
  const effects = findEffects(tree, withoutToldApart(clause, clauses), words, people);
  return {
    tree,
    clause,
    tokens,
    spans: spansOf(tokens),
    chain,
    certainty: worded.certainty,
    certaintyWords: worded.words,
    kind: trigger ? 'event' : 'situation',
    trigger,
    roles,
    subject: subject.by,
    otherwise: others,
    means: findMeans(tree, tokens, words),
    effects,
    loaded: tokens
      .filter((t) => words.loaded.has(t.lemma.toLowerCase()) || words.loaded.has(t.form.toLowerCase()))
      .map((t): Span => [t.start, t.end]),
    saidAgain: clause.kind === 'nominal' && isSaidAgain(tree, tokens, cues),
    rules: [...chain.map((i) => all[i]!.rule), `clause-${clause.kind}`, worded.rule],
  };
}

const ONLY_HARMS = new Set(['?attack', '?kill', '?hit', '?destroy', 'casualties']);

/** "bombings that targeted a hospital": the noun says what it was that targeted it. */
function ofHappening(
  trigger: FoundTrigger | null,
  tree: Tree,
  { kind, head }: Clause,
  words: EventWords,
): FoundTrigger | null {
  const noun = kind === 'relative' ? tree.head(head) : undefined;
  const type = noun && phraseEndingAt(tree.tokens, noun.index, words.nouns)?.value.type;
  const subject = tree.child(head, 'nsubj');
  const is = trigger && trigger.token === head && subject && ['WDT', 'WP'].includes(subject.xpos);
  return is && type && ONLY_HARMS.has(trigger.type) && !ONLY_HARMS.has(type) ? { ...trigger, type } : trigger;
}

/** "The doctor described two deaths": whoever tells of what a noun names did not do it. */
function withoutSource(
  roles: FoundRoles,
  trigger: FoundTrigger | null,
  clause: Clause,
  innermost: RawAttribution | null,
): FoundRoles {
  if (!trigger?.noun || clause.kind === 'speech-act' || !innermost) return roles;
  const tells = (head: Token) =>
    innermost.source.some(([start, end]) => head.start >= start && head.end <= end) &&
    !clause.tokens.includes(head);
  return { ...roles, by: roles.by.filter((head) => !tells(head)) };
}

/** "condemned the attack that killed ten": the dead are the attack's, which is a claim of its own. */
function withoutToldApart(clause: Clause, clauses: readonly Clause[]): Clause {
  if (clause.kind !== 'speech-act') return clause;
  const apart = new Set(clauses.filter((other) => other !== clause).flatMap((other) => other.tokens));
  return { ...clause, tokens: clause.tokens.filter((token) => !apart.has(token)) };
}

/** Those whom words beside the happening name as its doers, where it names none itself. */
function withDoers(roles: FoundRoles, doers: readonly Token[], happens: boolean): FoundRoles {
  if (!happens || roles.by.length > 0 || doers.length === 0) return roles;
  return { by: [...doers], against: roles.against.filter((head) => !doers.includes(head)) };
}

const noOne = (tree: Tree, verb: Token): boolean => {
  const subject = tree.child(verb, 'nsubj');
  return (
    subject !== undefined &&
    (/^(?:nobody|none)$/i.test(subject.form) || tree.childrenBy(subject, 'det').some((d) => d.lemma === 'no'))
  );
};

/** "could not verify the claims", "was not confirmed": says of what was said only that nobody vouches for it. */
function isUnvouched({ head }: Clause, tree: Tree, { parts }: CueWords): boolean {
  // "did not mention the strike", "no group has claimed the attack": nothing is said of it.
  if (head.upos === 'VERB' && parts.unsaid.has(head.lemma) && (isNegated(tree, head) || noOne(tree, head)))
    return true;
  if (!parts['bears-out'].has(head.lemma) || head.upos !== 'VERB' || !isNegated(tree, head)) return false;
  const thing = tree.child(head, 'obj') ?? tree.child(head, 'nsubj');
  return thing !== undefined && (parts['said-again'].has(thing.lemma) || thing.upos === 'PRON');
}

/** "My thoughts are with the families": nothing of the conflict is said. */
function isCourtesy(tokens: readonly Token[], words: EventWords): boolean {
  const text = ` ${tokens.map((t) => t.form.toLowerCase()).join(' ')} `;
  return words.courtesies.some((phrase) => text.includes(` ${phrase} `));
}

const LEADING = new Set([
  'that',
  'and',
  'but',
  'or',
  'while',
  'as',
  'when',
  'after',
  'before',
  'which',
  'who',
]);

/** "After the start of the battle, …" opens what is told; "after they fled" only leads to it. */
function leadsClause(tokens: readonly Token[], clause: Clause): boolean {
  const { deprel, head } = tokens[0]!;
  if (deprel !== 'case') return deprel === 'mark' || deprel === 'cc';
  const over = tokens.find((token) => token.index === head);
  return over === clause.head || over?.deprel.startsWith('nsubj') === true;
}

/** The clause's words without marks and joints at its ends. */
function ownWords(clause: Clause): Token[] {
  let tokens = trimMarks(clause.tokens);
  while (
    tokens.length > 1 &&
    (clause.kind === 'nominal'
      ? tokens[0]!.deprel === 'case'
      : LEADING.has(tokens[0]!.form.toLowerCase()) && leadsClause(tokens, clause))
  ) {
    tokens = trimMarks(tokens.slice(1));
  }
  return tokens;
}

/** Attributions over a clause, outermost first: the smallest content that holds its head, and those around that. */
function chainOf(
  clause: Clause,
  hops: readonly RawAttribution[],
  all: readonly RawAttribution[],
  cues: CueWords,
  words: EventWords,
): number[] {
  const { head } = clause;
  let best: RawAttribution | null = clause.kind === 'speech-act' ? clause.cue : null;
  let size = Number.POSITIVE_INFINITY;
  for (const a of hops) {
    if (a.cueHead === head || !a.content.some(([start, end]) => head.start >= start && head.end <= end))
      continue;
    const length = a.content.reduce((sum, [start, end]) => sum + end - start, 0);
    // Of equal contents the deeper hop is the one nearer to the facts.
    if (length < size || (length === size && best && depth(a, all) > depth(best, all))) {
      best = a;
      size = length;
    }
  }
  // "called for an inquiry into the raid that killed ten": whoever calls for it takes the raid as known.
  if (best && clause.kind !== 'speech-act' && isTakenAsKnown(head) && isOwnHappening(words, best))
    best = best.outer === null ? null : all[best.outer]!;
  const chain: number[] = [];
  for (let a: RawAttribution | null = best, n = 0; a && n < 12; n++) {
    if (makesHop(a, cues)) chain.unshift(a.index);
    a = a.outer === null ? null : all[a.outer]!;
  }
  return chain;
}

const isTakenAsKnown = (head: Token) => head.deprel === 'acl:relcl' || head.upos === 'NOUN';

function depth(a: RawAttribution, all: readonly RawAttribution[]): number {
  let n = 0;
  for (let at = a; at.outer !== null && n < 12; n++) at = all[at.outer]!;
  return n;
}
