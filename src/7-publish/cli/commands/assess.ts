/** `reportedly assess`: how sure a reviewer is of a source, a piece of information or an incident; without a grade, the grades. */
import { Argument, type Command, Option } from 'commander';
import { type Assessment, type Ledger, Target } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { assessmentText } from '../assessment-text.ts';
import { claimId, documentId } from '../ids.ts';
import { type AsOf, addAsOf, addWho, readOptions, type Who, whoOf } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

const AIRWARS = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const;

interface AssessOptions extends LedgerChoice, Who, AsOf {
  admiralty?: string;
  airwars?: (typeof AIRWARS)[number];
  json?: boolean;
}

export function addAssess(program: Command): void {
  const command = program
    .command('assess')
    .addArgument(new Argument('[what]').choices(Target.properties.what.enum))
    .argument('[id]', 'of a claim or document the beginning is enough; a source is named')
    .option('--admiralty <grade>', 'source A to F and information 1 to 6, judged apart: B2, B-, -2')
    .addOption(new Option('--airwars <grade>').choices([...AIRWARS]))
    .option('--json', 'print a line of JSON each')
    .description('grade a source, claim, document or incident; without a grade, list the grades');
  addAsOf(addWho(command)).action(async (what: Target['what'], id: string, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<AssessOptions>();
    const work = async (ledger: Ledger) => {
      if (what && id === undefined) throw new ReportedlyError('usage', { reason: `Name the ${what}.` });
      const on = what && { what, id: await idOf(ledger, what, id) };
      const assessment = assessmentOf(options);
      if (!assessment) return list(ledger, on, options);
      if (!on)
        throw new ReportedlyError('usage', { reason: 'Say what is graded: reportedly assess claim ID …' });
      const said = await ledger.assess({ ...whoOf(options), on, assessment });
      write(`${said.seq}\n`);
      say(`Graded the ${what}, statement #${said.seq}.`);
    };
    await withLedger(options, work, { mustExist: true });
  });
}

const idOf = async (ledger: Ledger, what: Target['what'], id: string) =>
  what === 'claim' ? claimId(ledger, id) : what === 'document' ? documentId(ledger, id) : id;

function assessmentOf({ admiralty, airwars }: AssessOptions): Assessment | null {
  if (airwars) return { scheme: 'airwars', grade: airwars };
  if (admiralty === undefined) return null;
  const [, source, information] = /^([A-F-])([1-6-])$/i.exec(admiralty) ?? [];
  if (!source || !information) {
    throw new ReportedlyError('usage', {
      reason: 'An Admiralty grade is a letter A to F and a digit 1 to 6: B2.',
    });
  }
  const known = (grade: string) => (grade === '-' ? null : grade.toUpperCase());
  return { scheme: 'admiralty', source: known(source), information: known(information) } as Assessment;
}

async function list(ledger: Ledger, on: Target | undefined, options: AssessOptions): Promise<void> {
  for (const entry of await ledger.assessments(on, readOptions(options))) {
    write(
      options.json ? `${JSON.stringify(entry)}\n` : `${assessmentText(entry)}  ${on ? '' : entry.on.id}\n`,
    );
  }
}
