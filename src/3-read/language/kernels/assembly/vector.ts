// Elementwise work on blocks of f32; lengths are multiples of 4 unless said otherwise.

/** y[m,ldy] += x[n] to every row. */
export function addBias(y: usize, ldy: i32, x: usize, m: i32, n: i32): void {
  const nb: usize = <usize>n << 2, sy: usize = <usize>ldy << 2;
  for (let r = 0; r < m; r++) {
    const p = y + <usize>r * sy;
    for (let j: usize = 0; j < nb; j += 16) v128.store(p + j, f32x4.add(v128.load(p + j), v128.load(x + j)));
  }
}

/** x[n] += sum over rows of y[m,ldy]. */
export function sumRows(x: usize, y: usize, ldy: i32, m: i32, n: i32): void {
  const nb: usize = <usize>n << 2, sy: usize = <usize>ldy << 2;
  for (let r = 0; r < m; r++) {
    const p = y + <usize>r * sy;
    for (let j: usize = 0; j < nb; j += 16) v128.store(x + j, f32x4.add(v128.load(x + j), v128.load(p + j)));
  }
}

/** y += a * x */
export function axpy(y: usize, x: usize, a: f32, n: i32): void {
  const s = f32x4.splat(a);
  for (let j: usize = 0, e: usize = <usize>n << 2; j < e; j += 16)
    v128.store(y + j, f32x4.add(v128.load(y + j), f32x4.mul(s, v128.load(x + j))));
}

/** y *= x */
export function mul(y: usize, x: usize, n: i32): void {
  for (let j: usize = 0, e: usize = <usize>n << 2; j < e; j += 16)
    v128.store(y + j, f32x4.mul(v128.load(y + j), v128.load(x + j)));
}

/** Leaky ReLU in place, slope 0.1 below zero. */
export function leaky(y: usize, n: i32): void {
  const s = f32x4.splat(0.1);
  for (let j: usize = 0, e: usize = <usize>n << 2; j < e; j += 16) {
    const x = v128.load(y + j);
    v128.store(y + j, f32x4.max(x, f32x4.mul(x, s)));
  }
}

/** d *= derivative of leaky ReLU, told from its output y. */
export function leakyBack(d: usize, y: usize, n: i32): void {
  const s = f32x4.splat(0.1), zero = f32x4.splat(0), one = f32x4.splat(1);
  for (let j: usize = 0, e: usize = <usize>n << 2; j < e; j += 16) {
    const slope = v128.bitselect(one, s, f32x4.gt(v128.load(y + j), zero));
    v128.store(d + j, f32x4.mul(v128.load(d + j), slope));
  }
}

/** Sum of squares, in four lanes added in a fixed order. */
export function sumSquares(x: usize, n: i32): f32 {
  let s = f32x4.splat(0);
  for (let j: usize = 0, e: usize = <usize>n << 2; j < e; j += 16) {
    const v = v128.load(x + j);
    s = f32x4.add(s, f32x4.mul(v, v));
  }
  return f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3);
}

/** x[m,ldx] = softmax over the first n of each row (n any number >= 1; the padding to a multiple of 4 is set to 0). */
export function softmaxRows(x: usize, ldx: i32, m: i32, n: i32): void {
  const sx: usize = <usize>ldx << 2;
  for (let r = 0; r < m; r++) softmax(x + <usize>r * sx, n);
}

import { exp4 } from './math';

function softmax(x: usize, n: i32): void {
  const nb: usize = <usize>n << 2;
  let top: f32 = -3e38;
  for (let j: usize = 0; j < nb; j += 4) top = max(top, load<f32>(x + j));
  const end: usize = (nb + 15) & ~15;
  for (let j: usize = nb; j < end; j += 4) store<f32>(x + j, -3e38);
  const t = f32x4.splat(top);
  let total: f32 = 0;
  for (let j: usize = 0; j < end; j += 16) v128.store(x + j, exp4(f32x4.sub(v128.load(x + j), t)));
  for (let j: usize = 0; j < nb; j += 4) total += load<f32>(x + j);
  for (let j: usize = nb; j < end; j += 4) store<f32>(x + j, 0);
  const inv = f32x4.splat(1 / total);
  for (let j: usize = 0; j < end; j += 16) v128.store(x + j, f32x4.mul(v128.load(x + j), inv));
}

/** Adam on n weights; m, v are the moments, g the gradient (cleared). Rates come corrected for bias. */
export function adam(w: usize, g: usize, m: usize, v: usize, n: i32, rate: f32, b1: f32, b2: f32, eps: f32, scale: f32): void {
  const B1 = f32x4.splat(b1), C1 = f32x4.splat(1 - b1), B2 = f32x4.splat(b2), C2 = f32x4.splat(1 - b2);
  const R = f32x4.splat(rate), E = f32x4.splat(eps), S = f32x4.splat(scale), Z = f32x4.splat(0);
  for (let j: usize = 0, e: usize = <usize>n << 2; j < e; j += 16) {
    const gr = f32x4.mul(v128.load(g + j), S);
    const mm = f32x4.add(f32x4.mul(B1, v128.load(m + j)), f32x4.mul(C1, gr));
    const vv = f32x4.add(f32x4.mul(B2, v128.load(v + j)), f32x4.mul(C2, f32x4.mul(gr, gr)));
    v128.store(m + j, mm); v128.store(v + j, vv); v128.store(g + j, Z);
    v128.store(w + j, f32x4.sub(v128.load(w + j), f32x4.div(f32x4.mul(R, mm), f32x4.add(f32x4.sqrt(vv), E))));
  }
}

/** avg += a * (w - avg): the running mean of the weights. */
export function blend(avg: usize, w: usize, a: f32, n: i32): void {
  const s = f32x4.splat(a);
  for (let j: usize = 0, e: usize = <usize>n << 2; j < e; j += 16) {
    const x = v128.load(avg + j);
    v128.store(avg + j, f32x4.add(x, f32x4.mul(s, f32x4.sub(v128.load(w + j), x))));
  }
}
