/** The types that flow. Imports nothing of ours; everything else imports these. */
export * from './article.ts';
export * from './attribution.ts';
export * from './claim.ts';
export * from './document.ts';
export * from './mentions.ts';
export * from './reading.ts';
export * from './span.ts';
