/** `reportedly review`: the next undecided claim with its words, decided by a key; or one claim, by options. */
import type { Command } from 'commander';
import type { Decision, Ledger } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { addClaimFilter, type FilterOptions, filterOf } from '../claim-filter.ts';
import { CORRECTION_FORMS, correctionOf } from '../coding/correction.ts';
import { claimId } from '../ids.ts';
import { addWho, type Who, whoOf } from '../options.ts';
import { say, write } from '../output.ts';
import { readKeys } from '../review/keys.ts';
import { ReviewSession } from '../review/session.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface ReviewOptions extends LedgerChoice, FilterOptions, Who {
  right?: boolean;
  reject?: boolean;
  correct?: string[];
  note?: string;
  blind?: boolean;
}

const FORMS = CORRECTION_FORMS.map(([field, form]) => `${field}: ${form}`).join('. ');

export function addReview(program: Command): void {
  const command = program
    .command('review')
    .argument(
      '[claim]',
      'decide on this claim by the options below; without it, on one after another by keys',
    )
    .option('--right', 'the claim reads as the text does (nothing is said of its truth)')
    .option('--reject', 'the text makes no such claim')
    .option('--correct <field=value...>', `correct fields. ${FORMS}. JSON is taken for all`)
    .option('--note <text>', 'a note on the claim')
    .option('--blind', 'show nothing of what others decided, for double coding')
    .description('decide on claims: next undecided one, with its words in context');
  addClaimFilter(addWho(command)).action(async (claim: string | undefined, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<ReviewOptions>();
    const work = (ledger: Ledger) => (claim ? decideOn(ledger, claim, options) : session(ledger, options));
    await withLedger(options, work, { mustExist: true });
  });
}

async function session(ledger: Ledger, options: ReviewOptions): Promise<void> {
  if (options.right || options.reject || options.correct || options.note !== undefined) {
    throw new ReportedlyError('usage', { reason: 'Say on which claim: reportedly review CLAIM --right …' });
  }
  const keys = readKeys(process.stdin, (text) => void process.stderr.write(text));
  try {
    await new ReviewSession(ledger, keys, {
      ...whoOf(options),
      filter: await filterOf(ledger, options),
      blind: options.blind ?? false,
      width: process.stdout.columns ?? 100,
    }).run();
  } finally {
    keys.close();
  }
}

async function decideOn(ledger: Ledger, typed: string, options: ReviewOptions): Promise<void> {
  const by = whoOf(options);
  const id = await claimId(ledger, typed);
  const standing = await ledger.claim(id);
  if (!standing) throw new ReportedlyError('claim-not-found', { claim: typed });
  const reading = standing.reading ? ((await ledger.reading(standing.reading))?.reading ?? null) : null;
  const decisions: Decision[] = [];
  if (options.right) decisions.push({ type: 'reads-right', claim: id });
  if (options.reject) decisions.push({ type: 'reject', claim: id });
  if (options.right && options.reject) {
    throw new ReportedlyError('usage', { reason: 'A claim reads right or is rejected, not both.' });
  }
  const near = standing.claim.spans[0]?.[0] ?? 0;
  for (const one of options.correct ?? [])
    decisions.push(correctionOf(one, standing.claim, { reading, near }));
  if (options.note !== undefined) {
    decisions.push({ type: 'note', on: { what: 'claim', id }, text: options.note });
  }
  if (decisions.length === 0) {
    throw new ReportedlyError('usage', { reason: 'Decide with --right, --reject, --correct or --note.' });
  }
  for (const { seq } of await ledger.decide(decisions.map((decision) => ({ ...by, decision })))) {
    write(`${seq}\n`);
  }
  say(`Recorded on claim ${id.slice(0, 8)}; reportedly decide undo NUMBER takes a decision back.`);
}
