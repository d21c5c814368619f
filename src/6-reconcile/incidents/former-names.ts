/** Names and ids of claims that are no longer shown, kept up as reports come and go. */
import type { Former } from './former.ts';
import { parseName, shortName } from './ids.ts';

export class FormerNames {
  readonly #ofDocument = new Map<string, { former: Former; name: string }[]>();
  readonly #byName = new Map<string, string>();
  readonly #byClaim = new Map<string, string>();
  readonly #names = new Map<string, string[]>();

  set(document: string, all: readonly Former[]): void {
    this.remove(document);
    if (all.length === 0) return;
    const named = all.map((former) => ({ former, name: shortName(document, former.trigger) }));
    this.#ofDocument.set(document, named);
    for (const { former, name } of named) {
      this.#byName.set(name, former.leadsTo);
      this.#byClaim.set(former.claim, former.leadsTo);
      const names = this.#names.get(former.leadsTo) ?? [];
      if (!names.includes(name)) this.#names.set(former.leadsTo, [...names, name].sort());
    }
  }

  remove(document: string): void {
    for (const { former, name } of this.#ofDocument.get(document) ?? []) {
      this.#byName.delete(name);
      this.#byClaim.delete(former.claim);
      this.#names.delete(former.leadsTo);
    }
    this.#ofDocument.delete(document);
  }

  /** The happening that a name, or the id of a claim, leads to now. */
  find(id: string): string | undefined {
    return this.#byName.get(parseName(id) ?? '') ?? this.#byClaim.get(id);
  }

  /** The six characters of names that led to a happening once. */
  of(happening: string): readonly string[] {
    return this.#names.get(happening) ?? [];
  }
}
