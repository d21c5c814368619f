/**
 * What others reach on PolNeAR, by the same reference scorer and on the articles named: F1 of tokens, exact and shared
 * spans for each role, and of attributions whose source and content both meet. Re-scored from published outputs.
 */
export interface PublishedRow {
  system: string;
  articles: string;
  source: readonly [number, number, number];
  cue: readonly [number, number, number];
  content: readonly [number, number, number];
  /** Null where the system ties no source to its content. */
  linked: number | null;
}

export const PUBLISHED: readonly PublishedRow[] = [
  {
    system: 'human against human',
    articles: 'train, 16',
    source: [80.8, 79.5, 84.3],
    cue: [69.7, 71.7, 81.4],
    content: [91.6, 69.2, 85.4],
    linked: 78.8,
  },
  {
    system: 'human against human',
    articles: 'test, 2',
    source: [82.6, 72.7, 76.1],
    cue: [57.4, 59.1, 73.3],
    content: [85.3, 62.5, 74.4],
    linked: 71.0,
  },
  {
    system: 'BERT, Groningen 2022',
    articles: 'test, 82',
    source: [85.5, 80.0, 85.8],
    cue: [74.2, 72.9, 83.3],
    content: [88.6, 62.6, 81.3],
    linked: null,
  },
  {
    system: 'CRF, Groningen 2022',
    articles: 'test, 82',
    source: [64.4, 64.3, 71.2],
    cue: [57.6, 60.5, 70.8],
    content: [74.7, 44.5, 74.0],
    linked: null,
  },
];

/** The only linked figure printed for PolNeAR dev: its rule of pairing is not public. */
export const PUBLISHED_LINKED = { system: 'CRF, VU Amsterdam 2021', articles: 'dev', linked: 29.4 };
