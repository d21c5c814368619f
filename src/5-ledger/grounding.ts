/** Invariant 1, checked: every span of a Reading lies in its text, and every quoted text is the text at its spans. */
import type { Hop, Reading, Span } from '../records/index.ts';

/** Says where a Reading does not hold to its own text, as `claims[3].text: …`; empty when all is well. */
export function groundingFaults(reading: Reading): string[] {
  const check = new GroundingCheck(reading.article.text);
  const { article } = reading;
  check.span(article.published?.span ?? null, 'article.published');
  check.span(article.modified?.span ?? null, 'article.modified');
  article.credits.forEach((credit, i) => void check.words([credit.span], credit.text, 'article.credits', i));
  check.spans(article.furniture, 'article.furniture');
  article.notices?.forEach((notice, i) => {
    check.words([notice.span], notice.text, 'article.notices', i);
    check.span(notice.date?.span ?? null, 'article.notices', i, '.date');
  });
  reading.names.forEach((name, i) => void check.words([name.span], name.text, 'names', i));
  reading.parties.forEach((party, i) => void check.spans(party.mentions, 'parties', i, '.mentions'));
  reading.places.forEach((place, i) => void check.words([place.span], place.text, 'places', i));
  reading.times.forEach((time, i) => void check.words([time.span], time.text, 'times', i));
  reading.attributions.forEach((attribution, i) => {
    check.hop(attribution, 'attributions', i);
    check.spans(attribution.content, 'attributions', i, '.content');
  });
  reading.claims.forEach((claim, i) => void checkClaim(check, claim, i));
  reading.notes.forEach((note, i) => void check.span(note.span, 'notes', i));
  return check.faults;
}

function checkClaim(check: GroundingCheck, claim: Reading['claims'][number], i: number): void {
  if (claim.spans.length === 0) check.fault('has no words', 'claims', i);
  check.words(claim.spans, claim.text, 'claims', i);
  check.spans(claim.certaintyWords, 'claims', i, '.certaintyWords');
  check.spans(claim.loaded, 'claims', i, '.loaded');
  claim.chain.forEach((hop, j) => void check.hop(hop, 'claims', i, '.chain', j));
  for (const event of claim.events) {
    check.span(event.trigger, 'claims', i, '.trigger');
    event.by.forEach((role, j) => void check.span(role.span, 'claims', i, '.by', j));
    event.against.forEach((role, j) => void check.span(role.span, 'claims', i, '.against', j));
    check.spans(event.means, 'claims', i, '.means');
    event.effects.forEach((effect, j) => void check.span(effect.span, 'claims', i, '.effects', j));
  }
}

/** `claims`, 3, `.chain`, 0 for `claims[3].chain[0]`. Given in parts, since they are put together for a fault only. */
type Where = [list: string, i?: number, part?: string, j?: number];

const said = ([list, i, part = '', j]: Where) =>
  `${list}${i === undefined ? '' : `[${i}]`}${part}${j === undefined ? '' : `[${j}]`}`;

class GroundingCheck {
  readonly faults: string[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  fault(what: string, ...where: Where): void {
    this.faults.push(`${said(where)}: ${what}`);
  }

  span(span: Span | null, list: string, i?: number, part?: string, j?: number): boolean {
    if (span === null || this.#holds(span)) return true;
    const [start, end] = span;
    const what = `span [${start}, ${end}) lies outside the text of ${this.#text.length} units`;
    this.fault(what, list, i, part, j);
    return false;
  }

  #holds(span: Span): boolean {
    const start = span[0];
    const end = span[1];
    return (
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      0 <= start &&
      start <= end &&
      end <= this.#text.length
    );
  }

  spans(spans: readonly Span[], list: string, i?: number, part?: string, j?: number): boolean {
    let good = true;
    for (const span of spans) good = this.span(span, list, i, part, j) && good;
    return good;
  }

  /** A source or cue that is worked out may have no words of its own; one that has them must quote them. */
  hop({ source, cue }: Pick<Hop, 'source' | 'cue'>, list: string, i: number, part = '', j?: number): void {
    if (source.spans.length > 0) this.words(source.spans, source.text, list, i, part, j);
    if (cue && cue.spans.length > 0) this.words(cue.spans, cue.text, list, i, part, j);
  }

  /** The pieces, joined by one space, must be the kept words. */
  words(spans: readonly Span[], kept: string, list: string, i?: number, part?: string, j?: number): void {
    if (!this.spans(spans, list, i, part, j)) return;
    const text = this.#text;
    const [first] = spans;
    const one = spans.length === 1 && first;
    const found = one
      ? text.slice(one[0], one[1])
      : spans.map(([from, to]) => text.slice(from, to)).join(' ');
    if (found === kept) return;
    this.fault(`the text reads ${quote(found)}, kept is ${quote(kept)}`, list, i, part, j);
  }
}

function quote(words: string): string {
  return JSON.stringify(words.length > 80 ? `${words.slice(0, 79)}…` : words);
}
