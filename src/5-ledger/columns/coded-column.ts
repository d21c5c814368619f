/** A column of values held as small numbers, so that a million rows are counted in milliseconds. */
export type Coded = string | null;

const WIDEST_16 = 65_536;

export class CodedColumn {
  /** The value of each code. */
  readonly values: Coded[] = [];
  readonly #codeOf = new Map<Coded | number, number>();
  #codes: Uint16Array | Uint32Array = new Uint16Array(1024);
  length = 0;

  /** Codes of the rows; only the first `length` count. */
  get codes(): Uint16Array | Uint32Array {
    return this.#codes;
  }

  /** Numbers are kept as texts. */
  pushAll(values: readonly (Coded | number)[]): void {
    this.#makeRoom(values.length);
    for (const value of values) {
      const code = this.#codeOf.get(value) ?? this.#newCode(value);
      this.#codes[this.length++] = code;
    }
  }

  #newCode(given: Coded | number): number {
    const value = typeof given === 'number' ? String(given) : given;
    let code = this.#codeOf.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      this.#codeOf.set(value, code);
    }
    this.#codeOf.set(given, code);
    if (code === WIDEST_16) this.#widen();
    return code;
  }

  /** 1 for each code whose value passes. */
  passing(test: (value: Coded) => boolean): Uint8Array {
    return Uint8Array.from(this.values, (value) => (test(value) ? 1 : 0));
  }

  #makeRoom(more: number): void {
    if (this.length + more <= this.#codes.length) return;
    const size = Math.max(this.#codes.length * 2, this.length + more);
    const codes = this.#codes instanceof Uint32Array ? new Uint32Array(size) : new Uint16Array(size);
    codes.set(this.#codes.subarray(0, this.length));
    this.#codes = codes;
  }

  #widen(): void {
    this.#codes = Uint32Array.from(this.#codes);
  }
}

/** Numbers, one a row; null is NaN. */
export class NumberColumn {
  #numbers = new Float64Array(1024);
  length = 0;

  get numbers(): Float64Array {
    return this.#numbers;
  }

  pushAll(values: readonly (number | null)[]): void {
    if (this.length + values.length > this.#numbers.length) {
      const numbers = new Float64Array(Math.max(this.#numbers.length * 2, this.length + values.length));
      numbers.set(this.#numbers.subarray(0, this.length));
      this.#numbers = numbers;
    }
    for (const value of values) this.#numbers[this.length++] = value ?? Number.NaN;
  }
}
