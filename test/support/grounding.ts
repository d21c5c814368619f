/** Walks a Reading and says of every span whether it quotes what is said to stand there. */
import type { Reading, Span } from '../../src/records/index.ts';

/** Faults as words; empty where all is grounded. */
export function groundingFaults(reading: Reading): string[] {
  const { text } = reading.article;
  const faults: string[] = [];
  const bounds = (span: Span, where: string) => {
    const [start, end] = span;
    if (
      !(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)
    ) {
      faults.push(`${where}: [${start}, ${end}) is not inside the text`);
    }
  };
  const quotes = (spans: readonly Span[], said: string, where: string) => {
    for (const span of spans) bounds(span, where);
    const words = spans.map(([start, end]) => text.slice(start, end)).join(' ');
    if (words !== said) faults.push(`${where}: "${said}" is not what stands there: "${words}"`);
  };
  for (const name of reading.names) quotes([name.span], name.text, 'name');
  for (const party of reading.parties) for (const span of party.mentions) bounds(span, `party ${party.name}`);
  for (const place of reading.places) quotes([place.span], place.text, `place ${place.id}`);
  for (const time of reading.times) quotes([time.span], time.text, `time ${time.id}`);
  for (const a of reading.attributions) {
    quotes(a.source.spans, a.source.text, `source of ${a.id}`);
    if (a.cue) quotes(a.cue.spans, a.cue.text, `cue of ${a.id}`);
    for (const span of a.content) bounds(span, `content of ${a.id}`);
  }
  for (const claim of reading.claims) {
    quotes(claim.spans, claim.text, `claim ${claim.id}`);
    for (const span of [...claim.certaintyWords, ...claim.loaded]) bounds(span, `claim ${claim.id}`);
    for (const hop of claim.chain) {
      quotes(hop.source.spans, hop.source.text, `hop of ${claim.id}`);
      if (hop.cue) quotes(hop.cue.spans, hop.cue.text, `hop of ${claim.id}`);
      if (hop.source.spans.length === 0) faults.push(`hop of ${claim.id} has no words`);
    }
    for (const event of claim.events) {
      const spans = [event.trigger, ...event.means, ...event.effects.map((e) => e.span)].filter(
        (s) => s !== null,
      );
      for (const span of spans) bounds(span, `event of ${claim.id}`);
      for (const role of [...event.by, ...event.against]) {
        if (role.span) bounds(role.span, `role of ${claim.id}`);
        else if (role.basis === 'stated') faults.push(`role of ${claim.id} is stated and has no words`);
      }
    }
  }
  for (const note of reading.notes) if (note.span) bounds(note.span, `note ${note.step}`);
  for (const span of reading.article.furniture) bounds(span, 'furniture');
  return faults;
}
