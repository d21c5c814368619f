/** Casualty chains by hand beside our ranges, for looking at: there are too few for a score. */
import type { Report } from '../../src/6-reconcile/index.ts';
import { corpus, jsonLines } from '../corpora.ts';
import type { DocumentGroups } from './document-groups.ts';

interface Chain {
  desc: string;
  incident: string;
  distinctNumeric: string[];
  mentions: { doc: string }[];
}

export function showChains(
  documents: readonly { id: string; incident: string }[],
  reports: readonly Report[],
  groups: DocumentGroups,
): void {
  const byId = new Map(reports.map((report) => [report.document, report]));
  for (const chain of jsonLines<Chain>(corpus('corpora/ecbplus/casualty-chains.jsonl'))) {
    const counts = new Map<string, number>();
    for (const { id } of documents.filter(({ incident }) => incident === chain.incident))
      for (const { claim } of byId.get(id)?.claims ?? [])
        for (const { what, whom, low, high, scope, partOf } of claim.event?.effects ?? []) {
          if ((what !== 'killed' && what !== 'wounded') || scope !== 'happening' || partOf !== null) continue;
          const said = `${what} ${whom ?? ''}: ${low === high ? low : `${low ?? '?'}–${high ?? 'open'}`}`;
          counts.set(said, (counts.get(said) ?? 0) + 1);
        }
    const ours = [...counts].sort((a, b) => b[1] - a[1]).map(([said, n]) => `${said} (${n})`);
    const first = chain.mentions[0]?.doc;
    const largest = first ? (groups.incidentsOf(first)[0] ?? []) : [];
    console.log(`${chain.desc} [${chain.incident}]  by hand: ${chain.distinctNumeric.join(', ')}`);
    console.log(`    read: ${ours.slice(0, 10).join('; ') || 'none'}`);
    console.log(
      `    reports in the incident of ${first}: ${new Set(largest.map(({ document }) => document)).size}`,
    );
  }
}
