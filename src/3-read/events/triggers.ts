/** Which word of a clause names the happening. */
import type { Token } from '../language/parsed-text.ts';
import { isMonth } from '../syntax/time-nouns.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import type { Clause } from './clauses.ts';
import { type EventWords, phraseEndingAt, type Trigger, type TriggerType } from './words.ts';

export interface FoundTrigger {
  token: Token;
  first: number;
  last: number;
  type: TriggerType;
  frame: Trigger['frame'];
  noun: boolean;
  /** The verb that lends a noun its clause ("carried out a strike"), or the effect verb it is the subject of. */
  verb: Token | null;
  /** "came under fire", "suffered a strike": the subject is the one struck. */
  suffers: boolean;
}

/** Verbs that only lend a happening its tense and subject. */
const LIGHT = new Set(
  'carry launch conduct stage mount make wage undertake hold sign reach impose open commit execute perpetrate begin start continue resume end stop halt intensify step do have deliver lead take give announce declare order plan attempt try see witness report involve lift break suffer sustain receive face endure come survive cause trigger spark be seek issue put kill wound injure destroy damage leave hit follow result occur happen erupt target rock claim force displace strike prompt ignite'.split(
    ' ',
  ),
);
/** Verbs whose subject meets with what their object names. */
export const SUFFERS = new Set('suffer sustain receive face endure come survive incur'.split(' '));

/** Verbs of complement chains ("attempted to seize", "continued shelling"). */
const CHAIN = new Set(['xcomp']);

/** How much a type says: a happening with its means beats "attack" beats a mere toll. */
function weight(type: TriggerType): number {
  if (type === 'casualties') return 1;
  if (type === '?kill' || type === '?destroy' || type === '?suffer') return 2;
  if (
    [
      '?move',
      '?use',
      '?establish',
      '?plant',
      '?aid',
      '?deploy',
      '?group',
      'other-strategic-development',
      '?retaliate',
      '?block',
      '?test',
    ].includes(type)
  )
    return 2;
  if (type === 'talks-diplomacy' || type === 'sanctions-legal-action' || type === 'intelligence') return 3;
  if (type.startsWith('?')) return 5;
  return 6;
}

/** Words that may name what a clause tells, the likeliest first. */
export function findTriggers(tree: Tree, clause: Clause, words: EventWords): FoundTrigger[] {
  const own = new Set(clause.tokens);
  const candidates: { trigger: FoundTrigger; score: number }[] = [];
  const consider = (trigger: FoundTrigger | null, score: number) => {
    if (trigger) candidates.push({ trigger, score: score + weight(trigger.type) });
  };
  let verb: Token | null = clause.head.upos === 'VERB' ? clause.head : null;
  let depth = 0;
  for (let at = verb; at && depth < 4; depth++) {
    consider(verbTrigger(tree, at, words), 10 - depth * 0.5);
    const next = tree
      .children(at)
      .find((child) => CHAIN.has(relation(child)) && child.upos === 'VERB' && own.has(child));
    const by = tree
      .childrenBy(at, 'advcl')
      .find((child) => tree.child(child, 'mark')?.lemma === 'by' && own.has(child));
    at = next ?? by ?? progressIn(tree, at) ?? null;
    if (at) verb = at;
  }
  for (const token of clause.tokens) {
    const trigger = nounTrigger(tree, token, words);
    if (!trigger) continue;
    // "hit a demonstrator": whom it befell is not what happened.
    const befallen =
      relation(token) === 'obj' && phraseEndingAt(tree.tokens, token.index, words.persons) !== null;
    consider(trigger, befallen ? 2 : nounScore(tree, clause, token, trigger));
  }
  for (const token of clause.tokens) {
    if (token === clause.head || token.upos !== 'VERB' || !['VBG', 'VBN', 'VBD', 'VB'].includes(token.xpos))
      continue;
    if (candidates.some((c) => c.trigger.token === token)) continue;
    // "the capacity to attack": told of a noun, not of the clause.
    if (relation(token) === 'acl' && (token.xpos === 'VB' || tree.child(token, 'mark'))) continue;
    // "a negotiated transition", "the surrounding hills": what sort of thing it is.
    if (relation(token) === 'amod' && token.index < (tree.head(token)?.index ?? 0)) continue;
    consider(
      verbTrigger(tree, token, words),
      relation(token) === 'acl' || relation(token) === 'advcl' ? 0 : 1,
    );
  }
  // A happening named only in passing ("at the time of the attack") is not what the clause tells.
  const told = candidates.filter(
    (c) => !c.trigger.noun || c.score - weight(c.trigger.type) >= 3 || clause.kind === 'nominal',
  );
  if (told.length > 0 || clause.tokens.every((t) => !words.effects.V.has(t.lemma)))
    candidates.splice(0, candidates.length, ...told);
  candidates.sort((a, b) => b.score - a.score || a.trigger.token.index - b.trigger.token.index);
  return candidates.slice(0, 3).map((c) => c.trigger);
}

