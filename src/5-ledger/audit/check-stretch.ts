/** Walks one stretch of statements: the chain, what they say, and the index beside them. */
import { sql } from 'kysely';
import { first, type Query, type Reader } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Originals } from '../originals/originals.ts';
import type { StatementRow } from '../statements/kinds.ts';
import { ChainCheck, type Last } from './chain-check.ts';
import { ContentCheck, type Said } from './content-check.ts';
import { Findings, type FindingsData } from './findings.ts';
import { IndexCheck, type IndexSaid } from './index-check.ts';
import { type Bounds, type Stretch, within } from './stretch.ts';

const STATEMENTS_PER_PROGRESS = 500;

/** What the walk found. Data only, so that it can come from another thread. */
export interface StretchResult {
  findings: FindingsData;
  last: Last;
  said: Said;
  /** Null where statements of the stretch were changed. */
  index: IndexSaid | null;
}

export async function checkStretch(
  reader: Reader,
  originals: Originals,
  task: { stretch: Stretch; head: number; genesis: string; reviewed: Set<string> },
  progress: (statements: number) => void,
): Promise<StretchResult> {
  const { stretch, head, genesis, reviewed } = task;
  const { statements } = stretch;
  const findings = new Findings();
  const before = await statementBefore(reader, statements.after);
  const chain = new ChainCheck(findings, before ?? { seq: 0, hash: genesis, at: '' });
  const content = new ContentCheck(findings, originals);
  const index = await IndexCheck.start(reader, stretch, reviewed, findings);
  try {
    const upTo = statements.upTo ?? head;
    for await (const row of reader.stream(statementsWithRest(reader, { ...statements, upTo }))) {
      if (chain.link(row)) {
        const said = content.statement(row);
        // Of statements that were changed the index cannot be expected to tell the same.
        if (findings.statementsGood) await index.statement(row, said, row.payload);
      }
      if (findings.counts.statements % STATEMENTS_PER_PROGRESS === 0) {
        progress(STATEMENTS_PER_PROGRESS);
        // Lets other work of this process go on.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    return {
      index: findings.statementsGood ? await index.end() : null,
      said: await content.end(),
      last: chain.last,
      // Without its methods.
      findings: {
        counts: findings.counts,
        statements: { listed: findings.statements.listed, more: findings.statements.more },
        index: { listed: findings.index.listed, more: findings.index.more },
      },
    };
  } finally {
    await index.close();
  }
}

async function statementBefore({ build, read }: Reader, after: number): Promise<Last | undefined> {
  if (after === 0) return undefined;
  const query = sql`select seq, hash, at from statements where seq <= ${after} order by seq desc limit 1`;
  return first(read, written<Last>(build, query));
}

/** Each statement, with what is left of it where words were erased. */
function statementsWithRest(
  { build }: Reader,
  bounds: Bounds,
): Query<StatementRow & { rest: string | null }> {
  return written(
    build,
    sql`select s.*, r.payload as rest from statements s
      left join replacements x on x.seq = s.seq left join statements r on r.seq = x.by
      where ${within('s.seq', bounds)} order by s.seq`,
  );
}
