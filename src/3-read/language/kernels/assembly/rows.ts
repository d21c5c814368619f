// Rows looked up, added and compared.

/** Rows of 64-bit pieces put elsewhere: to[m,width] = from[at[m]], `width` bytes, a multiple of 8. */
export function gatherRows(to: usize, from: usize, stride: i32, at: usize, m: i32, width: i32): void {
  for (let i = 0; i < m; i++) {
    const row = from + <usize>load<i32>(at + (<usize>i << 2)) * <usize>stride;
    for (let j: usize = 0, e: usize = width; j < e; j += 8) store<u64>(to + j, load<u64>(row + j));
    to += width;
  }
}

/**
 * y[m,n] = table[at[m]] + the rows of `flags` that are set in bits[m], lowest first. The table's rows are `stride`
 * floats apart; n is a multiple of 4.
 */
export function gatherSums(
  y: usize, table: usize, stride: i32, at: usize, flags: usize, bits: usize, m: i32, n: i32,
): void {
  const nb: usize = <usize>n << 2;
  for (let i = 0; i < m; i++) {
    const row = table + (<usize>load<i32>(at + (<usize>i << 2)) * <usize>stride << 2);
    for (let j: usize = 0; j < nb; j += 16) v128.store(y + j, v128.load(row + j));
    for (let left = load<u32>(bits + (<usize>i << 2)); left != 0; left &= left - 1) {
      const flag = flags + <usize>ctz(left) * nb;
      for (let j: usize = 0; j < nb; j += 16) v128.store(y + j, f32x4.add(v128.load(y + j), v128.load(flag + j)));
    }
    y += nb;
  }
}

/** y[m,n] = leaky ReLU (slope 0.1 below zero) of x[m,n] + the row whose address is at[m]. */
export function addRowsLeaky(y: usize, x: usize, at: usize, m: i32, n: i32): void {
  const nb: usize = <usize>n << 2, s = f32x4.splat(0.1);
  for (let i = 0; i < m; i++) {
    const row = <usize>load<u32>(at + (<usize>i << 2));
    for (let j: usize = 0; j < nb; j += 16) {
      const v = f32x4.add(v128.load(x + j), v128.load(row + j));
      v128.store(y + j, f32x4.max(v, f32x4.mul(v, s)));
    }
    x += nb;
    y += nb;
  }
}

/** best[m] = the first of the largest among the first n of each row of x[m,ldx]. */
export function rowMaxima(best: usize, x: usize, ldx: i32, m: i32, n: i32): void {
  const sx: usize = <usize>ldx << 2;
  for (let i = 0; i < m; i++) {
    const row = x + <usize>i * sx;
    let top = load<f32>(row);
    let at = 0;
    for (let j = 1; j < n; j++) {
      const v = load<f32>(row + (<usize>j << 2));
      if (v > top) { top = v; at = j; }
    }
    store<i32>(best + (<usize>i << 2), at);
  }
}
