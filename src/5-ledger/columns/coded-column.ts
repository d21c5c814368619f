/** A column of values held as small numbers, so that a million rows are counted in milliseconds. */
export type Coded = string | null;

const WIDEST_16 = 65_536;

export class CodedColumn {
  /** The value of each code. */
  readonly values: Coded[] = [];
  readonly #codeOf = new Map<Coded, number>();
  #codes: Uint16Array | Uint32Array = new Uint16Array(1024);
  length = 0;

  /** Codes of the rows; only the first `length` count. */
  get codes(): Uint16Array | Uint32Array {
    return this.#codes;
  }

  push(value: Coded): void {
    let code = this.#codeOf.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      this.#codeOf.set(value, code);
    }
    this.#makeRoom();
    this.#codes[this.length++] = code;
  }

  /** 1 for each code whose value passes. */
  passing(test: (value: Coded) => boolean): Uint8Array {
    return Uint8Array.from(this.values, (value) => (test(value) ? 1 : 0));
  }

  #makeRoom(): void {
    const wide = this.values.length > WIDEST_16 && this.#codes instanceof Uint16Array;
    if (this.length < this.#codes.length && !wide) return;
    const size = Math.max(this.#codes.length, this.length * 2);
    const codes = wide || this.#codes instanceof Uint32Array ? new Uint32Array(size) : new Uint16Array(size);
    codes.set(this.#codes.subarray(0, this.length));
    this.#codes = codes;
  }
}

/** Numbers, one a row; null is NaN. */
export class NumberColumn {
  #numbers = new Float64Array(1024);
  length = 0;

  get numbers(): Float64Array {
    return this.#numbers;
  }

  push(value: number | null): void {
    if (this.length === this.#numbers.length) {
      const numbers = new Float64Array(this.length * 2);
      numbers.set(this.#numbers);
      this.#numbers = numbers;
    }
    this.#numbers[this.length++] = value ?? Number.NaN;
  }
}
