/** Made-up reports for timing: the same every time. */

/** A report's words: those of its place, of its day's news, of the war, and common ones. */
export function wordsOf(random: () => number, place: number, day: number): string {
  const words: string[] = [];
  for (let i = 0; i < 12; i++) words.push(`place${place}word${Math.floor(random() * 40)}`);
  for (let i = 0; i < 12; i++) words.push(`day${day}word${Math.floor(random() * 200)}`);
  for (let i = 0; i < 20; i++) words.push(`war${Math.floor(random() * 2_000)}`);
  return words.join(' ');
}

export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
