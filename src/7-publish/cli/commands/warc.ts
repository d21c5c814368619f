/** `reportedly warc`: documents of the ledger as a web archive. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import type { DocumentRow, Ledger } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { documentId } from '../ids.ts';
import { plural } from '../options.ts';
import { say } from '../output.ts';
import { startProgress } from '../progress.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface WarcOptions extends LedgerChoice {
  mail?: boolean;
  quiet?: boolean;
}

/** Mail names who sent it to whom. */
const MAIL = 'message/rfc822';

export function addWarc(program: Command): void {
  program
    .command('warc')
    .argument('<file>', 'the archive to write, as evidence.warc.gz')
    .argument('[documents...]', 'only these; else all')
    .option('--mail', 'mail too: it names senders and recipients')
    .option('-q, --quiet', 'no progress and no summary')
    .description('write documents, as they came, into a web archive (WARC 1.1)')
    .action(async (file: string, documents: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<WarcOptions>();
      await withLedger(options, (ledger) => writeArchive(ledger, file, documents, options), {
        mustExist: true,
      });
    });
}

async function writeArchive(
  ledger: Ledger,
  file: string,
  typed: readonly string[],
  options: WarcOptions,
): Promise<void> {
  const { warcInfo, warcRecord } = await import('../../warc/warc-file.ts');
  const only = new Set(await Promise.all(typed.map((each) => documentId(ledger, each))));
  const { documents } = await ledger.coverage();
  const progress = startProgress(only.size || documents, 'documents', options.quiet);
  // Under another name until it is whole.
  const partial = `${file}.partial`;
  const out = createWriteStream(partial, { mode: 0o600 });
  const done = finished(out);
  const tally = { written: 0, mail: 0 };
  try {
    out.write(await warcInfo(path.basename(file), new Date()));
    for await (const { sha256 } of rowsOf(ledger, only)) {
      const stored = await ledger.document(sha256);
      const bytes = await ledger.original(sha256);
      progress.step();
      if (!stored || !bytes) continue;
      if (stored.record.mediaType === MAIL && !options.mail) tally.mail++;
      else {
        tally.written++;
        if (!out.write(await warcRecord(stored.record, bytes)))
          await new Promise<void>((go) => out.once('drain', () => go()));
      }
    }
    out.end();
    await done;
    await rename(partial, file);
  } catch (error) {
    out.destroy();
    await done.catch(() => {});
    await rm(partial, { force: true });
    if (error instanceof ReportedlyError) throw error;
    const reason = (error as Error).message;
    throw new ReportedlyError('output-unwritable', { file, reason }, { cause: error });
  } finally {
    progress.end();
  }
  if (options.quiet) return;
  const left = tally.mail > 0 ? `; ${plural(tally.mail, 'mail')} left out (--mail takes them in)` : '';
  say(`${plural(tally.written, 'document')} written to ${file}${left}.`);
}

async function* rowsOf(
  ledger: Ledger,
  only: ReadonlySet<string>,
): AsyncGenerator<Pick<DocumentRow, 'sha256'>> {
  if (only.size > 0) {
    for (const sha256 of only) yield { sha256 };
    return;
  }
  let cursor: string | undefined;
  do {
    const page = await ledger.documents({ limit: 500, cursor });
    yield* page.rows;
    cursor = page.next ?? undefined;
  } while (cursor);
}