const PROGRESS = /^(?:progress|headway|gain|inroad|advance|success)$/;

/** "have made progress in retaking villages": the retaking. */
function progressIn(tree: Tree, verb: Token): Token | undefined {
  const object = verb.lemma === 'make' ? tree.child(verb, 'obj') : undefined;
  if (!object || !PROGRESS.test(object.lemma)) return undefined;
  return [...tree.childrenBy(object, 'acl'), ...tree.childrenBy(verb, 'advcl')].find(
    (child) => child.xpos === 'VBG' && tree.child(child, 'mark')?.lemma === 'in',
  );
}

function verbTrigger(tree: Tree, token: Token, words: EventWords): FoundTrigger | null {
  const particle = tree.child(token, 'compound:prt');
  const phrasal = particle && words.verbs.get(`${token.lemma} ${particle.lemma}`);
  // "the talk surrounding the election": what something is about besieges nobody.
  if (token.lemma === 'surround' && token.deprel === 'acl' && token.xpos === 'VBG') return null;
  // "as planned", "as agreed": how it went.
  const bare = !tree.child(token, 'nsubj', 'nsubj:pass', 'obj');
  if (bare && token.xpos === 'VBN' && tree.child(token, 'mark')?.lemma === 'as') return null;
  const trigger = token.upos === 'VERB' ? (phrasal ?? words.verbs.get(token.lemma)) : undefined;
  if (!trigger) return null;
  return {
    token,
    first: token.index,
    last: phrasal && particle.index === token.index + 1 ? particle.index : token.index,
    type: trigger.type,
    frame: trigger.frame,
    noun: false,
    verb: token,
    suffers: false,
  };
}

function nounTrigger(tree: Tree, token: Token, words: EventWords): FoundTrigger | null {
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN' && token.upos !== 'VERB') return null;
  if (token.upos === 'VERB' && token.xpos !== 'VBG') return null;
  // "raided the district, ambushing and killing guards": done, not named.
  if (token.upos === 'VERB' && (relation(token) === 'advcl' || tree.child(token, 'obj') !== undefined))
    return null;
  const hit = phraseEndingAt(tree.tokens, token.index, words.nouns);
  if (!hit) return null;
  // "by the end of March", "in the fall of 2018": when, not what.
  if (token.upos === 'PROPN' && isMonth(token.form) && isWhen(tree, token)) return null;
  if (token.lemma === 'fall' && hit.first === token.index && tree.childrenBy(token, 'nmod').some(isYear))
    return null;
  // The first part of a compound is no happening of its own: "attack helicopters".
  if (relation(token) === 'compound' || relation(token) === 'flat') return null;
  if (isOffered(tree, token)) return null;
  // "Reinforcements were killed": those whom something befell, not what befell them.
  if (token.deprel === 'nsubj:pass' && phraseEndingAt(tree.tokens, token.index, words.actors)) return null;
  return {
    token,
    first: hit.first,
    last: hit.last,
    type: hit.value.type,
    frame: hit.value.frame,
    noun: true,
    verb: null,
    suffers: false,
  };
}

/** "will provide air strikes", "offered a truce team": support that is offered or asked for is not yet given. */
function isOffered(tree: Tree, noun: Token): boolean {
  const over = tree.head(noun);
  if (relation(noun) === 'conj' && over?.upos === 'NOUN') return isOffered(tree, over);
  if (over?.upos !== 'VERB' || relation(noun) !== 'obj') return false;
  return OFFERS.test(over.lemma) || (GIVES.test(over.lemma) && over.xpos === 'VB');
}

