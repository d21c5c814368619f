/** A reader without the engine: the article as extracted, and each line of it as a claim of its author's. */
import { createHash } from 'node:crypto';
import { extract } from '../../src/2-extract/extract.ts';
import type { DocumentReader } from '../../src/read-document.ts';
import type { Claim, Document, Reading } from '../../src/records/index.ts';
import { ENGINE } from '../ledger/synthetic.ts';
import { rules } from './extract-rules.ts';

export const plainReader: DocumentReader = { atOnce: 1, read };

function read(document: Document): Reading {
  const { article, notes } = extract(document, rules);
  const claims: Claim[] = [];
  for (const { index, 0: text } of article.text.matchAll(/[^\n]+/g)) {
    claims.push({
      id: createHash('sha256').update(`${document.sha256} ${index}`).digest('hex').slice(0, 32),
      spans: [[index, index + text.length]],
      text,
      chain: [],
      certainty: 'asserted',
      certaintyWords: [],
      kind: 'situation',
      about: null,
      loaded: [],
      events: [],
      rules: ['plain'],
    });
  }
  return {
    ...{ id: document.sha256, document: document.sha256, engine: ENGINE, article, notes, claims },
    ...{ names: [], parties: [], places: [], times: [], attributions: [] },
  };
}

/** Lines for sentences, as `plainReader` has them. */
export function lineCutter({ text }: { text: string }): [number, number][] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => [index, index + line.length]);
}
