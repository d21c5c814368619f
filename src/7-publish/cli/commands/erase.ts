/** `reportedly erase …`: takes content out for good. It first only says what would go; --really does it. */
import type { Command } from 'commander';
import type { EraseInput, EraseReport, Ledger } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { quoteIn } from '../coding/quote.ts';
import { documentId } from '../ids.ts';
import { addWho, plural, type Who, wholeNumber, whoOf } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface EraseOptions extends LedgerChoice, Who {
  really?: boolean;
  json?: boolean;
  nth?: number;
}

type Wanted = EraseInput extends infer One
  ? One extends EraseInput
    ? Omit<One, 'who' | 'why'>
    : never
  : never;

export function addErase(program: Command): void {
  const erase = program
    .command('erase')
    .description(
      'erase what must go, for good: first shows what would go, --really does it; who and why are required',
    );
  subcommand(
    erase
      .command('document')
      .argument('<document>', 'its sha256, or enough of its beginning')
      .description('a document with its Readings and all that was decided on it'),
    async (ledger, [document]) => ({ what: 'document', document: await documentId(ledger, document) }),
  );
  subcommand(
    erase
      .command('words')
      .argument('<document>')
      .argument('<words>', 'as they stand in the text')
      .option('--nth <n>', 'which of several places', wholeNumber)
      .description('words of a document, wherever they stand in it'),
    async (ledger, [typed, words], { nth }) => {
      const document = await documentId(ledger, typed);
      const text = (await ledger.currentReading(document))?.reading.article.text ?? '';
      return { what: 'words', document, span: quoteIn(text, words, nth) };
    },
  );
  subcommand(
    erase
      .command('person')
      .argument('<names...>', 'every spelling')
      .description('a name, wherever it stands in the ledger'),
    async (_, names) => ({ what: 'person', names }),
  );
}

function subcommand(
  command: Command,
  wanted: (ledger: Ledger, args: string[], options: EraseOptions) => Promise<Wanted>,
): void {
  addWho(command)
    .option('--really', 'erase; without it nothing is changed')
    .option('--json', 'print the report as JSON')
    .action(async () => {
      const options = command.optsWithGlobals<EraseOptions>();
      const { who, why } = whoOf(options);
      if (!why) throw new ReportedlyError('usage', { reason: 'Say why: --why REASON stays on record.' });
      await withLedger(
        options,
        async (ledger) => {
          const input = { ...(await wanted(ledger, command.args.flat(), options)), who, why } as EraseInput;
          const report = await ledger.erase(input, !options.really);
          if (options.json) write(`${JSON.stringify(report)}\n`);
          else tell(report, options.really ?? false);
        },
        { mustExist: true },
      );
    });
}

function tell({ statements, masked, originals, seq, elsewhere }: EraseReport, done: boolean): void {
  const whole = statements - masked;
  const what = `${plural(whole, 'statement')} whole, words in ${plural(masked, 'statement')}, ${plural(originals, 'original')}`;
  if (statements === 0 && originals === 0) {
    say('There is nothing of that in this ledger.');
    return;
  }
  write(`${done ? 'erased' : 'would erase'}: ${what}\n`);
  if (elsewhere.length > 0)
    say(`What the ledger does not control may still hold it: ${elsewhere.join('; ')}.`);
  if (done) say(`The chain stays whole; tombstone #${seq} says that something went, not what.`);
  else say('Nothing was changed. It cannot be taken back: add --really to do it.');
}
