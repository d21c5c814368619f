/** Checks a ledger against itself: the chain, the payloads, the originals, the spans, the head. Changes nothing. */
import { sql } from 'kysely';
import { first, type Query } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { KEYS } from '../migrations/migration.ts';
import { genesisHash } from '../statements/hash-chain.ts';
import type { StatementRow } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { ChainCheck } from './chain-check.ts';
import { ContentCheck } from './content-check.ts';
import { Findings } from './findings.ts';
import { IndexCheck } from './index-check.ts';
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
  const index = await IndexCheck.start(store, findings);
  try {
    for await (const row of driver.stream(statementsWithRest(store, head?.seq ?? 0))) {
      if (chain.link(row)) {
        const said = content.statement(row);
        // Of statements that were changed the index cannot be expected to tell the same.
        if (findings.onlyOf('index-differs')) await index.statement(row, said, row.payload);
      }
      if (findings.report.statements % STATEMENTS_PER_PROGRESS === 0) {
        options.progress?.(findings.report.statements, head?.seq ?? 0);
        // Lets other work of this process go on.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    chain.end(head as { seq: number; hash: string } | undefined);
    findings.report.indexCompared = findings.onlyOf('index-differs');
    if (findings.report.indexCompared) await index.end();
    else findings.drop('index-differs');
  } finally {
    await index.close();
  }
  await content.end();
  const { report } = findings;
  report.erasureUnfinished = facts.has(KEYS.eraseDue);
  report.intact = report.faults.length === 0;
  return report;
}

/** Each statement, with what is left of it where words were erased. */
function statementsWithRest({ build }: Store, until: number): Query<StatementRow & { rest: string | null }> {
  return written(
    build,
    sql`select s.*, r.payload as rest from statements s
      left join replacements x on x.seq = s.seq left join statements r on r.seq = x.by
      where s.seq <= ${until} order by s.seq`,
  );
}
