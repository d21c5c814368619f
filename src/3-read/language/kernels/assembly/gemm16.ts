// Matrix products in 16-bit integers, for reading: exact sums, so the same bits whatever the order or the company.
//
// A is row-major i16. B lies in panels of 8 columns: for each pair of rows p, p+1 of a panel 8 pairs of i16, so that one
// `dot` gives 4 columns two steps of their sum. Whoever packs B sees to it that no sum leaves 32 bits.

/** Bytes of a panel for sums over k (a multiple of 2). */
// @ts-ignore: decorator
@inline
export function panelBytes(k: i32): usize {
  return <usize>k << 4;
}

// @ts-ignore: decorator
@inline
function finish(at: usize, sum: v128, scale: v128, bias: v128, active: bool): void {
  let y = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), bias);
  if (active) y = f32x4.max(y, f32x4.mul(y, f32x4.splat(0.1)));
  v128.store(at, y);
}

/**
 * C[m,n] = (A[m,k] * B[k,n]) * columnScale[n] * rowScale[m] + bias[n], then leaky ReLU where `active`; n is a multiple
 * of 8, k of 2. `rowScale` may be 0: all ones. Strides are counted in elements of their own kind.
 */
export function gemm16(
  c: usize, ldc: i32, a: usize, lda: i32, rowScale: usize, b: usize, columnScale: usize, bias: usize,
  m: i32, k: i32, n: i32, active: bool,
): void {
  const sc: usize = <usize>ldc << 2, sa: usize = <usize>lda << 1, kb: usize = <usize>k << 1, panel = panelBytes(k);
  const ones = f32x4.splat(1);
  for (let j = 0; j < n; j += 8) {
    const jb: usize = <usize>j << 2, bj = b + <usize>(j >> 3) * panel;
    const scale0 = v128.load(columnScale + jb), scale1 = v128.load(columnScale + jb, 16);
    const bias0 = v128.load(bias + jb), bias1 = v128.load(bias + jb, 16);
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      const a0 = a + <usize>i * sa, a1 = a0 + sa, a2 = a1 + sa, a3 = a2 + sa;
      let s00 = i32x4.splat(0), s01 = i32x4.splat(0), s10 = i32x4.splat(0), s11 = i32x4.splat(0);
      let s20 = i32x4.splat(0), s21 = i32x4.splat(0), s30 = i32x4.splat(0), s31 = i32x4.splat(0);
      let bp = bj;
      for (let p: usize = 0; p < kb; p += 4) {
        const b0 = v128.load(bp), b1 = v128.load(bp, 16);
        bp += 32;
        let x = v128.load32_splat(a0 + p);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, b0)); s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, b1));
        x = v128.load32_splat(a1 + p);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, b0)); s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x, b1));
        x = v128.load32_splat(a2 + p);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x, b0)); s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x, b1));
        x = v128.load32_splat(a3 + p);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x, b0)); s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x, b1));
      }
      const c0 = c + <usize>i * sc + jb, c1 = c0 + sc, c2 = c1 + sc, c3 = c2 + sc;
      let r0 = ones, r1 = ones, r2 = ones, r3 = ones;
      if (rowScale) {
        const r = rowScale + (<usize>i << 2);
        r0 = v128.load32_splat(r); r1 = v128.load32_splat(r, 4); r2 = v128.load32_splat(r, 8); r3 = v128.load32_splat(r, 12);
      }
      finish(c0, s00, f32x4.mul(scale0, r0), bias0, active); finish(c0 + 16, s01, f32x4.mul(scale1, r0), bias1, active);
      finish(c1, s10, f32x4.mul(scale0, r1), bias0, active); finish(c1 + 16, s11, f32x4.mul(scale1, r1), bias1, active);
      finish(c2, s20, f32x4.mul(scale0, r2), bias0, active); finish(c2 + 16, s21, f32x4.mul(scale1, r2), bias1, active);
      finish(c3, s30, f32x4.mul(scale0, r3), bias0, active); finish(c3 + 16, s31, f32x4.mul(scale1, r3), bias1, active);
    }
    for (; i < m; i++) {
      const a0 = a + <usize>i * sa;
      let s0 = i32x4.splat(0), s1 = i32x4.splat(0);
      let bp = bj;
      for (let p: usize = 0; p < kb; p += 4) {
        const x = v128.load32_splat(a0 + p);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(bp))); s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(bp, 16)));
        bp += 32;
      }
      const c0 = c + <usize>i * sc + jb;
      const r0 = rowScale ? v128.load32_splat(rowScale + (<usize>i << 2)) : ones;
      finish(c0, s0, f32x4.mul(scale0, r0), bias0, active); finish(c0 + 16, s1, f32x4.mul(scale1, r0), bias1, active);
    }
  }
}

/** Adding this to a float of at most 22 bits leaves its nearest whole number in the low bits. */
// @ts-ignore: decorator
@inline
const ROUND: f32 = 12582912;

/** Two times four floats, |x| < 2^15, to their nearest i16. */
// @ts-ignore: decorator
@inline
export function narrow(x: v128, y: v128): v128 {
  const round = f32x4.splat(ROUND);
  return i8x16.shuffle(
    f32x4.add(x, round), f32x4.add(y, round), 0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 20, 21, 24, 25, 28, 29);
}

/** q[m,k] = x[m,ldx] with each row scaled so that its largest is `top`; rowScale[m] undoes it. k is a multiple of 8. */
export function quantiseRows(q: usize, rowScale: usize, x: usize, ldx: i32, m: i32, k: i32, top: f32): void {
  const sx: usize = <usize>ldx << 2, kb: usize = <usize>k << 2;
  for (let i = 0; i < m; i++) {
    const row = x + <usize>i * sx;
    let v = f32x4.abs(v128.load(row));
    for (let p: usize = 16; p < kb; p += 16) v = f32x4.max(v, f32x4.abs(v128.load(row + p)));
    const largest = max(
      max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)), max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)));
    const scale: f32 = largest > 0 ? top / largest : 0;
    store<f32>(rowScale + (<usize>i << 2), largest / top);
    const s = f32x4.splat(scale);
    for (let p: usize = 0; p < kb; p += 32) {
      v128.store(q, narrow(f32x4.mul(v128.load(row + p), s), f32x4.mul(v128.load(row + p, 16), s)));
      q += 16;
    }
  }
}
