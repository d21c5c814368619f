/** A page to vary in tests. */

export const PARAGRAPHS = [
  'On Monday two shells fell near the old bridge, residents said, and nine people were wounded.',
  'The army denied it. A spokesman told the Example Agency that no gun had been fired that day.',
  'Monitors counted four craters, two of them on the road, and asked for access to the hill above it.',
  'The ministry, which had promised an answer by Friday, said that it was still studying the request.',
];

export const BODY = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
export const PAGE_URL = 'https://www.example-herald.org/2018/03/05/shells-fall';

export function page(body: string, head = ''): string {
  const title = '<title>Shells Fall Near the Bridge - Example Herald</title>';
  return `<!DOCTYPE html><html lang="en-GB"><head>${title}${head}</head><body>${body}</body></html>`;
}
