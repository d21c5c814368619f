/** `reportedly explain CLAIM`: the words of a claim on its text, its fields with theirs, the rules and the decisions. */
import type { Command } from 'commander';
import type { Ledger, StandingClaim } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { assessmentText } from '../assessment-text.ts';
import { claimId } from '../ids.ts';
import { type AsOf, addAsOf, readOptions } from '../options.ts';
import { write } from '../output.ts';
import { showClaim } from '../show-claim.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface ExplainOptions extends LedgerChoice, AsOf {
  json?: boolean;
}

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .argument('<claim>', 'id of a claim, or enough of its beginning')
    .option('--json', 'print the claim as JSON, as it stands and as it was read')
    .description('show on the text why a claim reads as it does, and what people said of it');
  addAsOf(command).action(async (id: string, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<ExplainOptions>();
    await withLedger(options, (ledger) => explain(ledger, id, options), { mustExist: true });
  });
}

async function explain(ledger: Ledger, typed: string, options: ExplainOptions): Promise<void> {
  const standing = await standingClaim(ledger, typed, options);
  if (options.json) {
    write(`${JSON.stringify(standing)}\n`);
    return;
  }
  const stored = standing.reading ? await ledger.reading(standing.reading) : null;
  write(showClaim(standing, stored, process.stdout.columns ?? 100));
  const on = { what: 'claim' as const, id: standing.claim.id };
  for (const entry of await ledger.assessments(on, readOptions(options)))
    write(`  ${assessmentText(entry)}\n`);
}

/** The claim of this beginning as it stands, or a coded error. */
async function standingClaim(ledger: Ledger, typed: string, options: AsOf): Promise<StandingClaim> {
  const standing = await ledger.claim(await claimId(ledger, typed), readOptions(options));
  if (!standing) throw new ReportedlyError('claim-not-found', { claim: typed });
  return standing;
}
