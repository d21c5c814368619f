/** Number keys to lists of numbers, in two typed arrays: millions of entries without millions of objects. */

const START = 1 << 12;

export class MultiMap {
  #keys = new Float64Array(START).fill(-1);
  /** Newest entry of the key at the same slot. */
  #heads = new Int32Array(START);
  #used = 0;
  #values = new Int32Array(START);
  #next = new Int32Array(START);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  add(key: number, value: number): void {
    if (this.#used * 2 >= this.#keys.length) this.#growKeys();
    if (this.#count === this.#values.length) {
      this.#values = grown(this.#values);
      this.#next = grown(this.#next);
    }
    const slot = this.#slot(key);
    const entry = this.#count++;
    this.#values[entry] = value;
    if (this.#keys[slot] === -1) {
      this.#keys[slot] = key;
      this.#next[entry] = -1;
      this.#used++;
    } else this.#next[entry] = this.#heads[slot]!;
    this.#heads[slot] = entry;
  }

  /** Newest first. */
  *get(key: number): Generator<number> {
    const slot = this.#slot(key);
    if (this.#keys[slot] === -1) return;
    for (let entry = this.#heads[slot]!; entry >= 0; entry = this.#next[entry]!) yield this.#values[entry]!;
  }

  has(key: number): boolean {
    return this.#keys[this.#slot(key)] !== -1;
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = spread(key) & mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #growKeys(): void {
    const keys = this.#keys;
    const heads = this.#heads;
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#heads = new Int32Array(heads.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === -1) continue;
      const slot = this.#slot(keys[i]!);
      this.#keys[slot] = keys[i]!;
      this.#heads[slot] = heads[i]!;
    }
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
}

function spread(key: number): number {
  const low = key % 4294967296;
  const high = (key - low) / 4294967296;
  let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  return hash >>> 0;
}
