/** What a benchmark measures: names to numbers, higher is better unless the name ends in Seconds, Wrong or Error. */
export type Figures = Record<string, number>;
