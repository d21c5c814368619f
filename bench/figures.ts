/** What a benchmark measures: names to numbers, higher is better unless `lowerIsBetter`. */
export type Figures = Record<string, number>;

/** Times, sizes and errors. */
export const lowerIsBetter = (name: string): boolean => /(?:Seconds|MB|Wrong|Error)$/.test(name);
