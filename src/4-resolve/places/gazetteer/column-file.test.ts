import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnFile, ColumnFileWriter } from './column-file.ts';

function write(fill: (file: ColumnFileWriter) => void): Uint8Array {
  const pieces: Uint8Array[] = [];
  const file = new ColumnFileWriter((bytes) => pieces.push(bytes.slice()));
  fill(file);
  file.end({ made: 'for a test' });
  return new Uint8Array(Buffer.concat(pieces));
}

describe('column file', () => {
  it('gives back what was written, packed and plain', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (numbers) => {
        const signed = Int32Array.from(numbers);
        const bytes = write((file) => {
          file.packed('packed', signed);
          file.packed('delta', signed, true);
          file.packed('short', Uint16Array.from(numbers.map((number) => number & 0xffff)));
          file.plain('plain', 'i32', [new Uint8Array(signed.buffer)]);
          file.packed('text', new TextEncoder().encode('a\nb'));
        });
        const file = new ColumnFile(bytes);
        expect([...file.i32('packed')]).toEqual(numbers);
        expect([...file.i32('delta')]).toEqual(numbers);
        expect([...file.u16('short')]).toEqual(numbers.map((number) => number & 0xffff));
        expect([...file.i32('plain')]).toEqual(numbers);
        expect(file.lines('text')).toEqual(['a', 'b']);
        expect(file.about).toEqual({ made: 'for a test' });
      }),
    );
  });

  it('opens bytes that lie askew in a larger buffer', () => {
    const bytes = write((file) => file.plain('n', 'u32', [new Uint8Array(Uint32Array.of(7, 8).buffer)]));
    const askew = new Uint8Array(bytes.length + 3);
    askew.set(bytes, 3);
    expect([...new ColumnFile(askew.subarray(3)).u32('n')]).toEqual([7, 8]);
  });

  it('refuses what is no column file, is cut short or is damaged', () => {
    const bytes = write((file) => file.packed('n', Uint8Array.of(1, 2, 3)));
    expect(() => new ColumnFile(new Uint8Array(100))).toThrow('not a gazetteer file');
    expect(() => new ColumnFile(bytes.subarray(0, bytes.length - 1))).toThrow('cut short');
    const damaged = bytes.slice();
    damaged[bytes.length - 7] = 255;
    expect(() => new ColumnFile(damaged)).toThrow('damaged');
    expect(() => new ColumnFile(bytes).u8('other')).toThrow('no column other');
  });
});
