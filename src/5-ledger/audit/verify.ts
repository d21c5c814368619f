/** Checks a ledger against itself: the chain, the payloads, the originals, the spans, the head. Changes nothing. */
import { availableParallelism } from 'node:os';
import { sql } from 'kysely';
import { first } from '../drivers/driver.ts';
import { SqliteReader } from '../drivers/sqlite.ts';
import { written } from '../drivers/written.ts';
import { KEYS } from '../migrations/migration.ts';
import { OriginalsFolder } from '../originals/folder.ts';
import { genesisHash } from '../statements/hash-chain.ts';
import type { Store } from '../store.ts';
import { checkBeside } from './beside-check.ts';
import { ChainCheck, type Last } from './chain-check.ts';
import { checkStretch, type StretchResult } from './check-stretch.ts';
import { checkCurrent } from './current-check.ts';
import { Findings } from './findings.ts';
import { checkSaid } from './said-check.ts';
import { stretches } from './stretch.ts';
import { checkOnThreads } from './threads.ts';
import type { VerifyOptions, VerifyReport } from './verify-types.ts';

/** From so many statements on, threads are worth starting. */
const FOR_THREADS = 20_000;
const MOST_THREADS = 16;

export async function verify(store: Store, options: VerifyOptions = {}): Promise<VerifyReport> {
  const { build, read } = store;
  const facts = new Map(
    (await read.all(build.selectFrom('ledger').selectAll())).map(({ key, value }) => [key, value]),
  );
  const head = (await first(read, build.selectFrom('head').selectAll())) as Last | undefined;
  const genesis = genesisHash(facts.get(KEYS.id) ?? '');
  const task: Task = { head: head?.seq ?? 0, genesis, reviewed: await reviewedDocuments(store) };
  const results = await walk(store, task, options);
  const findings = new Findings();
  for (const result of results) findings.add(result.findings);
  const last = results.at(-1)!.last;
  new ChainCheck(findings, last).end(head);
  const indexCompared = findings.statementsGood;
  if (indexCompared) {
    await checkCurrent(
      results.map(({ index }) => index!),
      store,
      task.reviewed,
      findings,
    );
    await checkBeside(
      results.map(({ said }) => said),
      store,
      findings,
    );
  }
  const counted = await checkSaid(
    results.map(({ said }) => said),
    store.originals,
    findings,
  );
  const { statements, index, counts } = findings;
  const faults = indexCompared ? [...index.listed, ...statements.listed] : statements.listed;
  return {
    intact: faults.length === 0,
    faults,
    moreFaults: statements.more + (indexCompared ? index.more : 0),
    ...counts,
    ...counted,
    erasureUnfinished: facts.has(KEYS.eraseDue),
    indexCompared,
    head: last.hash,
  };
}

interface Task {
  head: number;
  genesis: string;
  reviewed: Set<string>;
}

async function walk(store: Store, task: Task, options: VerifyOptions): Promise<StretchResult[]> {
  const { driver, originals } = store;
  let done = 0;
  const progress = (statements: number) => options.progress?.((done += statements), task.head);
  const threads =
    options.threads ?? (task.head < FOR_THREADS ? 1 : Math.min(availableParallelism(), MOST_THREADS));
  if (threads > 1 && driver instanceof SqliteReader && originals instanceof OriginalsFolder) {
    const cut = await stretches(driver, task.head, threads);
    const tasks = cut.map((stretch) => ({
      ...task,
      stretch,
      file: driver.file,
      immutable: driver.immutable,
      originals: originals.folder,
    }));
    const results = await checkOnThreads(tasks, progress);
    if (results) return results;
    done = 0;
  }
  const [stretch] = await stretches(driver, task.head, 1);
  return [await checkStretch(driver, originals, { ...task, stretch: stretch! }, progress)];
}

async function reviewedDocuments({ build, read }: Store): Promise<Set<string>> {
  const found = await read.all(
    written<{ document: string }>(
      build,
      sql`select distinct document from log where kind in ('decision', 'retraction') and document is not null`,
    ),
  );
  return new Set(found.map(({ document }) => document));
}
