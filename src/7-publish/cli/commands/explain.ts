/** `reportedly explain CLAIM`: the words of a claim on its text, its fields with theirs, and the rules that read it. */
import type { Command } from 'commander';
import type { Ledger } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { explainClaim } from '../explain-claim.ts';
import { write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

export function addExplain(program: Command): void {
  program
    .command('explain')
    .argument('<claim>', 'id of a claim, or enough of its beginning')
    .description('show on the text why a claim reads as it does')
    .action(async (id: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<LedgerChoice>();
      await withLedger(options, (ledger) => explain(ledger, id), { mustExist: true });
    });
}

async function explain(ledger: Ledger, id: string): Promise<void> {
  const full = await fullId(ledger, id);
  const standing = await ledger.claim(full);
  const stored = standing?.reading ? await ledger.reading(standing.reading) : null;
  const claim = stored?.reading.claims.find((c) => c.id === full);
  if (!standing || !stored || !claim) throw new ReportedlyError('claim-not-found', { claim: id });
  write(explainClaim(claim, stored.reading, process.stdout.columns ?? 100));
}

/** The one claim whose id begins so. */
async function fullId(ledger: Ledger, id: string): Promise<string> {
  if (!/^[0-9a-f]{4,64}$/.test(id)) throw new ReportedlyError('claim-not-found', { claim: id });
  if ((await ledger.claim(id)) !== null) return id;
  const found: string[] = [];
  for await (const row of ledger.everyClaim({})) if (row.id.startsWith(id)) found.push(row.id);
  if (found.length !== 1)
    throw new ReportedlyError(found.length === 0 ? 'claim-not-found' : 'claim-ambiguous', { claim: id });
  return found[0]!;
}
