// One step of an LSTM for a block of rows; gates lie as [i | f | g | o], each h floats, h a multiple of 4.
import { sigmoid4, tanh4 } from './math';

/**
 * gates[m,4h] hold pre-activations and are overwritten by activations (kept for the way back).
 * cPrev may be 0 for rows from `mPrev` on: those start from nothing. Writes c[m,h] and out[m, ldo].
 */
export function lstmStep(
  gates: usize, ldg: i32, cPrev: usize, mPrev: i32, c: usize, out: usize, ldo: i32, m: i32, h: i32,
): void {
  const hb: usize = <usize>h << 2, sg: usize = <usize>ldg << 2, so: usize = <usize>ldo << 2;
  for (let r = 0; r < m; r++) {
    const g = gates + <usize>r * sg, cr = c + <usize>r * hb, cp = cPrev + <usize>r * hb, o = out + <usize>r * so;
    const fresh = r >= mPrev;
    for (let j: usize = 0; j < hb; j += 16) {
      const gi = sigmoid4(v128.load(g + j)), gf = sigmoid4(v128.load(g + hb + j));
      const gg = tanh4(v128.load(g + hb * 2 + j)), go = sigmoid4(v128.load(g + hb * 3 + j));
      let cc = f32x4.mul(gi, gg);
      if (!fresh) cc = f32x4.add(cc, f32x4.mul(gf, v128.load(cp + j)));
      v128.store(g + j, gi); v128.store(g + hb + j, gf); v128.store(g + hb * 2 + j, gg); v128.store(g + hb * 3 + j, go);
      v128.store(cr + j, cc);
      v128.store(o + j, f32x4.mul(go, tanh4(cc)));
    }
  }
}

/**
 * The way back of `lstmStep`: dOut[m,ldo] and dC[m,h] (from the later step) give dGates (overwriting gates) and
 * dCPrev[mPrev,h]; dC is overwritten.
 */
export function lstmStepBack(
  gates: usize, ldg: i32, cPrev: usize, mPrev: i32, c: usize, dOut: usize, ldo: i32, dC: usize, dCPrev: usize, m: i32, h: i32,
): void {
  const hb: usize = <usize>h << 2, sg: usize = <usize>ldg << 2, so: usize = <usize>ldo << 2;
  const one = f32x4.splat(1);
  for (let r = 0; r < m; r++) {
    const g = gates + <usize>r * sg, cr = c + <usize>r * hb, cp = cPrev + <usize>r * hb, o = dOut + <usize>r * so;
    const dc = dC + <usize>r * hb, dp = dCPrev + <usize>r * hb;
    const fresh = r >= mPrev;
    for (let j: usize = 0; j < hb; j += 16) {
      const gi = v128.load(g + j), gf = v128.load(g + hb + j), gg = v128.load(g + hb * 2 + j), go = v128.load(g + hb * 3 + j);
      const tc = tanh4(v128.load(cr + j)), dh = v128.load(o + j);
      const dcc = f32x4.add(v128.load(dc + j), f32x4.mul(f32x4.mul(dh, go), f32x4.sub(one, f32x4.mul(tc, tc))));
      const dgo = f32x4.mul(f32x4.mul(dh, tc), f32x4.mul(go, f32x4.sub(one, go)));
      const dgi = f32x4.mul(f32x4.mul(dcc, gg), f32x4.mul(gi, f32x4.sub(one, gi)));
      const dgg = f32x4.mul(f32x4.mul(dcc, gi), f32x4.sub(one, f32x4.mul(gg, gg)));
      let dgf = f32x4.splat(0);
      if (!fresh) {
        dgf = f32x4.mul(f32x4.mul(dcc, v128.load(cp + j)), f32x4.mul(gf, f32x4.sub(one, gf)));
        v128.store(dp + j, f32x4.mul(dcc, gf));
      }
      v128.store(g + j, dgi); v128.store(g + hb + j, dgf); v128.store(g + hb * 2 + j, dgg); v128.store(g + hb * 3 + j, dgo);
    }
  }
}
