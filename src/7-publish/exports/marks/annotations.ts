/**
 * Claims as W3C Web Annotations: each body says who claims what how surely, each target quotes the words. Positions are
 * UTF-16 code units over the article's text as this ledger extracted it; `state` names the document they belong to.
 */
import { type ClaimRow, SHOWN_STATES } from '../../../5-ledger/index.ts';
import type { Exporter } from '../exporter.ts';
import { isReviewed } from '../gate/tells.ts';
import { type ExportSource, linkTo } from '../source.ts';

/** Characters before and after that a quotation must be found between. */
const AROUND = 32;

export const ANNOTATIONS: Exporter = {
  name: 'annotations',
  says: 'claims as W3C Web Annotations on their words',
  extension: 'jsonld',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
  async *pieces(source, tally) {
    const { ledger, options, read, caption } = source;
    const head = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      label: caption,
    };
    yield `${JSON.stringify(head).slice(0, -1)},"first":{"type":"AnnotationPage","startIndex":0,"items":[`;
    const asked = options.filter ?? {};
    const review = (asked.review ?? SHOWN_STATES).filter((state) => options.unreviewed || isReviewed(state));
    let article = { document: '', text: '' };
    for await (const row of ledger.everyClaim({ ...asked, review }, read)) {
      if (article.document !== row.document)
        article = { document: row.document, text: await textOf(row, source) };
      yield `${tally.rows++ > 0 ? ',' : ''}\n${JSON.stringify(await annotationOf(row, article.text, source))}`;
    }
    yield ']}}\n';
  },
};

async function textOf({ document }: ClaimRow, { ledger, masks, read }: ExportSource): Promise<string> {
  const stored = await ledger.currentReading(document, read);
  return (await masks.of(document)).text(stored?.reading.article.text ?? '');
}

async function annotationOf(found: ClaimRow, text: string, source: ExportSource): Promise<object> {
  const row = await source.masks.row(found);
  const said = row.sources.map(({ name, text: words }) => name ?? words ?? 'unnamed').join(' < ');
  const value = [said || 'the author', row.certainty, row.type ?? row.kind].join(', ');
  const standing = await source.ledger.claim(row.id, source.read);
  const spans = standing?.claim.spans ?? [];
  return {
    id: `urn:reportedly:claim:${row.id}`,
    type: 'Annotation',
    motivation: 'describing',
    body: [
      { type: 'TextualBody', value, format: 'text/plain', language: 'en', purpose: 'describing' },
      { type: 'TextualBody', value: isReviewed(row.review) ? 'reviewed' : source.review, purpose: 'tagging' },
      ...(row.masked ? [{ type: 'TextualBody', value: 'masked', purpose: 'tagging' }] : []),
    ],
    via: linkTo(source, `/claims/${row.id}`),
    target: {
      source: row.url ?? `urn:${row.document}`,
      state: { type: 'State', value: row.document, description: 'sha256 of the document read' },
      selector: spans.flatMap(([start, end]) => [
        {
          type: 'TextQuoteSelector',
          exact: text.slice(start, end),
          prefix: text.slice(Math.max(0, start - AROUND), start),
          suffix: text.slice(end, end + AROUND),
        },
        { type: 'TextPositionSelector', start, end },
      ]),
    },
  };
}
