/**
 * Which incident a name or a claim's id means, and by which name an incident goes: the one a person used in a decision, else
 * that of its earliest happening.
 */
import type { Happening } from '../happenings/happening.ts';
import { publishedAt, type Report, triggerOf } from '../report.ts';
import type { IncidentDecision } from './decided.ts';
import type { Former } from './former.ts';
import { FormerNames } from './former-names.ts';
import { parseName } from './ids.ts';
import { Names } from './names.ts';

export class Naming {
  readonly #project: string;
  readonly #names = new Names();
  readonly #former = new FormerNames();
  /** Claims to happenings. */
  readonly #byClaim = new Map<string, string>();
  /** Happenings to the names that people used for them in decisions. */
  #used = new Map<string, string>();

  constructor(project: string) {
    this.#project = project;
  }

  /** Takes in what a report tells, and where its names of before lead to. */
  set(report: Report, happenings: readonly Happening[], former: readonly Former[]): void {
    for (const { id, claims } of happenings) {
      if (claims.length === 0) continue;
      for (const claim of claims) this.#byClaim.set(claim, id);
      const { claim } = report.claims.find((one) => one.claim.id === id)!;
      const trigger = triggerOf(claim);
      this.#names.add({ id, document: report.document, trigger, published: publishedAt(report) });
    }
    this.#former.set(report.document, former);
  }

  remove(document: string, happenings: readonly Happening[]): void {
    this.#former.remove(document);
    for (const { id, claims } of happenings) {
      for (const claim of claims) this.#byClaim.delete(claim);
      this.#names.remove(id);
    }
  }

  /** People's decisions, as what they mean is now. */
  use(decisions: readonly IncidentDecision[]): void {
    this.#used = new Map();
    for (const decision of decisions) {
      const used = decision.type === 'merge' ? decision.into : decision.id;
      const happening = this.find(used);
      if (!happening || !this.#names.of(happening) || this.#used.has(happening)) continue;
      const name = parseName(used);
      this.#used.set(happening, name ? `${this.#project}-${name}` : this.#nameOf(happening));
    }
  }

  /** Happenings whose name changed since this was asked last. */
  changed(): string[] {
    return this.#names.changed();
  }

  /** The happening that an incident's name or the id of a claim means. */
  find(id: string): string | null {
    const name = parseName(id);
    const now = (name ? this.#names.holder(name) : undefined) ?? this.#byClaim.get(id);
    return now ?? this.#former.find(id) ?? null;
  }

  /** The name of an incident, and the others it answers to. */
  of(group: readonly Happening[], report: (document: string) => Report): { id: string; aliases: string[] } {
    const own = group.flatMap(({ id }) => [
      ...(this.#names.of(id) ? [this.#nameOf(id)] : []),
      ...this.#former.of(id).map((name) => `${this.#project}-${name}`),
    ]);
    const id = this.#nameOfGroup(group, report);
    return { id, aliases: [...new Set(own)].filter((name) => name !== id).sort() };
  }

  #nameOfGroup(group: readonly Happening[], report: (document: string) => Report): string {
    if (this.#used.size > 0) {
      const ids = new Set(group.map(({ id }) => id));
      // In the order of the decisions.
      for (const [happening, name] of this.#used) if (ids.has(happening)) return name;
    }
    let first: Happening | null = null;
    for (const one of group)
      if (this.#names.of(one.id) && (!first || isBefore(one, first, report))) first = one;
    return first ? this.#nameOf(first.id) : `${this.#project}-000000`;
  }

  #nameOf(happening: string): string {
    return `${this.#project}-${this.#names.of(happening)}`;
  }
}

function isBefore(a: Happening, b: Happening, report: (document: string) => Report): boolean {
  const [x, y] = [a, b].map(({ document }) => publishedAt(report(document)) ?? '~') as [string, string];
  return x !== y ? x < y : a.rank !== b.rank ? a.rank < b.rank : a.id < b.id;
}
