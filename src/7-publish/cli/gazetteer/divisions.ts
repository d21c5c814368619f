/** Ties imported rows to the divisions they lie in, once all files are read: a town may stand before its province. */
import { type GazetteerBuilder, NO_PARENT } from '../../../4-resolve/places/gazetteer/build-gazetteer.ts';
import { NumberColumn } from '../../../4-resolve/places/gazetteer/number-column.ts';

export class Divisions {
  /** What each row lies in, as a number of `numbers`. */
  private readonly of = new NumberColumn((size) => new Uint32Array(size));
  private readonly numbers = new Map<string, number>();
  private readonly rows = new Map<string, number>();

  /** Says of the next row what it lies in: `SY`, `SY.12`, `SY.12.9`, or '' for nothing. */
  push(holder: string): void {
    let number = this.numbers.get(holder);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(holder, number);
    }
    this.of.push(number);
  }

  /** Says which row is a division. The first row of a country counts, the last of any other. */
  name(division: string, row: number): void {
    if (division.includes('.') || !this.rows.has(division)) this.rows.set(division, row);
  }

  row(division: string): number | undefined {
    return this.rows.get(division);
  }

  /** Gives every row its parent; countries that no file brought are added without a name. */
  finish(builder: GazetteerBuilder): void {
    const parents = new Map<number, number>();
    for (const [key, number] of this.numbers) {
      const row = key === '' ? undefined : this.nearest(key, builder);
      if (row !== undefined) parents.set(number, row);
    }
    let row = 0;
    for (const view of this.of.views())
      for (const number of view) {
        const parent = parents.get(number) ?? NO_PARENT;
        // A division lies in the one above it, never in itself.
        builder.setParent(row, parent === row ? NO_PARENT : parent);
        row++;
      }
  }

  /** The innermost division of a key that is there; its country at least. */
  private nearest(key: string, builder: GazetteerBuilder): number | undefined {
    const parts = key.split('.');
    for (let length = parts.length; length > 0; length--) {
      const row = this.rows.get(parts.slice(0, length).join('.'));
      if (row !== undefined) return row;
    }
    const country = parts[0]!;
    if (!/^[A-Z]{2}$/.test(country)) return undefined;
    const row = builder.add({
      geonames: null,
      name: '',
      names: [],
      kind: 'PCLI',
      lat: 0,
      lon: 0,
      population: 0,
      parent: null,
      code: country,
    });
    this.rows.set(country, row);
    return row;
  }
}
