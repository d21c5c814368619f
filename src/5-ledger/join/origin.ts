/**
 * Where a statement was first made, when it came in from another ledger. What people said is taken in the order in which they
 * said it, wherever that was: so two ledgers that joined each other stand the same, whichever came to which.
 */
export interface Origin {
  /** Id of the ledger. */
  ledger: string;
  /** Number and time of the statement there. */
  seq: number;
  at: string;
}

/** A payload that may have come from elsewhere. */
export interface FromElsewhere {
  origin?: Origin;
}

export interface Ordered extends FromElsewhere {
  seq: number;
  at: string;
}

export const originOf = ({ origin, seq, at }: Ordered, own: string): Origin =>
  origin ?? { ledger: own, seq, at };

export const originKey = ({ ledger, seq }: Origin): string => `${ledger} ${seq}`;

/** In the order in which it was said. Statements that were all made here are in that order already. */
export function asSaid<T extends Ordered>(said: readonly T[], own: string): T[] {
  const keyed = said.map((one) => ({ one, origin: originOf(one, own) }));
  keyed.sort((a, b) => compareOrigins(a.origin, b.origin));
  return keyed.map(({ one }) => one);
}

export function compareOrigins(a: Origin, b: Origin): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.ledger !== b.ledger) return a.ledger < b.ledger ? -1 : 1;
  return a.seq - b.seq;
}
