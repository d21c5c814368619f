/** Report against report: ECB+ documents to incidents, reprint pairs, casualty chains, and what a new document costs. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openTables, Reconciler, type Report, reportOf } from '../src/6-reconcile/index.ts';
import { openEngine } from '../src/engine.ts';
import { readPackageFile } from '../src/package.ts';
import { readInput } from '../src/pipeline.ts';
import { corpus, jsonLines } from './corpora.ts';
import type { Figures } from './figures.ts';
import { readText } from './read.ts';
import { showChains } from './reconcile/chains.ts';
import { contradictionFigures } from './reconcile/contradictions.ts';
import { costs } from './reconcile/costs.ts';
import { documentGroups } from './reconcile/document-groups.ts';
import { keptUpFigures, orderFigures } from './reconcile/orders.ts';
import { reprintFigures } from './reconcile/reprints.ts';
import { adjustedRand, bCubed } from './reconcile/scores.ts';
import { tfidfGroups } from './reconcile/tfidf.ts';
import { wholeCosts } from './reconcile/whole-costs.ts';

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

const EXAMPLES = path.join(import.meta.dirname, '../examples/reports');
/** Every so many documents of ECB+ are taken in random orders: about 100. */
const EVERY = 10;

/** Options: `orders` tries random orders and batchings; `contradictions` prints those of real texts; `cost` measures only the cost of a new document: of joining, up to 1 million claims with `--million`, and of all that is done with it; `reprints` only those. */
export async function run(args: readonly string[] = []): Promise<Figures> {
  if (args.includes('cost'))
    return {
      ...costs(openTables(readPackageFile), args.includes('--million')),
      ...wholeCosts(openTables(readPackageFile), args.includes('--million')),
    };
  if (args.includes('contradictions')) return contradictionFigures();
  const documents = jsonLines<EcbDocument>(corpus('corpora/ecbplus/ecbplus.jsonl'));
  const figures: Figures = { ...reprintFigures(documents) };
  if (args.includes('reprints')) return figures;
  const engine = openEngine();
  if (args.includes('orders')) {
    const make = () => new Reconciler({ tables: openTables(readPackageFile) });
    const examples: Report[] = [];
    for (const name of readdirSync(EXAMPLES).sort())
      for await (const outcome of readInput(path.join(EXAMPLES, name), engine, null))
        if (outcome.ok) examples.push(reportOf(outcome.reading));
    const some = documents
      .filter((_, i) => i % EVERY === 0)
      .map(({ id, text, url }) => reportOf(readText({ id, text, ...(url ? { url } : {}) }, engine)));
    return {
      ...keptUpFigures('examples', examples, make),
      ...keptUpFigures('ecb', some, make),
      ...orderFigures('examples', examples, make),
      ...orderFigures('ecb', some, make),
    };
  }
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
