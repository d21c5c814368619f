/** Reviewing claim after claim at the terminal: each is shown on its text, one key decides. */
import colours from 'picocolors';
import type { ClaimFilter, Decision, Ledger, StandingClaim } from '../../../5-ledger/index.ts';
import { REVIEW_STATES } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { CORRECTION_FORMS, correctionOf } from '../coding/correction.ts';
import { plural } from '../options.ts';
import { say, write } from '../output.ts';
import { showClaim } from '../show-claim.ts';
import type { Keys } from './keys.ts';

export interface SessionOptions {
  who: string;
  why: string | null;
  filter: ClaimFilter;
  /** Others' decisions are not shown, and what they decided on is asked again: for double coding. */
  blind: boolean;
  width: number;
}

const HELP = 'a reads right · r reject · c correct · n note · s skip · u undo my last · ? fields · q end';

export class ReviewSession {
  readonly #ledger: Ledger;
  readonly #keys: Keys;
  readonly #options: SessionOptions;
  readonly #passed = new Set<string>();
  readonly #made: { seq: number; claim: string }[] = [];

  constructor(ledger: Ledger, keys: Keys, options: SessionOptions) {
    this.#ledger = ledger;
    this.#keys = keys;
    this.#options = options;
  }

  /** Goes on until there is nothing left to decide or the reviewer ends it. */
  async run(): Promise<void> {
    say(HELP);
    for (;;) {
      const claim = await this.#next();
      if (!claim) {
        say('Nothing is left to decide.');
        break;
      }
      if (!(await this.#ask(claim))) break;
    }
    say(`${plural(this.#made.length, 'decision')} recorded.`);
  }

  async #next(): Promise<StandingClaim | null> {
    const { who, filter, blind } = this.#options;
    const queue: ClaimFilter = blind
      ? { ...filter, undecidedBy: who, review: REVIEW_STATES.filter((s) => s !== 'merged' && s !== 'split') }
      : { ...filter, review: ['undecided'] };
    let cursor: string | undefined;
    do {
      const page = await this.#ledger.claims({ ...queue, sort: 'document', cursor });
      const row = page.rows.find(
        ({ id, origin }) => !this.#passed.has(id) && !(blind && origin === 'person'),
      );
      if (row) return this.#ledger.claim(row.id, blind ? { onlyBy: who } : {});
      cursor = page.next ?? undefined;
    } while (cursor);
    return null;
  }

  /** Shows a claim and takes keys until it is decided or passed over; false to end. */
  async #ask(standing: StandingClaim): Promise<boolean> {
    const { claim } = standing;
    const stored = standing.reading ? await this.#ledger.reading(standing.reading) : null;
    write(`\n${colours.dim([standing.row.publisher, standing.row.published].filter(Boolean).join(', '))}\n`);
    write(showClaim(standing, stored, this.#options.width));
    for (;;) {
      const key = await this.#keys.key();
      switch (key) {
        case null:
        case 'q':
          return false;
        case 'a':
          return this.#decide({ type: 'reads-right', claim: claim.id }, claim.id);
        case 'r':
          return this.#decide({ type: 'reject', claim: claim.id }, claim.id);
        case 's':
          this.#passed.add(claim.id);
          return true;
        case 'u':
          if (await this.#undo()) return true;
          break;
        case 'n': {
          const text = await this.#prompt('Note: ');
          if (text) await this.#decide({ type: 'note', on: { what: 'claim', id: claim.id }, text }, claim.id);
          break;
        }
        case 'c': {
          const typed = await this.#prompt('FIELD=VALUE: ');
          if (typed === null) break;
          try {
            const near = claim.spans[0]?.[0] ?? 0;
            const correction = correctionOf(typed, claim, { reading: stored?.reading ?? null, near });
            return await this.#decide(correction, claim.id);
          } catch (error) {
            if (!(error instanceof ReportedlyError)) throw error;
            say(`${error.message} ${error.hint}`);
          }
          break;
        }
        case '?':
          for (const [field, form] of CORRECTION_FORMS) say(`  ${field.padEnd(20)} ${form}`);
          break;
        default:
          say(HELP);
      }
    }
  }

  async #prompt(question: string): Promise<string | null> {
    say(question);
    return this.#keys.line();
  }

  async #decide(decision: Decision, claim: string): Promise<true> {
    const { who, why } = this.#options;
    const [said] = await this.#ledger.decide([{ who, why, decision }]);
    this.#made.push({ seq: said!.seq, claim });
    say(`#${said!.seq} recorded`);
    return true;
  }

  /** Takes back the last decision of this session; the claim is asked again. */
  async #undo(): Promise<boolean> {
    const last = this.#made.pop();
    if (!last) {
      say('There is nothing to undo in this session; reportedly decide undo N takes any decision back.');
      return false;
    }
    const { who, why } = this.#options;
    await this.#ledger.decide([{ who, why, decision: { type: 'undo', decision: last.seq } }]);
    this.#passed.delete(last.claim);
    say(`#${last.seq} undone`);
    return true;
  }
}
