/** Reading kept documents again, and telling claim by claim what came of it. */
import colours from 'picocolors';
import { isExtracted } from '../../2-extract/extract.ts';
import type { CarriedOver, ClaimRow, Ledger, ReadingDifference } from '../../5-ledger/index.ts';
import type { Document, EngineStamp, Reading } from '../../records/index.ts';
import { clean } from './claims-table.ts';

export interface Reread {
  document: string;
  title: string | null;
  /** Versions of the engines; null where it was not read before. */
  before: string | null;
  after: string;
  difference: ReadingDifference;
  /** What becomes of people's decisions; null where both Readings are recorded already. */
  decisions: CarriedOver | null;
}

export interface RereadWork {
  /** Only these documents; empty: all. */
  only: ReadonlySet<string>;
  engine: EngineStamp;
  read(document: Document): Reading | Promise<Reading>;
  record: boolean;
}

/** Each document that another engine read, or none, read by this one. What is no text is kept as it is. */
export async function* rereadDocuments(ledger: Ledger, work: RereadWork): AsyncIterable<Reread> {
  for await (const { document, engine } of ledger.documentsToReread(work.engine)) {
    const { sha256 } = document;
    if ((work.only.size > 0 && !work.only.has(sha256)) || !isExtracted(document.mediaType)) continue;
    const old = await ledger.currentReading(sha256);
    const reading = await work.read(document);
    const difference = old
      ? await ledger.compareReadings(old.id, reading)
      : { same: 0, added: [], removed: [], changed: [] };
    const decisions = await ledger.decisionsUnder(reading);
    if (work.record) await ledger.record([{ document, reading }]);
    const { title } = reading.article;
    yield {
      document: sha256,
      title,
      before: engine?.version ?? null,
      after: work.engine.version,
      difference,
      decisions,
    };
  }
}

/** The difference between the last two Readings of each document that different engines made. */
export async function* storedDifferences(ledger: Ledger, only: ReadonlySet<string>): AsyncIterable<Reread> {
  let cursor: string | undefined;
  do {
    const page = await ledger.documents({ limit: 500, cursor });
    for (const { sha256, title } of page.rows) {
      if (only.size > 0 && !only.has(sha256)) continue;
      const readings = (await ledger.document(sha256))?.readings ?? [];
      const last = readings.at(-1);
      const before = readings.findLast(
        ({ engine }) => JSON.stringify(engine) !== JSON.stringify(last?.engine),
      );
      if (!last || !before) continue;
      const difference = await ledger.compareReadings(before.id, last.id);
      yield {
        document: sha256,
        title,
        before: before.engine.version,
        after: last.engine.version,
        difference,
        decisions: null,
      };
    }
    cursor = page.next ?? undefined;
  } while (cursor);
}

/** Lines for a terminal: − gone, + new, ~ changed with both values. */
export function differenceText({ document, title, before, after, difference }: Reread): string {
  const { same, added, removed, changed } = difference;
  const lines = [
    `${document.slice(7, 15)}  ${clean(title ?? 'untitled')}  (engine ${before ?? 'none'} → ${after}; ${same} the same)`,
    ...removed.map((row) => colours.red(`  − ${claimText(row)}`)),
    ...added.map((row) => colours.green(`  + ${claimText(row)}`)),
  ];
  for (const one of changed) {
    lines.push(colours.yellow(`  ~ ${claimText(one.after)}`));
    for (const field of one.fields) {
      const show = (row: ClaimRow) => clean(JSON.stringify(row[field as keyof ClaimRow]) ?? 'nothing');
      lines.push(`      ${field}: ${show(one.before)} → ${show(one.after)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const claimText = ({ id, text }: ClaimRow) => `${id.slice(0, 8)} ${clean(text)}`;
