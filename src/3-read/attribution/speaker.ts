/** The words that name whoever says so, for a verb: its subject, a relative pronoun with what it stands for, an agent. */
import type { Token } from '../language/parsed-text.ts';
import { type Tree, trimMarks } from '../syntax/tree.ts';
import { agentOf, agentPhrase, isPassive, isRelativePronoun, phrase, without } from './parts.ts';

export interface Speaker {
  source: Token[];
  /** The noun phrase that a relative pronoun stands for: "a resident" of "a resident who said". */
  standsFor?: Token[];
}

/** Nobody where the verb names nobody. */
export function speakerOf(tree: Tree, verb: Token): Speaker {
  const agent = isPassive(tree, verb) ? agentPhrase(tree, verb) : agentOf(tree, verb);
  return agent ? speakerAt(tree, verb, agent) : { source: [] };
}

/** The same where the agent is known. */
export function speakerAt(tree: Tree, verb: Token, agent: Token): Speaker {
  const clause = clauseUnder(tree, verb, agent);
  if (!clause) return { source: withApposed(tree, verb, agent) };
  // "its commitment to supporting": whose it is supports.
  const owner = tree.child(agent, 'nmod:poss');
  if (owner && clause.deprel === 'acl' && owner.index < agent.index) return { source: phrase(tree, owner) };
  const standsFor = trimMarks(without(phrase(tree, agent), tree.subtree(clause)));
  const pronoun = tree
    .childrenBy(clause, 'nsubj', 'obl', 'nmod', 'obj')
    .find((child) => isRelativePronoun(child) && child.index < verb.index);
  return pronoun && clause.deprel === 'acl:relcl' ? { source: [pronoun], standsFor } : { source: standsFor };
}

/** The clause that hangs on the agent and holds the verb. */
function clauseUnder(tree: Tree, verb: Token, agent: Token): Token | undefined {
  let at: Token | undefined = verb;
  for (let steps = 0; at && steps < 40; steps++) {
    const head = tree.head(at);
    if (head === agent) return at;
    at = head;
  }
  return undefined;
}

/** "Haddad, the mayor, told": an apposition that was read as a second subject belongs to the first. */
function withApposed(tree: Tree, verb: Token, agent: Token): Token[] {
  const source = phrase(tree, agent);
  if (source.length === 0) return source;
  const others = tree
    .childrenBy(verb, 'nsubj')
    .filter((child) => child !== agent && child.index < verb.index && agent.index < verb.index);
  if (others.length !== 1 || tree.head(agent) !== verb) return source;
  const words = [...source, ...phrase(tree, others[0]!)].sort((a, b) => a.index - b.index);
  const gap = tree.tokens
    .slice(words[0]!.index, words.at(-1)!.index + 1)
    .filter((token) => !words.includes(token));
  return gap.every((token) => token.upos === 'PUNCT') && gap.length <= 2
    ? tree.tokens.slice(words[0]!.index, words.at(-1)!.index + 1)
    : source;
}
