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
) as { violenceAndDisaster: Record<string, string> };

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
  const baseline = tfidfGroups(documents.map(({ text }) => text));
  const all = [...new Set(documents.map(({ topic }) => topic))].sort((a, b) => Number(a) - Number(b));
  const violence = all.filter((topic) => topic in topics.violenceAndDisaster);
  const subsets: [string, string[]][] = [
    ['all', all],
    ['allTuned', all.filter((_, i) => i % 2 === 0)],
    ['allHeldOut', all.filter((_, i) => i % 2 === 1)],
    ['violence', violence],
    ['violenceTuned', violence.filter((_, i) => i % 2 === 0)],
    ['violenceHeldOut', violence.filter((_, i) => i % 2 === 1)],
  ];
  for (const [name, some] of subsets) {
    const part = documents.flatMap((document, i) =>
      some.includes(document.topic) ? [{ ...document, baseline: baseline[i]! }] : [],
    );
    const gold = part.map(({ incident }) => incident);
    figures[`${name}.documents`] = part.length;
    figures[`${name}.documentsWithClaims`] = part.filter(({ id }) => groups.hasClaims(id)).length;
    const score = (how: string, found: readonly string[]) => {
      figures[`${name}.${how}ARI`] = round(adjustedRand(found, gold));
      figures[`${name}.${how}BCubedF`] = round(bCubed(found, gold).f);
    };
    score(
      'story',
      part.map(({ id }) => groups.storyOf(id)),
    );
    score(
      'throughIncidents',
      part.map(({ id }) => groups.throughIncidents(id)),
    );
    score(
      'baseline',
      part.map((one) => one.baseline),
    );
  }
  showChains(documents, reports, groups);
  return figures;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
