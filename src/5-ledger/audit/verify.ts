/** Checks a ledger against itself: the chain, the payloads, the originals, the spans, the head. Changes nothing. */
import { first } from '../drivers/driver.ts';
import { KEYS } from '../migrations/migration.ts';
import { genesisHash } from '../statements/hash-chain.ts';
import type { StatementRow } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { ChainCheck } from './chain-check.ts';
import { ContentCheck } from './content-check.ts';
import { Findings } from './findings.ts';
import type { VerifyOptions, VerifyReport } from './verify-types.ts';

const STATEMENTS_PER_PROGRESS = 500;

export async function verify(store: Store, options: VerifyOptions = {}): Promise<VerifyReport> {
  const { build, read, driver } = store;
  const facts = new Map(
    (await read.all(build.selectFrom('ledger').selectAll())).map(({ key, value }) => [key, value]),
  );
  const head = await first(read, build.selectFrom('head').selectAll());
  const findings = new Findings();
  const chain = new ChainCheck(findings, genesisHash(facts.get(KEYS.id) ?? ''));
  const content = new ContentCheck(findings, store);
  const statements = build
    .selectFrom('statements')
    .selectAll()
    .where('seq', '<=', head?.seq ?? 0);
  for await (const row of driver.stream(statements.orderBy('seq'))) {
    const statement = row as StatementRow;
    if (chain.link(statement)) content.statement(statement);
    if (findings.report.statements % STATEMENTS_PER_PROGRESS === 0) {
      options.progress?.(findings.report.statements, head?.seq ?? 0);
      // Lets other work of this process go on.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  chain.end(head as { seq: number; hash: string } | undefined);
  await content.end();
  const { report } = findings;
  report.erasureUnfinished = facts.has(KEYS.eraseDue);
  report.intact = report.faults.length === 0;
  return report;
}
