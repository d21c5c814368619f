/** Answers that are no JSON object, as the OpenAPI document tells of them. */

/** A file or stream of one media type. */
export const fileOf = (mediaType: string, description: string) => ({
  description,
  content: { [mediaType]: { schema: { type: 'string' } } },
});

export const CSV = { 200: fileOf('text/csv', 'CSV, UTF-8, with the names of columns in the first row') };

/** One object a line, each as `item` names it. */
export const ndjsonOf = (item: string) => ({
  200: fileOf('application/x-ndjson', `one ${item} a line`),
});
