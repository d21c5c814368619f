/** `reportedly add`: a claim that a person makes, of words selected in a document or given beside one that was not read. */
import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { acquire } from '../../../1-acquire/acquire.ts';
import {
  applyCorrection,
  type ClaimDraft,
  type Ledger,
  type ResolvedClaim,
} from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import type { Reading } from '../../../records/index.ts';
import { correctionOf } from '../coding/correction.ts';
import { quoteIn } from '../coding/quote.ts';
import { documentId } from '../ids.ts';
import { addWho, type Who, wholeNumber, whoOf } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface AddOptions extends LedgerChoice, Who {
  quote?: string[];
  nth?: number;
  given?: string;
  translation?: string;
  set?: string[];
  title?: string;
  published?: string;
  publisher?: string;
  url?: string;
}

export function addAdd(program: Command): void {
  const command = program
    .command('add')
    .argument(
      '<document>',
      'a document of the ledger, or a file to keep there unread: a scan, an image, notes',
    )
    .option('--quote <words...>', 'the words of the claim as they stand in the text; several for pieces')
    .option('--nth <n>', 'which of several places where the words stand', wholeNumber)
    .option('--given <words>', 'the words of the claim where the document has no text: typed in')
    .option('--translation <text>', 'the words in English')
    .option('--set <field=value...>', 'fields of the claim, in the forms of reportedly review --correct')
    .option('--title <title>', 'of a file')
    .option('--published <date>', 'of a file')
    .option('--publisher <name>', 'of a file')
    .option('--url <address>', 'of a file')
    .description('make a claim that the engine missed or could not read');
  addWho(command).action(async (document: string, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<AddOptions>();
    if ((options.quote === undefined) === (options.given === undefined)) {
      throw new ReportedlyError('usage', { reason: 'Select words with --quote, or type them with --given.' });
    }
    const { who, why } = whoOf(options);
    await withLedger(options, async (ledger) => {
      const sha256 = isFile(document)
        ? await keep(ledger, document, options)
        : await documentId(ledger, document);
      const reading = (await ledger.currentReading(sha256))?.reading ?? null;
      const claim = draft(options, reading, sha256);
      const [said] = await ledger.decide([{ who, why, decision: { type: 'add', document: sha256, claim } }]);
      write(`${said!.seq}\n`);
      say(`Added to document ${sha256.slice(7, 15)} as decision #${said!.seq}.`);
    });
  });
}

const isFile = (where: string) => statSync(where, { throwIfNoEntry: false })?.isFile() ?? false;

/** Records a file without reading it; one that is there already is left as it is. */
async function keep(ledger: Ledger, file: string, options: AddOptions): Promise<string> {
  const { title, published, publisher, url } = options;
  const given = {
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    ...(publisher ? { publisher } : {}),
    ...(url ? { url } : {}),
  };
  for await (const acquired of acquire(file, { given, anyType: true })) {
    if (!acquired.ok) throw acquired.error;
    await ledger.record([{ document: acquired.document, reading: null }]);
    return acquired.document.sha256;
  }
  throw new ReportedlyError('input-not-found', { input: file });
}

function draft(options: AddOptions, reading: Reading | null, document: string): ClaimDraft {
  const text = reading?.article.text;
  const spans = (options.quote ?? []).map((words) => {
    if (text === undefined) {
      throw new ReportedlyError('quote-not-found', { quote: words, where: 'in a document without a text' });
    }
    return quoteIn(text, words, options.nth);
  });
  let claim: ResolvedClaim = {
    id: '',
    document,
    origin: 'person',
    position: 0,
    spans,
    text: options.given ?? spans.map((span) => text!.slice(...span)).join(' '),
    basis: options.given === undefined ? 'stated' : 'given',
    translation: options.translation ?? null,
    chain: [],
    certainty: 'asserted',
    certaintyWords: [],
    kind: 'event',
    about: null,
    loaded: [],
    event: null,
    rules: [],
  };
  const context = { reading, near: spans[0]?.[0] ?? 0 };
  for (const one of options.set ?? []) claim = applyCorrection(claim, correctionOf(one, claim, context));
  const {
    id: _id,
    document: _document,
    origin: _origin,
    position: _position,
    rules: _rules,
    ...rest
  } = claim;
  return rest;
}
