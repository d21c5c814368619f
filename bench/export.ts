/**
 * Files that leave the ledger (`npm run bench -- export [ROWS] [CLAIMS] [--ledger FOLDER]`, default 1000000 rows over 20000 claims recorded): how
 * fast claims leave as CSV, in how much memory, masked and internal. The claims recorded are read from the ledger again
 * and again until so many rows are out; reading, masks and all are paid for each time. Then `why` over 200 texts of the
 * corpora: every cell must trace to words that stand where they are said to, or name its rule.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Ledger, openLedger } from '../src/5-ledger/index.ts';
import { openTables, reconcileLedger } from '../src/6-reconcile/index.ts';
import { newTally } from '../src/7-publish/exports/exporter.ts';
import { CLAIMS } from '../src/7-publish/exports/lists/claims.ts';
import { type ExportOptions, type ExportSource, openSource } from '../src/7-publish/exports/source.ts';
import { openExportTables } from '../src/7-publish/exports/tables.ts';
import { openEngine } from '../src/engine.ts';
import { readPackageFile } from '../src/package.ts';
import { readDocument } from '../src/pipeline.ts';
import { traceAll } from '../test/exports/traced.ts';
import { corpus, hasCorpora, jsonLines } from './corpora.ts';
import type { Figures } from './figures.ts';
import { copyOf, templates } from './ledger-claims.ts';

const ROWS = 1_000_000;
const CLAIMS_RECORDED = 20_000;
const TEXTS = 200;

export async function run(args: readonly string[] = []): Promise<Figures> {
  const [wanted = ROWS, recorded = CLAIMS_RECORDED] = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const folder = mkdtempSync(
    path.join(process.env.REPORTEDLY_BENCH_FOLDER ?? tmpdir(), 'reportedly-export-'),
  );
  try {
    const figures: Figures = {};
    if (!args.includes('--why')) {
      const at = args.indexOf('--ledger');
      const ledger =
        at < 0 ? await filled(path.join(folder, 'ledger'), recorded) : await openLedger(args[at + 1]!);
      Object.assign(
        figures,
        await csv(ledger, wanted, ''),
        await csv(ledger, wanted / 10, 'internal.', { internal: true }),
      );
      await ledger.close();
    }
    if (hasCorpora) Object.assign(figures, await why(path.join(folder, 'why')));
    return Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function filled(where: string, claims: number): Promise<Ledger> {
  const ledger = await openLedger(where);
  const all = await templates();
  let done = 0;
  for (let n = 0; done < claims; ) {
    const made = await ledger.record(Array.from({ length: 100 }, () => copyOf(all, n++)));
    done += made.reduce((sum, one) => sum + one.claims, 0);
  }
  say(`${done} claims recorded`);
  return ledger;
}

const source = (ledger: Ledger, options: ExportOptions): Promise<ExportSource> =>
  openSource(
    {
      ledger,
      reconciler: () => reconcileLedger(ledger, { tables: openTables(readPackageFile) }),
      tables: openExportTables(readPackageFile),
      now: new Date(),
    },
    { unreviewed: true, ...options },
  );

/** Asked for one document or filter, the ledger answers as ever; asked for all, again and again. */
function repeated(ledger: Ledger, rows: number): Ledger {
  return new Proxy(ledger, {
    get(target, name) {
      const value = target[name as keyof Ledger];
      if (name !== 'everyClaim') return typeof value === 'function' ? value.bind(target) : value;
      return async function* (...asked: Parameters<Ledger['everyClaim']>) {
        if (asked[0]?.document) {
          yield* target.everyClaim(...asked);
          return;
        }
        for (let [n, before] = [0, -1]; n < rows && n !== before; ) {
          before = n;
          for await (const row of target.everyClaim(...asked)) {
            if (n++ >= rows) return;
            yield row;
          }
        }
      };
    },
  });
}

async function csv(
  ledger: Ledger,
  rows: number,
  name: string,
  options: ExportOptions = {},
): Promise<Figures> {
  const from = await source(repeated(ledger, rows), options);
  const tally = newTally();
  const before = process.cpuUsage();
  const start = performance.now();
  let [bytes, early, peak] = [0, 0, 0];
  for await (const piece of CLAIMS.pieces(from, tally)) {
    bytes += piece.length;
    const { rss } = process.memoryUsage();
    if (tally.rows <= rows / 10) early = Math.max(early, rss);
    peak = Math.max(peak, rss);
  }
  const cpu = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  say(`${tally.rows} rows, ${Math.round(bytes / 1e6)} MB`);
  return {
    [`${name}rows`]: tally.rows,
    [`${name}rowsPerSecond`]: tally.rows / seconds,
    [`${name}rowsPerCpuSecond`]: tally.rows / ((cpu.user + cpu.system) / 1e6),
    // Constant memory: the peak of all against the peak of the first tenth.
    [`${name}firstTenthMB`]: early / 1e6,
    [`${name}peakMB`]: peak / 1e6,
  };
}

/** Texts of corpora that tell of war, some of each. */
async function why(where: string): Promise<Figures> {
  const files = ['re3d', 'wikipedia_syria_2017', 'gum', 'geovirus'];
  const found = files.map(textsOf);
  const texts = Array.from({ length: TEXTS }, (_, i) => found.flatMap((some) => some[i] ?? []))
    .flat()
    .slice(0, TEXTS);
  const ledger = await openLedger(where);
  const engine = openEngine();
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text);
    const document = {
      sha256: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      size: bytes.length,
      mediaType: 'text/plain',
      charset: 'utf-8',
      provenance: {
        how: 'paste' as const,
        location: 'bench',
        finalUrl: null,
        fetched: '1970-01-01T00:00:00.000Z',
        status: null,
        headers: {},
      },
      given: { published: '2017-10-20' },
      bytes,
    };
    await ledger.record([{ document, reading: readDocument(document, engine) }]);
  }
  const traced = await traceAll(ledger, await source(ledger, { internal: true }));
  await ledger.close();
  for (const fault of traced.faults.slice(0, 10)) say(fault);
  return {
    'why.texts': texts.length,
    'why.rows': traced.rows,
    'why.cells': traced.cells,
    'why.cellsWithWords': traced.spans,
    'why.cells untraced Wrong': traced.faults.length,
  };
}

function textsOf(name: string): string[] {
  const found = jsonFiles(corpus(`corpora/${name}`));
  return found.flatMap((file) =>
    jsonLines<{ text?: unknown }>(file).flatMap(({ text }) =>
      typeof text === 'string' && text.trim() !== '' ? [text] : [],
    ),
  );
}

const jsonFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

const say = (line: string) => process.stderr.write(`${line}\n`);
