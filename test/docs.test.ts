/** Pages that are made from the code are as the code makes them. */
import { expect, it } from 'vitest';
import { stalePages } from '../scripts/docs.ts';

it('has no stale page: npm run docs writes them', async () => {
  expect(await stalePages()).toEqual([]);
});
