/**
 * `reportedly explain CLAIM`: the words of a claim on its text, its fields with theirs, the rules and the decisions.
 * `reportedly explain INCIDENT`: where it stands, why each claim is in it, and which nearly was.
 */
import type { Command } from 'commander';
import type { Ledger, StandingClaim } from '../../../5-ledger/index.ts';
import { parseName } from '../../../6-reconcile/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { assessmentText } from '../assessment-text.ts';
import { claimId } from '../ids.ts';
import { openReconciler } from '../open-reconciler.ts';
import { type AsOf, addAsOf, readOptions } from '../options.ts';
import { write } from '../output.ts';
import { showClaim } from '../show-claim.ts';
import { incidentText } from '../show-incident.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface ExplainOptions extends LedgerChoice, AsOf {
  json?: boolean;
  publishedBy?: string;
}

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .argument('<id>', 'id of a claim, or enough of its beginning; or an incident’s name')
    .option('--json', 'print the claim as JSON, as it stands and as it was read')
    .option('--published-by <day>', 'an incident as it could be known on this day (YYYY-MM-DD)')
    .description('show why a claim reads as it does, or why claims are one incident');
  addAsOf(command).action(async (id: string, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<ExplainOptions>();
    await withLedger(options, (ledger) => explain(ledger, id, options), { mustExist: true });
  });
}

async function explain(ledger: Ledger, typed: string, options: ExplainOptions): Promise<void> {
  if (parseName(typed)) {
    const explanation = (await openReconciler(ledger, options)).explain(typed, { asOf: options.publishedBy });
    write(options.json ? `${JSON.stringify(explanation)}\n` : incidentText(explanation));
    return;
  }
  const standing = await standingClaim(ledger, typed, options);
  if (options.json) {
    write(`${JSON.stringify(standing)}\n`);
    return;
  }
  const stored = standing.reading ? await ledger.reading(standing.reading) : null;
  write(showClaim(standing, stored, process.stdout.columns ?? 100));
  const on = { what: 'claim' as const, id: standing.claim.id };
  for (const { at, claims } of await ledger.visits(
    { document: standing.claim.document },
    readOptions(options),
  )) {
    if (claims.changed.includes(on.id)) write(`  page         its sentence read differently on ${at}\n`);
    if (claims.gone.includes(on.id)) write(`  page         its sentence was gone on ${at}\n`);
  }
  for (const entry of await ledger.assessments(on, readOptions(options)))
    write(`  ${assessmentText(entry)}\n`);
}

/** The claim of this beginning as it stands, or a coded error. */
async function standingClaim(ledger: Ledger, typed: string, options: AsOf): Promise<StandingClaim> {
  const standing = await ledger.claim(await claimId(ledger, typed), readOptions(options));
  if (!standing) throw new ReportedlyError('claim-not-found', { claim: typed });
  return standing;
}
