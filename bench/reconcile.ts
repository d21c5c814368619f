/** Report against report: ECB+ documents to incidents, reprint pairs, casualty chains, and what a new document costs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openTables, reportOf } from '../src/6-reconcile/index.ts';
import { openEngine } from '../src/engine.ts';
import { readPackageFile } from '../src/package.ts';
import { corpus, jsonLines } from './corpora.ts';
import type { Figures } from './figures.ts';
import { readText } from './read.ts';
import { showChains } from './reconcile/chains.ts';
import { costs } from './reconcile/costs.ts';
import { documentGroups } from './reconcile/document-groups.ts';
import { reprintFigures } from './reconcile/reprints.ts';
import { adjustedRand, bCubed } from './reconcile/scores.ts';
import { tfidfGroups } from './reconcile/tfidf.ts';

export interface EcbDocument {
  id: string;
  topic: string;
  incident: string;
  url: string | null;
  text: string;
}

const topics = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'reconcile/incident-topics.json'), 'utf8'),
) as { violenceAndDisaster: string[] };

/** Options: `cost` measures only the cost of a new document, up to 1 million claims with `--million`; `reprints` only those. */
export async function run(args: readonly string[] = []): Promise<Figures> {
  if (args.includes('cost')) return costs(openTables(readPackageFile), args.includes('--million'));
  const documents = jsonLines<EcbDocument>(corpus('corpora/ecbplus/ecbplus.jsonl'));
  const figures: Figures = { ...reprintFigures(documents) };
  if (args.includes('reprints')) return figures;
  const engine = openEngine();
  const reports = documents.map(({ id, text, url }) => {
    const reading = readText({ id, text, ...(url ? { url } : {}) }, engine);
    return { ...reportOf(reading), document: id };
  });
  const groups = documentGroups(reports, openTables(readPackageFile));
  const subsets: [string, (d: EcbDocument) => boolean][] = [
    ['all', () => true],
    ['violence', (d) => topics.violenceAndDisaster.includes(d.topic)],
    ['violenceWithClaims', (d) => topics.violenceAndDisaster.includes(d.topic) && groups.hasClaims(d.id)],
  ];
  for (const [name, wanted] of subsets) {
    const part = documents.filter(wanted);
    const gold = part.map(({ incident }) => incident);
    const found = part.map(({ id }) => groups.labelOf(id));
    const baseline = tfidfGroups(part.map(({ text }) => text));
    figures[`${name}.documents`] = part.length;
    figures[`${name}.ARI`] = round(adjustedRand(found, gold));
    figures[`${name}.bCubedF`] = round(bCubed(found, gold).f);
    figures[`${name}.baselineARI`] = round(adjustedRand(baseline, gold));
    figures[`${name}.baselineBCubedF`] = round(bCubed(baseline, gold).f);
  }
  showChains(documents, reports, groups);
  return figures;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
