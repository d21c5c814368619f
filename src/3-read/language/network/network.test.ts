import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chance, randomNetwork } from '../../../../test/support/random-network.ts';
import { LanguageNetwork, type NetworkInput } from './network.ts';
import { PIECE_MAX } from './pieces.ts';

const wasm = new WebAssembly.Module(
  readFileSync(path.resolve(import.meta.dirname, '../../../../models/kernels.wasm')),
);

/** Sentences of made-up words, some of them known, with flags here and there. */
function sentences(count: number, longest: number, seed = 3): NetworkInput[] {
  const next = chance(seed);
  return Array.from({ length: count }, () => {
    const n = 1 + next(longest);
    const forms = Array.from({ length: n }, () => ['the', 'army', `w${next(3000)}`, 'Idlib', '.'][next(5)]!);
    return {
      forms,
      flags: next(3) === 0 ? null : Float32Array.from({ length: n * 16 }, () => (next(8) === 0 ? 1 : 0)),
    };
  });
}

describe('the language network', () => {
  it('reads a sentence the same alone, in company, in any order and on another instance', () => {
    const network = new LanguageNetwork(wasm, randomNetwork());
    const all = sentences(150, 40);
    const together = network.analyse(all);
    const reversed = network.analyse([...all].reverse()).reverse();
    const alone = all.map((s) => new LanguageNetwork(wasm, randomNetwork()).analyse([s])[0]!);
    expect(together).toEqual(alone);
    expect(reversed).toEqual(alone);
  });

  it('gives every word one head and every sentence one root, whatever the weights', () => {
    for (const spread of [0, 0.01, 1, 300]) {
      const network = new LanguageNetwork(wasm, randomNetwork(5, { spread }));
      for (const { heads } of network.analyse(sentences(60, 30, 9))) {
        expect(heads.filter((h) => h === -1)).toHaveLength(1);
        for (let t = 0; t < heads.length; t++) {
          let steps = 0;
          for (let at = t; at !== -1; at = heads[at]!) expect(steps++).toBeLessThanOrEqual(heads.length);
        }
      }
    }
  });

  it('keeps its memory the same size however much it reads', () => {
    const network = new LanguageNetwork(wasm, randomNetwork());
    network.analyse(sentences(100, 60));
    const { memory } = network;
    for (let seed = 10; seed < 20; seed++) network.analyse(sentences(100, 60, seed));
    expect(network.memory).toBe(memory);
  });

  it('reads a sentence longer than any in pieces, as one tree', () => {
    const network = new LanguageNetwork(wasm, randomNetwork());
    network.analyse(sentences(1, 1));
    const forms = Array.from({ length: 20 * PIECE_MAX + 7 }, (_, i) => (i % 9 === 0 ? ',' : `w${i}`));
    const [long, after] = network.analyse([
      { forms, flags: null },
      { forms: ['said'], flags: null },
    ]);
    const { memory } = network;
    network.analyse([{ forms: [...forms, ...forms], flags: null }]);
    expect(network.memory).toBe(memory);
    expect(long!.heads).toHaveLength(forms.length);
    expect(long!.heads.filter((h) => h === -1)).toHaveLength(1);
    expect(long!.nameScores.length % forms.length).toBe(0);
    expect(after!.heads).toEqual(Int32Array.of(-1));
  });

  it('refuses bytes that are no network file', () => {
    const file = randomNetwork();
    expect(() => new LanguageNetwork(wasm, new Uint8Array(4))).toThrow('not a network file');
    expect(() => new LanguageNetwork(wasm, file.subarray(0, file.length - 64))).toThrow('ends within');
  });
});
