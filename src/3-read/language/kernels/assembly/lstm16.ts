// One step of an LSTM for a block of rows, for reading: the recurrent product in 16-bit integers and the gates in one go.
import { narrow, panelBytes } from './gemm16';

/** Numerator and denominator of tanh, the seventh convergent of Lambert's fraction: |error| < 1e-4, bounded by 1. */
// @ts-ignore: decorator
@inline
function bounded(x: v128): v128 {
  return f32x4.max(f32x4.min(x, f32x4.splat(4.97)), f32x4.splat(-4.97));
}
// @ts-ignore: decorator
@inline
function over(x: v128, x2: v128): v128 {
  let p = f32x4.add(x2, f32x4.splat(378));
  p = f32x4.add(f32x4.mul(p, x2), f32x4.splat(17325));
  p = f32x4.add(f32x4.mul(p, x2), f32x4.splat(135135));
  return f32x4.mul(p, x);
}
// @ts-ignore: decorator
@inline
function under(x2: v128): v128 {
  let p = f32x4.add(f32x4.mul(x2, f32x4.splat(28)), f32x4.splat(3150));
  p = f32x4.add(f32x4.mul(p, x2), f32x4.splat(62370));
  return f32x4.add(f32x4.mul(p, x2), f32x4.splat(135135));
}
// @ts-ignore: decorator
@inline
function tanh(x0: v128): v128 {
  const x = bounded(x0), x2 = f32x4.mul(x, x);
  return f32x4.div(over(x, x2), under(x2));
}
// @ts-ignore: decorator
@inline
function sigmoid(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(tanh(f32x4.mul(x, half)), half), half);
}

/** The largest h, 1, as an integer. */
// @ts-ignore: decorator
@inline
const UNIT: f32 = 4096;

/** New cell and output of four cells from their gates. */
// @ts-ignore: decorator
@inline
function cells(i: v128, f: v128, g: v128, o: v128, c: usize, fresh: bool, out: usize): void {
  let cell = f32x4.mul(sigmoid(i), tanh(g));
  if (!fresh) cell = f32x4.add(cell, f32x4.mul(sigmoid(f), v128.load(c)));
  v128.store(c, cell);
  const h = f32x4.mul(f32x4.mul(sigmoid(o), tanh(cell)), f32x4.splat(UNIT));
  v128.store64_lane(out, narrow(h, h), 0);
}

/**
 * gates[m,4h] hold what the input gives, four cells at a time: i i i i f f f f g g g g o o o o. The first `going` rows
 * go on from hidden[going,ld] (i16, in units of 1/4096) and cell[going,h]; the others start from nothing. Writes
 * cell[m,h] and out[m,ld]. `b` are the recurrent weights in panels of 8 columns, h is a multiple of 4.
 */
export function lstmStep16(
  gates: usize, hidden: usize, ld: i32, going: i32, b: usize, columnScale: usize, cell: usize, out: usize, m: i32, h: i32,
): void {
  const sg: usize = <usize>h << 4, sh: usize = <usize>ld << 1, sc: usize = <usize>h << 2, hb: usize = <usize>h << 1;
  const panel = panelBytes(h);
  for (let j = 0; j < h; j += 4) {
    const column: usize = <usize>j << 4, cj: usize = <usize>j << 2, oj: usize = <usize>j << 1;
    const first = b + <usize>(j >> 1) * panel, scale = columnScale + column;
    const k0 = v128.load(scale), k1 = v128.load(scale, 16), k2 = v128.load(scale, 32), k3 = v128.load(scale, 48);
    let r = 0;
    for (; r + 2 <= going; r += 2) {
      const x0 = hidden + <usize>r * sh, x1 = x0 + sh;
      let s00 = i32x4.splat(0), s01 = i32x4.splat(0), s02 = i32x4.splat(0), s03 = i32x4.splat(0);
      let s10 = i32x4.splat(0), s11 = i32x4.splat(0), s12 = i32x4.splat(0), s13 = i32x4.splat(0);
      let p0 = first, p1 = first + panel;
      for (let p: usize = 0; p < hb; p += 4) {
        const x = v128.load32_splat(x0 + p), y = v128.load32_splat(x1 + p);
        let w = v128.load(p0);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, w)); s10 = i32x4.add(s10, i32x4.dot_i16x8_s(y, w));
        w = v128.load(p0, 16);
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, w)); s11 = i32x4.add(s11, i32x4.dot_i16x8_s(y, w));
        w = v128.load(p1);
        s02 = i32x4.add(s02, i32x4.dot_i16x8_s(x, w)); s12 = i32x4.add(s12, i32x4.dot_i16x8_s(y, w));
        w = v128.load(p1, 16);
        s03 = i32x4.add(s03, i32x4.dot_i16x8_s(x, w)); s13 = i32x4.add(s13, i32x4.dot_i16x8_s(y, w));
        p0 += 32; p1 += 32;
      }
      const g0 = gates + <usize>r * sg + column, g1 = g0 + sg, c0 = cell + <usize>r * sc + cj, o0 = out + <usize>r * sh + oj;
      cells(plus(g0, s00, k0), plus(g0 + 16, s01, k1), plus(g0 + 32, s02, k2), plus(g0 + 48, s03, k3), c0, false, o0);
      cells(plus(g1, s10, k0), plus(g1 + 16, s11, k1), plus(g1 + 32, s12, k2), plus(g1 + 48, s13, k3), c0 + sc, false, o0 + sh);
    }
    for (; r < going; r++) {
      const x0 = hidden + <usize>r * sh;
      let s0 = i32x4.splat(0), s1 = i32x4.splat(0), s2 = i32x4.splat(0), s3 = i32x4.splat(0);
      let p0 = first, p1 = first + panel;
      for (let p: usize = 0; p < hb; p += 4) {
        const x = v128.load32_splat(x0 + p);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(p0))); s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(p0, 16)));
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(x, v128.load(p1))); s3 = i32x4.add(s3, i32x4.dot_i16x8_s(x, v128.load(p1, 16)));
        p0 += 32; p1 += 32;
      }
      const g0 = gates + <usize>r * sg + column;
      cells(plus(g0, s0, k0), plus(g0 + 16, s1, k1), plus(g0 + 32, s2, k2), plus(g0 + 48, s3, k3),
        cell + <usize>r * sc + cj, false, out + <usize>r * sh + oj);
    }
    for (; r < m; r++) {
      const g0 = gates + <usize>r * sg + column;
      cells(v128.load(g0), v128.load(g0, 16), v128.load(g0, 32), v128.load(g0, 48),
        cell + <usize>r * sc + cj, true, out + <usize>r * sh + oj);
    }
  }
}

// @ts-ignore: decorator
@inline
function plus(gate: usize, sum: v128, scale: v128): v128 {
  return f32x4.add(v128.load(gate), f32x4.mul(f32x4.convert_i32x4_s(sum), scale));
}
