/** Every span of a claim, for checking it against a text and for moving it to another one. */
import type { Span } from '../../records/index.ts';
import type { ClaimDraft, ResolvedEvent, ResolvedHop } from '../index/resolved-claim.ts';

/** The same claim with each span put through `move`. Words are left as they are. */
export function moveSpans<C extends ClaimDraft>(claim: C, move: (span: Span) => Span): C {
  const all = (spans: Span[]) => spans.map(move);
  return {
    ...claim,
    spans: all(claim.spans),
    certaintyWords: all(claim.certaintyWords),
    loaded: all(claim.loaded),
    chain: claim.chain.map((hop) => moveHop(hop, all)),
    event: claim.event && moveEvent(claim.event, move),
  };
}

function moveHop(hop: ResolvedHop, all: (spans: Span[]) => Span[]): ResolvedHop {
  return {
    ...hop,
    source: { ...hop.source, spans: all(hop.source.spans) },
    cue: hop.cue && { ...hop.cue, spans: all(hop.cue.spans) },
  };
}

function moveEvent(event: ResolvedEvent, move: (span: Span) => Span): ResolvedEvent {
  const moved = <T extends { span: Span | null }>(one: T): T => ({
    ...one,
    span: one.span && move(one.span),
  });
  return {
    ...event,
    trigger: event.trigger && moved(event.trigger),
    by: event.by.map(moved),
    against: event.against.map(moved),
    place: event.place && moved(event.place),
    time: event.time && moved(event.time),
    means: event.means.map(moved),
    effects: event.effects.map(moved),
  };
}

/** Where a claim does not hold to the text; null when it does. `text` is null for a document that was not read. */
export function claimFault(claim: ClaimDraft, text: string | null): string | null {
  let fault: string | null = null;
  const inside = ([start, end]: Span) =>
    text !== null &&
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= start &&
    start <= end &&
    end <= text.length;
  moveSpans(claim, (span) => {
    if (!inside(span)) fault ??= `the span [${span.join(', ')}) lies outside the text`;
    return span;
  });
  if (fault) return fault;
  for (const [words, spans] of quotations(claim)) {
    if (spans.length === 0) continue;
    const found = spans.map(([start, end]) => text!.slice(start, end)).join(' ');
    if (found !== words) return `the text reads ${JSON.stringify(found)}, not ${JSON.stringify(words)}`;
  }
  if (claim.basis === 'stated' && claim.spans.length === 0) return 'it has no words in the text';
  return claim.text.trim() === '' ? 'it has no words' : null;
}

/** Each quoted text with the spans it must stand at. */
function* quotations({ spans, text, chain, event }: ClaimDraft): Iterable<[words: string | null, Span[]]> {
  yield [text, spans];
  for (const { source, cue } of chain) {
    yield [source.text, source.spans];
    if (cue) yield [cue.text, cue.spans];
  }
  if (!event) return;
  const single = [
    event.trigger,
    event.place,
    event.time,
    ...event.by,
    ...event.against,
    ...event.means,
    ...event.effects,
  ];
  for (const one of single) if (one?.span) yield [one.text, [one.span]];
}
