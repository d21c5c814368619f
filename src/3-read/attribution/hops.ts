/** Which attributions say who says so: those that make a hop of a claim's chain. */
import type { RawAttribution } from './attribute.ts';

/** Rules by which a belief is told of somebody: "believes that", "is thought to", "considers it a crime". */
const TELLS_BELIEF = new Set(['said-clause', 'believed-to', 'is-sure', 'described-as']);

/**
 * Speech and documents always; a belief where what is believed is told as such ("witnesses believe it was a rocket"),
 * not where it is liking or support ("backs the plan") or a hedge ("appears to be"). Intents and perceptions are part
 * of what is said.
 */
export function makesHop({ kind, rule, source }: Pick<RawAttribution, 'kind' | 'rule' | 'source'>): boolean {
  // "the announcement of the results": nobody says so, not even "reports".
  if (rule === 'noun-content' && source.length === 0) return false;
  if (kind === 'speech' || kind === 'document') return true;
  return kind === 'belief' && TELLS_BELIEF.has(rule);
}
