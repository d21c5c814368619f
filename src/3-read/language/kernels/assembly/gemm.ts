// Matrix product, the one kernel that dominates. Row-major f32, strides in floats.

/**
 * C[m,n] += A[m,k] * B[k,n]. `n` is a multiple of 8. Every output is summed over k in the same order whatever
 * its row, so a row's result does not depend on which rows stand beside it.
 */
export function gemm(
  c: usize, ldc: i32, a: usize, lda: i32, b: usize, ldb: i32,
  m: i32, k: i32, n: i32,
): void {
  const sc: usize = <usize>ldc << 2, sa: usize = <usize>lda << 2, sb: usize = <usize>ldb << 2;
  const nb: usize = <usize>n << 2, kb: usize = <usize>k << 2;
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const a0 = a + <usize>i * sa, a1 = a0 + sa, a2 = a1 + sa, a3 = a2 + sa;
    const c0 = c + <usize>i * sc, c1 = c0 + sc, c2 = c1 + sc, c3 = c2 + sc;
    for (let j: usize = 0; j < nb; j += 32) {
      let s00 = v128.load(c0 + j), s01 = v128.load(c0 + j, 16);
      let s10 = v128.load(c1 + j), s11 = v128.load(c1 + j, 16);
      let s20 = v128.load(c2 + j), s21 = v128.load(c2 + j, 16);
      let s30 = v128.load(c3 + j), s31 = v128.load(c3 + j, 16);
      let bp = b + j;
      for (let p: usize = 0; p < kb; p += 4) {
        const b0 = v128.load(bp), b1 = v128.load(bp, 16);
        bp += sb;
        let x = v128.load32_splat(a0 + p);
        s00 = f32x4.add(s00, f32x4.mul(x, b0)); s01 = f32x4.add(s01, f32x4.mul(x, b1));
        x = v128.load32_splat(a1 + p);
        s10 = f32x4.add(s10, f32x4.mul(x, b0)); s11 = f32x4.add(s11, f32x4.mul(x, b1));
        x = v128.load32_splat(a2 + p);
        s20 = f32x4.add(s20, f32x4.mul(x, b0)); s21 = f32x4.add(s21, f32x4.mul(x, b1));
        x = v128.load32_splat(a3 + p);
        s30 = f32x4.add(s30, f32x4.mul(x, b0)); s31 = f32x4.add(s31, f32x4.mul(x, b1));
      }
      v128.store(c0 + j, s00); v128.store(c0 + j, s01, 16);
      v128.store(c1 + j, s10); v128.store(c1 + j, s11, 16);
      v128.store(c2 + j, s20); v128.store(c2 + j, s21, 16);
      v128.store(c3 + j, s30); v128.store(c3 + j, s31, 16);
    }
  }
  for (; i < m; i++) {
    const a0 = a + <usize>i * sa, c0 = c + <usize>i * sc;
    let j: usize = 0;
    for (; j + 64 <= nb; j += 64) {
      let s0 = v128.load(c0 + j), s1 = v128.load(c0 + j, 16), s2 = v128.load(c0 + j, 32), s3 = v128.load(c0 + j, 48);
      let bp = b + j;
      for (let p: usize = 0; p < kb; p += 4) {
        const x = v128.load32_splat(a0 + p);
        s0 = f32x4.add(s0, f32x4.mul(x, v128.load(bp))); s1 = f32x4.add(s1, f32x4.mul(x, v128.load(bp, 16)));
        s2 = f32x4.add(s2, f32x4.mul(x, v128.load(bp, 32))); s3 = f32x4.add(s3, f32x4.mul(x, v128.load(bp, 48)));
        bp += sb;
      }
      v128.store(c0 + j, s0); v128.store(c0 + j, s1, 16); v128.store(c0 + j, s2, 32); v128.store(c0 + j, s3, 48);
    }
    for (; j < nb; j += 32) {
      let s0 = v128.load(c0 + j), s1 = v128.load(c0 + j, 16);
      let bp = b + j;
      for (let p: usize = 0; p < kb; p += 4) {
        const x = v128.load32_splat(a0 + p);
        s0 = f32x4.add(s0, f32x4.mul(x, v128.load(bp))); s1 = f32x4.add(s1, f32x4.mul(x, v128.load(bp, 16)));
        bp += sb;
      }
      v128.store(c0 + j, s0); v128.store(c0 + j, s1, 16);
    }
  }
}

/** B[n,m] = A[m,n] transposed. */
export function transpose(b: usize, ldb: i32, a: usize, lda: i32, m: i32, n: i32): void {
  for (let i0 = 0; i0 < m; i0 += 16) {
    const i1 = min(i0 + 16, m);
    for (let j = 0; j < n; j++) {
      for (let i = i0; i < i1; i++) {
        store<f32>(b + (<usize>(j * ldb + i) << 2), load<f32>(a + (<usize>(i * lda + j) << 2)));
      }
    }
  }
}
