/** Whether what stands as a source can say something, and whether a verb then tells of speech or of what is seen. */
import type { AttributionKind } from '../../records/index.ts';
import type { Token } from '../language/parsed-text.ts';
import type { CueVerb } from './cue-words.ts';
import type { Found, RuleContext } from './rule.ts';

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
