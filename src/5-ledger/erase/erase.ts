/** Erases: content and salt go, a tombstone comes, the hashes stay as they were. */
import { sql } from 'kysely';
import { first } from '../drivers/driver.ts';
import { SqliteDriver } from '../drivers/sqlite.ts';
import { written } from '../drivers/written.ts';
import { applySaid } from '../index/apply.ts';
import { Replay, type Replayed, statementsOn } from '../index/replay.ts';
import { KEYS } from '../migrations/migration.ts';
import { checkErasure } from '../review/validate.ts';
import type { ErasurePayload, ReplacementPayload } from '../statements/kinds.ts';
import type { Store, Writing } from '../store.ts';
import type { EraseInput, EraseReport } from './erase-types.ts';
import { finishErasure } from './finish.ts';
import { maskNames } from './mask.ts';
import { type Erased, type ErasePlan, planErasure } from './plan.ts';
import { removeDocument } from './remove-document.ts';

/** With `dryRun` it only says what would go. When it resolves, the content is in no file that the ledger controls. */
export async function erase(store: Store, input: EraseInput, dryRun = false): Promise<EraseReport> {
  const checked = checkErasure(input);
  if (dryRun) return reportOf(store, await planErasure(store, checked), null);
  const report = await store.write(async (writing) => {
    // Planned while nobody else writes: what is recorded later was not there to be erased.
    const plan = await planErasure(store, checked);
    const nothing = plan.statements.length === 0 && plan.originals.length === 0;
    return reportOf(store, plan, nothing ? null : await carryOut(writing, checked, plan));
  });
  await finishErasure(store);
  return report;
}

/** The number of the tombstone. */
async function carryOut(writing: Writing, input: EraseInput, plan: ErasePlan): Promise<number> {
  const { statements, originals, documents } = plan;
  const again = await maskedBefore(writing, statements);
  const gone = [...statements, ...again];
  await dropContent(writing, gone);
  await leaveRest(writing, statements);
  for (const document of documents) await rebuild(writing, document);
  await rewriteLog(writing, gone);
  const { who, why, what } = input;
  const payload: ErasurePayload = {
    who,
    why: input.what === 'person' ? maskNames(input.names)(why) : why,
    what,
    statements: gone.map(({ seq }) => seq).sort((a, b) => a - b),
    originals: originals.map(({ seq }) => seq),
  };
  const made = writing.appender.append('erasure', payload);
  await applySaid(writing, made, 'erasure', payload);
  await noteFiles(
    writing,
    originals.map(({ sha256 }) => sha256),
  );
  return made.seq;
}

/** Content that was masked before stands in a replacement: that one goes as well. */
async function maskedBefore(
  { connection, build }: Writing,
  statements: readonly Erased[],
): Promise<Erased[]> {
  const found: Erased[] = [];
  for (const { seq } of statements) {
    const query = build.selectFrom('replacements').select('by').where('seq', '=', seq);
    const by = (await first(connection, query))?.by;
    if (by) found.push({ seq: by, kind: 'replacement', left: null });
  }
  return found;
}

async function dropContent({ connection, build }: Writing, gone: readonly Erased[]): Promise<void> {
  for (const { seq } of gone) {
    await connection.all(
      build.updateTable('statements').set({ salt: null, payload: null }).where('seq', '=', seq),
    );
    await connection.all(build.deleteFrom('replacements').where('seq', '=', seq));
  }
}

async function leaveRest(writing: Writing, statements: readonly Erased[]): Promise<void> {
  for (const { seq, kind, left } of statements) {
    if (left === null) continue;
    const payload: ReplacementPayload = { replaces: seq, kind, payload: left };
    const made = writing.appender.append('replacement', payload);
    writing.index.add('replacements', [seq, made.seq]);
    await applySaid(writing, made, 'replacement', payload);
  }
  await writing.index.flush();
  await writing.appender.flush();
}

/** The index rows of a document, past versions too, made anew from what is left of its statements. */
async function rebuild(writing: Writing, document: string): Promise<void> {
  const rows = await statementsOn(writing.connection, writing.build, document);
  await removeDocument(writing, document);
  const replay = new Replay(writing);
  for (const row of rows) await replay.apply(row);
  await writing.index.flush();
}

/** The log lines of statements that no document's rebuilding has written anew; they may name what was erased. */
async function rewriteLog(writing: Writing, gone: readonly Erased[]): Promise<void> {
  const { connection, build, index } = writing;
  const replay = new Replay(writing);
  for (const { seq, kind } of gone) {
    const line = await first(connection, build.selectFrom('log').select('document').where('seq', '=', seq));
    if (line?.document && kind !== 'assessment') continue;
    await connection.all(build.deleteFrom('log').where('seq', '=', seq));
    const row = await first(connection, written<Replayed>(build, sql`select * from said where seq = ${seq}`));
    if (row) await replay.apply(row);
    await index.flush();
  }
}

/** What is still to be removed when the transaction is through, kept so that a kill does not lose it. */
async function noteFiles({ connection, build }: Writing, files: readonly string[]): Promise<void> {
  const query = build.selectFrom('ledger').select('value').where('key', '=', KEYS.eraseDue);
  const before = JSON.parse((await first(connection, query))?.value ?? '[]') as string[];
  await connection.all(build.deleteFrom('ledger').where('key', '=', KEYS.eraseDue));
  const value = JSON.stringify([...new Set([...before, ...files])]);
  await connection.all(build.insertInto('ledger').values({ key: KEYS.eraseDue, value }));
}

function reportOf(store: Store, { statements, originals }: ErasePlan, seq: number | null): EraseReport {
  return {
    seq,
    statements: statements.length,
    masked: statements.filter(({ left }) => left !== null).length,
    originals: originals.length,
    elsewhere:
      store.driver instanceof SqliteDriver
        ? ['backups and copies made outside the ledger’s folder', 'snapshots of the file system']
        : [
            'backups made outside the database',
            'the write-ahead log and its archives, until the server recycles them',
          ],
  };
}
