/** `reportedly documents`: the documents of the ledger, one of them with its Readings, or a search in the articles. */
import type { Command } from 'commander';
import type { DocumentRow, Ledger, StoredDocument } from '../../../5-ledger/index.ts';
import { versionsOf } from '../../../6-reconcile/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { clean } from '../claims-table.ts';
import { documentId } from '../ids.ts';
import { type AsOf, addAsOf, plural, readOptions, wholeNumber } from '../options.ts';
import { say, write } from '../output.ts';
import { versionLines, visitLine } from '../version-text.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface DocumentOptions extends LedgerChoice, AsOf {
  text?: string;
  read?: boolean;
  publisher?: string[];
  limit: number;
  after?: string;
  json?: boolean;
  versions?: boolean;
}

export function addDocuments(program: Command): void {
  const command = program
    .command('documents')
    .argument('[document]', 'one document: its sha256, or enough of its beginning')
    .option('--versions', 'of one document: all versions of its page, and what changed from each to the next')
    .option('--text <words>', 'search in titles and texts')
    .option('--read', 'only those that were read')
    .option('--no-read', 'only those that were not')
    .option('--publisher <name...>')
    .option('--limit <n>', 'at most so many', wholeNumber, 50)
    .option('--after <cursor>', 'the page after this cursor, which the page before it names')
    .option('--json', 'print a line of JSON each')
    .description('list documents, show one with its Readings, or search in the articles');
  addAsOf(command).action(async (document: string | undefined, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<DocumentOptions>();
    const work = (ledger: Ledger) =>
      document
        ? showOne(ledger, document, options)
        : options.text
          ? search(ledger, options)
          : list(ledger, options);
    await withLedger(options, work, { mustExist: true });
  });
}

async function list(ledger: Ledger, options: DocumentOptions): Promise<void> {
  const read = readOptions(options);
  const { limit, after: cursor, publisher } = options;
  const { rows, next } = await ledger.documents({ read: options.read, publisher, limit, cursor }, read);
  for (const row of rows) write(options.json ? `${JSON.stringify(row)}\n` : documentLines(row));
  const { documents, read: done, notRead, claims, reviewed } = await ledger.coverage(read);
  say(
    `In this ledger: ${plural(documents, 'document')}, ${done} read, ${notRead} not read; ${plural(claims, 'claim')}, ${reviewed} reviewed.`,
  );
  if (next) say(`More: --limit, or the next page with --after ${next}`);
}

async function search(ledger: Ledger, options: DocumentOptions): Promise<void> {
  const { text = '', limit, after: cursor } = options;
  const { rows, next } = await ledger.articles({ text, limit, cursor }, readOptions(options));
  for (const hit of rows) {
    if (options.json) write(`${JSON.stringify(hit)}\n`);
    else write(`${documentLines(hit.document)}            ${clean(hit.snippet.text)}\n`);
  }
  say(`${plural(rows.length, 'article')}.`);
  if (next) say(`The next page: --after ${next}`);
}

function documentLines(row: DocumentRow): string {
  const state =
    row.reading === null ? 'not read' : row.wasRead ? plural(row.claims, 'claim') : 'kept, not read';
  const facts = [row.published ?? 'undated', row.publisher ?? 'publisher unknown', row.language ?? '', state];
  const title = clean(row.title ?? row.location);
  return `${row.sha256.slice(7, 15)}  ${title}\n            ${clean(facts.filter(Boolean).join(' · '))}\n`;
}

async function showOne(ledger: Ledger, typed: string, options: DocumentOptions): Promise<void> {
  const sha256 = await documentId(ledger, typed);
  const stored = await ledger.document(sha256, readOptions(options));
  if (!stored) throw new ReportedlyError('document-not-found', { document: typed });
  if (options.versions) await showVersions(ledger, sha256, options);
  else if (options.json) write(`${JSON.stringify(stored)}\n`);
  else write(await details(ledger, stored));
}

async function showVersions(ledger: Ledger, sha256: string, options: DocumentOptions): Promise<void> {
  const { openSentenceCutter } = await import('../../../engine.ts');
  const versions = await versionsOf(ledger, sha256, openSentenceCutter(), readOptions(options));
  for (const version of versions)
    write(options.json ? `${JSON.stringify(version)}\n` : `${versionLines(version).join('\n')}\n`);
}

async function details(ledger: Ledger, { row, record, readings }: StoredDocument): Promise<string> {
  const lines = [
    clean(row.title ?? row.location),
    `  document     ${row.sha256}`,
    `  came from    ${clean(row.location)} (${row.how}, ${row.fetched})`,
    `  recorded     ${row.recorded}`,
    `  type         ${record.mediaType}, ${record.size} bytes`,
    `  published    ${row.published ?? 'unknown'}${row.publishedBasis ? ` (${row.publishedBasis})` : ''}`,
    `  publisher    ${clean(row.publisher ?? 'unknown')}`,
    ...readings.map(
      ({ id, recorded, engine, claims, current }) =>
        `  Reading      ${id.slice(0, 20)}… ${recorded} engine ${engine.version}, ${plural(claims, 'claim')}${current ? ', in force' : ''}`,
    ),
    ...(await otherVersions(ledger, row.sha256)),
    ...(await ledger.visits({ document: row.sha256 }))
      .filter(({ document }) => document === row.sha256)
      .map((visit) => `  asked again  ${visitLine(visit)}`),
    ...(await ledger.retractions(row.sha256)).map(
      ({ at, who, kind }) => `  ${kind} by its publisher, recorded ${at} by ${clean(who)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

async function otherVersions(ledger: Ledger, sha256: string): Promise<string[]> {
  const versions = await ledger.versions(sha256);
  if (versions.length < 2) return [];
  const at = versions.findIndex((version) => version.sha256 === sha256) + 1;
  return [
    `  version      ${at} of ${versions.length} (reportedly documents ${sha256.slice(7, 15)} --versions)`,
  ];
}
