/** `reportedly agreement`: how far reviewers agree who coded the same claims, field by field. */
import type { Command } from 'commander';
import type { Agreement, NoAlpha } from '../../../5-ledger/index.ts';
import { documentId } from '../ids.ts';
import { type AsOf, addAsOf, plural, readOptions } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface AgreementOptions extends LedgerChoice, AsOf {
  who?: string[];
  document?: string;
  json?: boolean;
}

export function addAgreement(program: Command): void {
  const command = program
    .command('agreement')
    .option('--who <name...>', 'only these reviewers')
    .option('--document <sha256>', 'only in this document')
    .option('--json', 'print as JSON')
    .description("Krippendorff's alpha for each field of the claims that several reviewers decided on");
  addAsOf(command).action(async (_: unknown, self: Command) => {
    const options = self.optsWithGlobals<AgreementOptions>();
    await withLedger(
      options,
      async (ledger) => {
        const document = options.document && (await documentId(ledger, options.document));
        const agreement = await ledger.agreement({ who: options.who, document }, readOptions(options));
        write(options.json ? `${JSON.stringify(agreement)}\n` : table(agreement));
        if (!options.json)
          say(`${plural(agreement.claims, 'claim')} by ${agreement.reviewers.join(', ') || 'nobody'}.`);
      },
      { mustExist: true },
    );
  });
}

/** Why no alpha is printed. */
const NO_ALPHA: Record<NoAlpha, string> = {
  'nothing-compared': 'nothing to compare',
  'one-unit': 'undefined: one claim only',
  'no-variation': 'undefined: all gave one value throughout',
};

function table({ fields }: Agreement): string {
  const rows = fields.map(({ field, units, same, alpha, metric, noAlpha }) =>
    [
      field.padEnd(10),
      String(units).padStart(6),
      (same === null ? '–' : `${Math.round(same * 100)} %`).padStart(7),
      (alpha === null ? '–' : alpha.toFixed(3)).padStart(8),
      noAlpha ? NO_ALPHA[noAlpha] : metric,
    ].join('  '),
  );
  return `field       claims    same     alpha\n${rows.join('\n')}\n`;
}
