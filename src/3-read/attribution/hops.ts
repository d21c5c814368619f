/** Which attributions say who says so: those that make a hop of a claim's chain. */
import type { Attribution, Span } from '../../records/index.ts';
import type { CueWords } from './cue-words.ts';

/** Rules by which a belief is told of somebody: "believes that", "is thought to", "considers it a crime". */
const TELLS_BELIEF = new Set(['said-clause', 'believed-to', 'is-sure', 'described-as']);
/** Rules in which no clause is told: the verb decides whether its object is told at all. */
const OF_THINGS = new Set(['reported-thing', 'called-for', 'tell-to', 'described-as', 'noun-content']);

const BY_SOMEBODY = new Set(['report', 'allege', 'claim', 'announce', 'deny']);
/** Sure that something is so, rather than glad or sorry of it. */
const SURE = new Set([
  'confident',
  'clear',
  'sure',
  'certain',
  'convinced',
  'adamant',
  'doubtful',
  'optimistic',
]);
const NOTHING_TOLD =
  /^(?:all|any|no|such)\s|\b(?:not|never)\s(?!(?:deny|confirm|rule)\b)|n['’]t\s(?!(?:deny|confirm|rule)\b)/i;

export interface Told {
  kind: Attribution['kind'];
  rule: string;
  source: readonly Span[];
  /** The words of the cue, and the lemma of the one that governs. */
  cueText: string;
  lemma: string;
}

/**
 * Speech and documents always; a belief where what is believed is told as such ("witnesses believe it was a rocket"),
 * not where it is liking or support ("backs the plan") or a hedge ("appears to be"). Intents and perceptions are part
 * of what is said, and so is what somebody means to say ("went there to discuss the war").
 */
export function makesHop({ kind, rule, source, cueText, lemma }: Told, { parts }: CueWords): boolean {
  // "the announcement of the results": nobody says so, not even "reports".
  if (rule === 'noun-content' && source.length === 0) return false;
  if (/^to\s|\b(?:(?:un)?able|need(?:s|ed)?)\s+to\b/i.test(cueText)) return false;
  if (OF_THINGS.has(rule)) {
    // "all reports of violations", "does not report the number", "Declaring the province a zone".
    const told = !NOTHING_TOLD.test(cueText) && !(source.length === 0 && /^\S+ing$/.test(cueText));
    if (!told || parts['tells-nothing'].has(lemma)) return false;
    // "The strain was confirmed" is plainly so; "was reported" is somebody's word.
    if (rule === 'reported-thing' && source.length === 0 && !BY_SOMEBODY.has(lemma)) return false;
  }
  if (rule === 'is-sure' && (!SURE.has(lemma) || /\bma(?:k|d)e?(?:s|ing)?\s+sure\b/i.test(cueText)))
    return false;
  // "must be reported", "if he is confirmed": nobody has said so.
  if (source.length === 0 && /^(?:must|should|shall|will|would|can|could|to)\s/i.test(cueText)) return false;
  // "will be asked to leave": nobody is named who asks.
  if (rule === 'tell-to' && source.length === 0) return false;
  if (kind === 'speech' || kind === 'document') return true;
  return kind === 'belief' && TELLS_BELIEF.has(rule);
}
