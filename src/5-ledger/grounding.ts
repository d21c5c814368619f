/** Invariant 1, checked: every span of a Reading lies in its text, and every quoted text is the text at its spans. */
import type { Hop, Reading, Span } from '../records/index.ts';

/** Says where a Reading does not hold to its own text, as `claims[3].text: …`; empty when all is well. */
export function groundingFaults(reading: Reading): string[] {
  const check = new GroundingCheck(reading.article.text);
  // Names of places are made for faults only: there are many places and hardly any faults.
  const { article } = reading;
  if (article.published) check.span(() => 'article.published', article.published.span);
  if (article.modified) check.span(() => 'article.modified', article.modified.span);
  article.credits.forEach(
    (credit, i) => void check.words(() => `article.credits[${i}]`, [credit.span], credit.text),
  );
  check.spans(() => 'article.furniture', article.furniture);
  article.notices?.forEach((notice, i) => {
    check.words(() => `article.notices[${i}]`, [notice.span], notice.text);
    check.span(() => `article.notices[${i}].date`, notice.date?.span ?? null);
  });
  reading.names.forEach((name, i) => void check.words(() => `names[${i}]`, [name.span], name.text));
  reading.parties.forEach((party, i) => void check.spans(() => `parties[${i}].mentions`, party.mentions));
  reading.places.forEach((place, i) => void check.words(() => `places[${i}]`, [place.span], place.text));
  reading.times.forEach((time, i) => void check.words(() => `times[${i}]`, [time.span], time.text));
  reading.attributions.forEach((attribution, i) => {
    check.hop(() => `attributions[${i}]`, attribution);
    check.spans(() => `attributions[${i}].content`, attribution.content);
  });
  reading.claims.forEach((claim, i) => void checkClaim(check, () => `claims[${i}]`, claim));
  reading.notes.forEach((note, i) => void check.span(() => `notes[${i}]`, note.span));
  return check.faults;
}

function checkClaim(check: GroundingCheck, where: Where, claim: Reading['claims'][number]): void {
  if (claim.spans.length === 0) check.faults.push(`${where()}: has no words`);
  check.words(where, claim.spans, claim.text);
  check.spans(() => `${where()}.certaintyWords`, claim.certaintyWords);
  check.spans(() => `${where()}.loaded`, claim.loaded);
  claim.chain.forEach((hop, i) => void check.hop(() => `${where()}.chain[${i}]`, hop));
  claim.events.forEach((event, i) => {
    const at = () => `${where()}.events[${i}]`;
    check.span(() => `${at()}.trigger`, event.trigger);
    event.by.forEach((role, j) => void check.span(() => `${at()}.by[${j}]`, role.span));
    event.against.forEach((role, j) => void check.span(() => `${at()}.against[${j}]`, role.span));
    check.spans(() => `${at()}.means`, event.means);
    event.effects.forEach((effect, j) => void check.span(() => `${at()}.effects[${j}]`, effect.span));
  });
}

type Where = () => string;

class GroundingCheck {
  readonly faults: string[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  span(where: Where, span: Span | null): boolean {
    if (span === null) return true;
    const [start, end] = span;
    const good = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end;
    if (good && end <= this.#text.length) return true;
    this.faults.push(
      `${where()}: span [${start}, ${end}) lies outside the text of ${this.#text.length} units`,
    );
    return false;
  }

  spans(where: Where, spans: readonly Span[]): boolean {
    let good = true;
    for (const span of spans) good = this.span(where, span) && good;
    return good;
  }

  /** A source or cue that is worked out may have no words of its own; one that has them must quote them. */
  hop(where: Where, hop: Pick<Hop, 'source' | 'cue'>): void {
    if (hop.source.spans.length > 0) this.words(() => `${where()}.source`, hop.source.spans, hop.source.text);
    if (hop.cue && hop.cue.spans.length > 0) this.words(() => `${where()}.cue`, hop.cue.spans, hop.cue.text);
  }

  /** The pieces, joined by one space, must be the kept words. */
  words(where: Where, spans: readonly Span[], kept: string): void {
    if (!this.spans(where, spans)) return;
    const text = this.#text;
    const found =
      spans.length === 1
        ? text.slice(spans[0]![0], spans[0]![1])
        : spans.map(([start, end]) => text.slice(start, end)).join(' ');
    if (found !== kept)
      this.faults.push(`${where()}: the text reads ${quote(found)}, kept is ${quote(kept)}`);
  }
}

function quote(words: string): string {
  return JSON.stringify(words.length > 80 ? `${words.slice(0, 79)}…` : words);
}