const OFFERS = /^(?:offer|promise|request|need)$/;
const GIVES = /^(?:provide|supply|furnish)$/;

const isYear = (token: Token) => /^(?:19|20)\d\d$/.test(token.form);

/** A month, not people who march: nothing describes it, or a number stands beside it. */
function isWhen(tree: Tree, token: Token): boolean {
  const beside = [tree.tokens[token.index - 1], tree.tokens[token.index + 1]];
  if (beside.some((t) => t?.upos === 'NUM')) return true;
  return tree.child(token, 'det', 'compound', 'amod') === undefined;
}

/** Happenings that themselves hit what their verb has as object. */
const STRIKES =
  /^(?:\?(?:strike|bombing|bombardment|explode)|air-drone-strike|shelling-artillery-missile|remote-explosive-landmine-ied|suicide-bomb|grenade|chemical-weapon)$/;

const LEGAL = new Set(
  'charge convict indict accuse suspect sentence arrest acquit book try plead prosecute investigate question jail detain wanted'.split(
    ' ',
  ),
);

const PARTITIVE = new Set(
  'series number wave dozens dozen hundred string spate round barrage volley score campaign start end beginning phase day week month weeks resumption continuation level'.split(
    ' ',
  ),
);

/** "a series of airstrikes": the noun in front, which stands where they stand. */
export function partitiveOf(tree: Tree, noun: Token): Token | null {
  const head = tree.head(noun);
  if (!head || relation(noun) !== 'nmod' || tree.child(noun, 'case')?.lemma !== 'of') return null;
  return PARTITIVE.has(head.lemma) ? head : null;
}

/** Where a noun stands in the clause tells how far the clause is about it; ties it to its light verb. */
function nounScore(tree: Tree, clause: Clause, token: Token, trigger: FoundTrigger): number {
  if (token === clause.head) return 11;
  const head = tree.head(token);
  if (!head) return 0;
  const rel = relation(token);
  const mark = tree.child(token, 'case')?.lemma ?? '';
  const part = partitiveOf(tree, token);
  if (part && clause.tokens.includes(part)) return nounScore(tree, clause, part, trigger);
  // "received gun and rocket fire": coordinated nouns stand where the first stands.
  if (rel === 'conj' && head.upos === 'NOUN' && clause.tokens.includes(head) && !mark)
    return nounScore(tree, clause, head, trigger) - 0.5;
  if (rel === 'nmod' && mark === 'in' && head.lemma === 'part') return nounScore(tree, clause, head, trigger);
  const ofClause = head === clause.head || (relation(head) === 'xcomp' && tree.head(head) === clause.head);
  if (head.upos === 'VERB' && LIGHT.has(head.lemma) && ofClause) {
    if (rel === 'obj' || (rel === 'nsubj' && head.lemma !== 'target')) {
      trigger.verb = head;
      trigger.suffers = SUFFERS.has(head.lemma) && rel === 'obj';
      return head === clause.head ? 13 : 12;
    }
    // "left after the shelling": when, not what.
    if (rel === 'obl' && head.lemma === 'leave' && /^(?:after|before|since|until|despite|amid)$/.test(mark))
      return 3;
    if (rel === 'obl') {
      trigger.verb = head;
      trigger.suffers = head.lemma === 'come';
      // "was struck by an airstrike": the noun says what struck.
      return mark === 'by' ? 11 : 8;
    }
  }
  if (ofClause && rel === 'nsubj') {
    // "Five strikes engaged two units", "a blast disabled a bridge": what the verb adds came of the happening.
    const acts = STRIKES.test(trigger.type) && tree.child(head, 'obj') !== undefined;
    if (acts) trigger.verb = head;
    return acts ? 12 : 9;
  }
  // "charged with murder": the charge is what is told.
  if (ofClause && rel === 'obl' && LEGAL.has(head.lemma)) return 1;
  if (ofClause && rel === 'obl') {
    trigger.verb = head;
    return mark === 'by' ? 10 : ['in', 'with'].includes(mark) ? 7.5 : mark === 'during' ? 5 : 3;
  }
  if (ofClause && rel === 'obj') return 6;
  if (rel === 'nmod' || rel === 'conj' || rel === 'appos') return 2;
  return 1;
}
