/** Columns of numbers that grow without copying. */

/** Numbers in pieces of a million: growing copies nothing. */
export class NumberColumn<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array> {
  private readonly pieces: T[] = [];
  private readonly make: (size: number) => T;
  length = 0;

  constructor(make: (size: number) => T) {
    this.make = make;
  }

  push(value: number): void {
    if (this.length % 1e6 === 0) this.pieces.push(this.make(1e6));
    this.pieces[this.pieces.length - 1]![this.length % 1e6] = value;
    this.length++;
  }

  set(row: number, value: number): void {
    this.pieces[Math.floor(row / 1e6)]![row % 1e6] = value;
  }

  *views(): Generator<T> {
    for (let i = 0; i < this.pieces.length; i++)
      yield this.pieces[i]!.subarray(0, Math.min(1e6, this.length - i * 1e6)) as T;
  }

  /** One array of all values. */
  joined(): T {
    const all = this.make(this.length);
    let at = 0;
    for (const view of this.views()) {
      all.set(view as never, at);
      at += view.length;
    }
    return all;
  }
}
