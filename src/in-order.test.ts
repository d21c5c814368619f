import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function* numbers(n: number, taken: number[] = []): AsyncGenerator<number> {
  for (let i = 0; i < n; i++) {
    taken.push(i);
    yield i;
  }
}

it('yields in the order of the items, whichever ends first', async () => {
  const out: number[] = [];
  for await (const x of inOrder(numbers(20), 4, async (i) => {
    await later((i * 7) % 5);
    return i;
  }))
    out.push(x);
  expect(out).toEqual(Array.from({ length: 20 }, (_, i) => i));
});

it('takes no more items than it may hold', async () => {
  const taken: number[] = [];
  let out = 0;
  for await (const _ of inOrder(numbers(30, taken), 3, (i) => i)) {
    out++;
    await later(1);
    // The one being looked at, and one asked for while the others wait.
    expect(taken.length).toBeLessThanOrEqual(out + 3);
  }
  expect(out).toBe(30);
});

it('hands on a result before the next item comes', async () => {
  let release = () => {};
  async function* slow() {
    yield 1;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    yield 2;
  }
  const results = inOrder(slow(), 4, async (i) => i);
  expect((await results.next()).value).toBe(1);
  const second = results.next();
  await later(1);
  release();
  expect((await second).value).toBe(2);
});

it('fails where the item failed, after the results before it, and closes the source', async () => {
  let closed = false;
  async function* source() {
    try {
      yield* numbers(10);
    } finally {
      closed = true;
    }
  }
  const out: number[] = [];
  const run = async () => {
    for await (const x of inOrder(source(), 4, async (i) => {
      if (i === 3) throw new Error('three');
      await later(2);
      return i;
    }))
      out.push(x);
  };
  await expect(run()).rejects.toThrow('three');
  expect(out).toEqual([0, 1, 2]);
  expect(closed).toBe(true);
});
