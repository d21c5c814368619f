/** Options that several commands share, so that they mean the same everywhere. */
import { type Command, InvalidArgumentError } from 'commander';
import type { ReadOptions } from '../../5-ledger/index.ts';
import { ReportedlyError } from '../../errors.ts';

export interface Who {
  by?: string;
  why?: string;
}

/** `--by` and `--why` of everything that a person says or does in a ledger. */
export function addWho(command: Command): Command {
  return command
    .option('--by <name>', 'who decides (else REPORTEDLY_BY)')
    .option('--why <reason>', 'why; kept with it');
}

/** Who acts, or a coded error that says how to tell. */
export function whoOf({ by, why }: Who): { who: string; why: string | null } {
  const who = by ?? process.env.REPORTEDLY_BY;
  if (!who) {
    throw new ReportedlyError('usage', {
      reason: 'Say who does this: --by NAME, or REPORTEDLY_BY=NAME for a whole session.',
    });
  }
  return { who, why: why ?? null };
}

export interface AsOf {
  asOf?: string | number;
}

/** `--as-of`: a time, or the number of a statement. */
export function addAsOf(command: Command): Command {
  return command.option(
    '--as-of <when>',
    'as the ledger stood then: a time (2017-10-12T00:00Z) or the number of a statement',
    (text) => (/^\d{1,15}$/.test(text) ? Number(text) : text),
  );
}

export const readOptions = ({ asOf }: AsOf): ReadOptions => ({ asOf });

/** A whole number, none below 0. */
export function wholeNumber(text: string): number {
  const n = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(n)) throw new InvalidArgumentError('A whole number.');
  return n;
}

export const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
