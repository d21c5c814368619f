/** Checks that every exported cell traces to words that stand where they are said to, or names its rule. */
import type { Ledger } from '../../src/5-ledger/index.ts';
import { codedRows } from '../../src/7-publish/exports/coding/coded-export.ts';
import { RULES } from '../../src/7-publish/exports/coding/rules.ts';
import { newTally } from '../../src/7-publish/exports/exporter.ts';
import { PROFILES } from '../../src/7-publish/exports/formats.ts';
import type { ExportSource } from '../../src/7-publish/exports/source.ts';

export interface Traced {
  rows: number;
  cells: number;
  /** With words behind them. */
  spans: number;
  faults: string[];
}

/** These say something of the file, not of what happened. */
const OF_THE_FILE = new Set(['state-of-export', 'coded-by-person']);

/** @param source internal, so that words are as they stand */
export async function traceAll(ledger: Ledger, source: ExportSource): Promise<Traced> {
  const traced: Traced = { rows: 0, cells: 0, spans: 0, faults: [] };
  const texts = new Map<string, string>();
  const textOf = async (document: string) => {
    if (!texts.has(document)) {
      const stored = await ledger.currentReading(document);
      texts.set(document, stored?.reading.article.text ?? '');
    }
    return texts.get(document)!;
  };
  for (const profile of PROFILES)
    for await (const row of codedRows(profile, source, newTally())) {
      traced.rows++;
      const id = [...row.values()][0]!.value;
      for (const [name, { value, rule, evidence }] of row) {
        traced.cells++;
        const fault = (what: string) => traced.faults.push(`${profile.name} ${id} ${name}: ${what}`);
        if (!(rule in RULES)) fault(`no rule ${rule}`);
        if (value !== null && evidence.length === 0 && !OF_THE_FILE.has(rule)) fault('no words');
        if (evidence.length > 0) traced.spans++;
        for (const { document, span, quote } of evidence)
          if (span && (await textOf(document)).slice(...span) !== quote)
            fault(`"${quote}" does not stand there`);
      }
    }
  return traced;
}
