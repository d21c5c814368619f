/** What became of the inputs of a run, and how it is told at the end. */
import { ReportedlyError } from '../../errors.ts';
import type { Outcome } from '../../pipeline.ts';
import { plural } from './options.ts';
import { say } from './output.ts';
import { type Failed, whyTable } from './why-table.ts';

/** So many failures are told one by one; more, as a table. */
const TOLD_SINGLY = 10;

export class ReadTally {
  read = 0;
  known = 0;
  unread = 0;
  claims = 0;
  readonly failed: Failed[] = [];
  /** How often something was passed over on purpose, by reason. */
  readonly #passed = new Map<string, number>();

  readonly passOver = (_input: string, reason: string): void => {
    this.#passed.set(reason, (this.#passed.get(reason) ?? 0) + 1);
  };

  count(outcome: Outcome): void {
    if (!outcome.ok) {
      const { input, error } = outcome;
      this.failed.push({ input, code: error.code, message: error.message });
      return;
    }
    if (outcome.recorded && !outcome.recorded.readingIsNew) {
      this.known++;
      return;
    }
    if (outcome.reading.notes.some((note) => note.step === 'not-read')) this.unread++;
    else this.read++;
    this.claims += outcome.reading.claims.length;
  }

  /** @param quiet only what failed, a line each */
  tell(recorded: boolean, quiet = false): void {
    if (quiet) {
      for (const { input, message, code } of this.failed) say(`${input}: ${message} [${code}]`);
      return;
    }
    const parts = [
      `${plural(this.read, 'report')} read, ${plural(this.claims, 'claim')}${recorded ? '' : ' (nothing recorded)'}`,
    ];
    if (this.known > 0) parts.push(`${this.known} already in the ledger`);
    if (this.unread > 0) parts.push(`${this.unread} kept but not read (another language or no text)`);
    say(`${parts.join('; ')}.`);
    const passed = [...this.#passed].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (passed.length > 0) say(`Passed over: ${passed.map(([reason, n]) => `${reason} (${n})`).join('; ')}.`);
    if (this.failed.length > 0) this.tellFailed(recorded);
  }

  private tellFailed(recorded: boolean): void {
    say(`${plural(this.failed.length, 'input')} failed:`);
    if (this.failed.length > TOLD_SINGLY) for (const line of whyTable(this.failed)) say(line);
    else {
      for (const { input, message, code } of this.failed)
        say(`  ${input}\n    ${message} [${code}]\n    ${new ReportedlyError(code).hint}`);
    }
    if (recorded) say('They are kept: reportedly failures lists them, reportedly retry tries them again.');
  }
}
