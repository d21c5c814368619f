/** `reportedly decide …`: decisions beside those of `review` and `add`, one subcommand for each kind. */
import { readFileSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import {
  ARTICLE_STATUSES,
  type ClaimDraft,
  type Decision,
  type DecisionInput,
  type Ledger,
  MERGEABLE,
  Target,
} from '../../../5-ledger/index.ts';
import { codeCell } from '../../../6-reconcile/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { cellValue } from '../coding/cell-value.ts';
import { quoteIn } from '../coding/quote.ts';
import { claimId, documentId } from '../ids.ts';
import { openCodingFor } from '../open-coding.ts';
import { addWho, plural, type Who, wholeNumber, whoOf } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

type Options = LedgerChoice & Who;
type What = (typeof MERGEABLE)[number];

export function addDecide(program: Command): void {
  const decide = program
    .command('decide')
    .description('record other decisions: merge, split, code, note, status, undo, or a file of any');
  const what = () => new Argument('<what>').choices([...MERGEABLE]);

  action(
    decide
      .command('merge')
      .addArgument(what())
      .argument('<into>', 'the one that stays')
      .argument('<from...>', 'those that are the same')
      .description('say that several are one'),
    async (ledger, [kind, into, from]: [What, string, string[]]) => ({
      type: 'merge',
      what: kind,
      into: await idOf(ledger, kind, into),
      from: await Promise.all(from.map((id) => idOf(ledger, kind, id))),
    }),
  );
  action(
    decide
      .command('split')
      .addArgument(what())
      .argument('<id>')
      .argument('<parts...>', 'of a claim: the words of each part; of others: ids of a part with , between')
      .description('say that one is several'),
    async (ledger, [kind, id, parts]: [What, string, string[]]) => ({
      type: 'split',
      what: kind,
      id: await idOf(ledger, kind, id),
      claims: kind === 'claim' ? await partsOf(ledger, await idOf(ledger, kind, id), parts) : [],
      groups: kind === 'claim' ? [] : parts.map((part) => part.split(',')),
    }),
  );
  addCode(decide);
  action(
    decide
      .command('note')
      .addArgument(new Argument('<what>').choices(Target.properties.what.enum))
      .argument('<id>')
      .argument('<text>')
      .description('note something on a claim, document, incident, party, source or decision'),
    async (ledger, [kind, id, text]: [string, string, string]) => ({
      type: 'note',
      on: { what: kind as Target['what'], id: await idOf(ledger, kind, id) },
      text,
    }),
  );
  action(
    decide
      .command('status')
      .argument('<document>')
      .addArgument(new Argument('<status>').choices([...ARTICLE_STATUSES]))
      .description('say how far an article is reviewed'),
    async (ledger, [document, status]: [string, string]) => ({
      type: 'status',
      document: await documentId(ledger, document),
      status: status as (typeof ARTICLE_STATUSES)[number],
    }),
  );
  action(
    decide
      .command('undo')
      .argument('<decision>', 'its number, as reportedly log shows it', wholeNumber)
      .description('take a decision back; an undo can be undone'),
    async (_, [decision]: [number]) => ({ type: 'undo', decision }),
  );
  decide
    .command('file')
    .argument('<file>', 'JSON Lines, each { who, why, decision }; - for standard input')
    .description('record decisions from a file, all or none')
    .action(async (file: string, _: unknown, self: Command) => {
      const inputs = readDecisions(file);
      await withLedger(self.optsWithGlobals<Options>(), (ledger) => record(ledger, inputs), {
        mustExist: true,
      });
    });
  addCorrections(decide);
}

function addCorrections(decide: Command): void {
  const command = decide
    .command('corrections')
    .argument('<file>', 'CSV: claim,field,value or incident,profile,cell,value; why in either')
    .option('--dry-run', 'record nothing, only show what would change')
    .description(
      'record corrections from a spreadsheet, all or none; the first line that does not fit is named',
    );
  addWho(command).action(async (file: string, _: unknown, self: Command) => {
    const { importCorrections } = await import('../coding/import-corrections.ts');
    await importCorrections(file, self.optsWithGlobals<Options & { dryRun?: boolean }>());
  });
}

function addCode(decide: Command): void {
  const command = decide
    .command('code')
    .argument('<incident>', 'its name, or a claim in it')
    .argument('<profile>', 'acled, ucdp, airwars, incidents, own')
    .argument('<cell>', 'a column of the profile; of own: the name of a code list')
    .argument('<value>', 'a number, true, false, null for an empty cell, or text')
    .description('set a cell of an incident, with a reason; the derived value stays beside it');
  addWho(command).action(async (incident: string, profile: string, cell: string, value: string) => {
    const options = command.optsWithGlobals<Options>();
    const { who, why } = whoOf(options);
    await withLedger(
      options,
      async (ledger) => {
        const { reconciler, coding } = await openCodingFor(ledger, options);
        const input = { who, why: why ?? '', incident, profile, cell, value: cellValue(value) };
        write(`${(await codeCell(ledger, reconciler, coding, input)).seq}\n`);
        say('1 decision recorded.');
      },
      { mustExist: true },
    );
  });
}

/** A subcommand that records one decision made of its arguments. */
function action(
  command: Command,
  make: (ledger: Ledger, args: never, options: never) => Promise<Decision>,
): void {
  addWho(command).action(async () => {
    const options = command.optsWithGlobals<Options>();
    const by = whoOf(options);
    await withLedger(
      options,
      async (ledger) => {
        const decision = await make(ledger, command.processedArgs as never, options as never);
        await record(ledger, [{ ...by, decision }]);
      },
      { mustExist: true },
    );
  });
}

async function record(ledger: Ledger, inputs: readonly DecisionInput[]): Promise<void> {
  const said = await ledger.decide(inputs);
  for (const { seq } of said) write(`${seq}\n`);
  say(`${plural(said.length, 'decision')} recorded.`);
}

const idOf = async (ledger: Ledger, what: string, id: string) =>
  what === 'claim' ? claimId(ledger, id) : what === 'document' ? documentId(ledger, id) : id;

/** The claim once for each part, with that part's words and the rest as it stands. */
async function partsOf(ledger: Ledger, id: string, parts: readonly string[]): Promise<ClaimDraft[]> {
  const standing = await ledger.claim(id);
  const stored = standing?.reading ? await ledger.reading(standing.reading) : null;
  if (!standing || !stored) throw new ReportedlyError('claim-not-found', { claim: id });
  const { text } = stored.reading.article;
  const {
    id: _id,
    document: _document,
    origin: _origin,
    position: _position,
    rules: _rules,
    ...rest
  } = standing.claim;
  return parts.map((words) => {
    const inside = rest.spans.find(([start, end]) => text.slice(start, end).includes(words));
    if (!inside) throw new ReportedlyError('quote-not-found', { quote: words, where: 'in the claim' });
    const [start, end] = quoteIn(text.slice(...inside), words);
    return { ...rest, spans: [[inside[0] + start, inside[0] + end]], text: words };
  });
}

function readDecisions(file: string): DecisionInput[] {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw new ReportedlyError('input-not-found', { input: file }, { cause });
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, i) => {
    try {
      return JSON.parse(line) as DecisionInput;
    } catch (cause) {
      throw new ReportedlyError('decision-invalid', { reason: `line ${i + 1} is no JSON` }, { cause });
    }
  });
}
