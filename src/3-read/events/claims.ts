/** The route from trees and attributions to claims as written: clauses, triggers, roles, effects, certainty. */

import type { Certainty, ClaimKind, Span } from '../../records/index.ts';
import type { Attributed, RawAttribution } from '../attribution/attribute.ts';
import type { CueWords } from '../attribution/cue-words.ts';
import { makesHop } from '../attribution/hops.ts';
import { isSaidAgain } from '../attribution/said-again.ts';
import type { Token } from '../language/parsed-text.ts';
import { spansOf, type Tree, trimMarks } from '../syntax/tree.ts';
import { wordedCertainty } from './certainty.ts';
import { type Clause, findClauses } from './clauses.ts';
import { type FoundEffect, findEffects } from './effects.ts';
import { type FoundMeans, findMeans } from './means.ts';
import { type FoundRoles, findRoles, subjectRoles } from './roles.ts';
import { type FoundTrigger, findTrigger } from './triggers.ts';
import type { EventWords } from './words.ts';

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
  means: FoundMeans[];
  effects: FoundEffect[];
  loaded: Span[];
  /** The words only come back to what was said before: "the same thing", "the claim". */
  saidAgain: boolean;
  rules: string[];
}

export function findClaims(attributed: Attributed, cues: CueWords, words: EventWords): RawClaim[] {
  const hops = attributed.attributions.filter(makesHop);
  const claims: RawClaim[] = [];
  for (const tree of attributed.trees) {
    const own = hops.filter((a) => a.sentence === tree.sentence.index);
    for (const clause of findClauses({ tree, words, cues, attributions: own })) {
      const claim = readClause(tree, clause, hops, attributed.attributions, cues, words);
      if (claim) claims.push(claim);
    }
  }
  return claims;
}

function readClause(
  tree: Tree,
  clause: Clause,
  hops: readonly RawAttribution[],
  all: readonly RawAttribution[],
  cues: CueWords,
  words: EventWords,
): RawClaim | null {
  const tokens = ownWords(clause);
  if (tokens.length === 0 || isCourtesy(tokens, words)) return null;
  const chain = chainOf(clause, hops, all);
  const innermost = chain.length > 0 ? all[chain.at(-1)!]! : null;
  const trigger = findTrigger(tree, clause, words);
  const roles = trigger ? findRoles(tree, clause, trigger, words) : subjectRoles(tree, clause, words);
  const worded = wordedCertainty(tree, clause, trigger, innermost, cues);
  const effects = findEffects(tree, clause, words);
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
    means: findMeans(tree, tokens, words),
    effects,
    loaded: tokens
      .filter((t) => words.loaded.has(t.lemma.toLowerCase()) || words.loaded.has(t.form.toLowerCase()))
      .map((t): Span => [t.start, t.end]),
    saidAgain: clause.kind === 'nominal' && isSaidAgain(tree, tokens, cues),
    rules: [...chain.map((i) => all[i]!.rule), `clause-${clause.kind}`, worded.rule],
  };
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

/** The clause's words without marks and joints at its ends. */
function ownWords(clause: Clause): Token[] {
  let tokens = trimMarks(clause.tokens);
  while (
    tokens.length > 1 &&
    LEADING.has(tokens[0]!.form.toLowerCase()) &&
    ['mark', 'cc', 'case'].includes(tokens[0]!.deprel)
  ) {
    tokens = trimMarks(tokens.slice(1));
  }
  return tokens;
}

/** Attributions over a clause, outermost first: the smallest content that holds its head, and those around that. */
function chainOf(clause: Clause, hops: readonly RawAttribution[], all: readonly RawAttribution[]): number[] {
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
  const chain: number[] = [];
  for (let a: RawAttribution | null = best, n = 0; a && n < 12; n++) {
    if (makesHop(a)) chain.unshift(a.index);
    a = a.outer === null ? null : all[a.outer]!;
  }
  return chain;
}

function depth(a: RawAttribution, all: readonly RawAttribution[]): number {
  let n = 0;
  for (let at = a; at.outer !== null && n < 12; n++) at = all[at.outer]!;
  return n;
}
