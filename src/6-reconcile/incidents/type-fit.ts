/** Whether two event types may tell of one happening: a table, so that it can be read and argued with. */
import type { EventType } from '../../records/index.ts';

interface Row {
  family: string;
  weight: number;
  follows: boolean;
}

export class TypeFamilies {
  readonly #rows = new Map<string, Row>();
  readonly #together = new Set<string>();

  /** @param file the table of dictionaries/reconcile/type-families.tsv */
  constructor(file: string) {
    const lines = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of lines.slice(1)) {
      const [type, family, others, weight, follows] = line.split('\t') as string[];
      this.#rows.set(type!, { family: family!, weight: Number(weight), follows: follows === 'yes' });
      for (const other of others!.split(' ').filter(Boolean)) {
        this.#together.add(`${family} ${other}`);
        this.#together.add(`${other} ${family}`);
      }
    }
  }

  has(type: string): boolean {
    return this.#rows.has(type);
  }

  family(type: EventType): string {
    return this.#rows.get(type)?.family ?? 'other';
  }

  /** Whether such a claim follows on another happening rather than tell one of its own. */
  follows(type: EventType): boolean {
    return this.#rows.get(type)?.follows ?? false;
  }

  /** Whether such an event is one, over when it has happened: a strike, not clashes, and not what follows. */
  happensOnce(type: EventType): boolean {
    const row = this.#rows.get(type);
    return row !== undefined && row.weight >= 1 && !row.follows;
  }

  /** 1 to 0: the same type, one family, compatible families; null where they cannot be one happening. */
  fit(a: EventType, b: EventType): number | null {
    const x = this.#rows.get(a);
    const y = this.#rows.get(b);
    if (!x || !y) return a === b ? 0.5 : null;
    const weight = Math.min(x.weight, y.weight);
    if (a === b) return weight;
    if (x.family === y.family) return weight * 0.7;
    if (this.#together.has(`${x.family} ${y.family}`)) return weight * 0.4;
    return x.follows || y.follows ? 0.1 : null;
  }
}
