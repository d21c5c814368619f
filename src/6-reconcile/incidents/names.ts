/**
 * Which happening goes by which short name. Where two would have the same, the one published first keeps it and the other
 * takes its next; so the outcome depends on the happenings there are and not on the order they came in.
 */
import { shortName } from './ids.ts';

export interface Named {
  id: string;
  document: string;
  /** Where the first word of what happened stands. */
  trigger: number;
  published: string | null;
}

type MakeName = (document: string, trigger: number, round: number) => string;

export class Names {
  readonly #named = new Map<string, Named>();
  readonly #nameOf = new Map<string, string>();
  readonly #holder = new Map<string, string>();
  readonly #round = new Map<string, number>();
  /** Names that somebody else would have had: when their holder goes, all is settled anew. */
  readonly #wanted = new Set<string>();
  readonly #make: MakeName;
  /** Happenings whose name is another since `changed` was asked. */
  readonly #renamed = new Set<string>();

  constructor(make: MakeName = shortName) {
    this.#make = make;
  }

  add(named: Named): void {
    this.#named.set(named.id, named);
    this.#settle(named);
  }

  remove(id: string): void {
    const name = this.#nameOf.get(id);
    this.#named.delete(id);
    this.#nameOf.delete(id);
    this.#round.delete(id);
    if (name === undefined) return;
    this.#holder.delete(name);
    if (this.#wanted.has(name)) this.#settleAnew();
  }

  /** Happenings whose name came, went or changed since this was asked last. */
  changed(): string[] {
    const renamed = [...this.#renamed];
    this.#renamed.clear();
    return renamed;
  }

  of(id: string): string | undefined {
    return this.#nameOf.get(id);
  }

  /** The happening that a name means. */
  holder(name: string): string | undefined {
    return this.#holder.get(name);
  }

  /** Everybody asks for the next name until one is free or its holder came later, who then asks on. */
  #settle(named: Named): void {
    let one = named;
    for (;;) {
      const round = this.#round.get(one.id) ?? 0;
      const name = this.#make(one.document, one.trigger, round);
      const holder = this.#holder.get(name);
      const other = holder === undefined ? undefined : this.#named.get(holder)!;
      if (other) this.#wanted.add(name);
      const loser = other && isBefore(other, one) ? one : other;
      if (loser !== one) {
        this.#holder.set(name, one.id);
        this.#nameOf.set(one.id, name);
        this.#renamed.add(one.id);
      }
      if (!loser) return;
      this.#nameOf.delete(loser === one ? one.id : loser.id);
      this.#round.set(loser.id, (this.#round.get(loser.id) ?? 0) + 1);
      one = loser;
    }
  }

  #settleAnew(): void {
    this.#nameOf.clear();
    this.#holder.clear();
    this.#round.clear();
    this.#wanted.clear();
    for (const named of this.#named.values()) this.#settle(named);
  }
}

function isBefore(a: Named, b: Named): boolean {
  const [x, y] = [a.published ?? '~', b.published ?? '~'];
  return x !== y ? x < y : a.id < b.id;
}
