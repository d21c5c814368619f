/** A megabyte of each kind of hostile text, and a quarter of it: the time must grow with the length, not faster. */
import { openLanguage } from '../src/engine.ts';
import type { Figures } from './figures.ts';

const KINDS: Record<string, (n: number) => string> = {
  'any Unicode': (n) => {
    let state = 7;
    const points = Array.from({ length: n }, () => {
      state = (Math.imul(state, 1103515245) + 12345) | 0;
      return String.fromCodePoint((state >>> 8) % 0x110000);
    });
    return points.join('').slice(0, n);
  },
  'one word': (n) => 'a'.repeat(n),
  'nested brackets': (n) => '('.repeat(n / 2) + ')'.repeat(n / 2),
  'no sentence end': (n) => 'the army moved '.repeat(n / 15),
  'empty lines': (n) => '\n'.repeat(n),
  'short lines': (n) => 'a\n'.repeat(n / 2),
  capitals: (n) => 'ABU '.repeat(n / 4),
  names: (n) => 'Syrian Army '.repeat(n / 12),
  quotes: (n) => `"'`.repeat(n / 2),
  hyphens: (n) => 'Al-'.repeat(n / 3),
};

export function hostileTimes(size = 1_000_000): Figures {
  const { language } = openLanguage();
  language.parse('The army said on Monday that five people were killed.');
  const figures: Figures = {};
  const seconds = (text: string) => {
    const start = process.cpuUsage();
    const { sentences } = language.parse(text);
    const { user, system } = process.cpuUsage(start);
    return { seconds: (user + system) / 1e6, words: sentences.reduce((n, s) => n + s.tokens.length, 0) };
  };
  console.log('text               quarter   whole   growth (4 is linear)  words');
  for (const [name, make] of Object.entries(KINDS)) {
    const quarter = seconds(make(size / 4));
    const whole = seconds(make(size));
    console.log(
      `${name.padEnd(18)} ${quarter.seconds.toFixed(2).padStart(6)} s ${whole.seconds.toFixed(2).padStart(6)} s  ${(whole.seconds / quarter.seconds).toFixed(1).padStart(5)}                 ${whole.words}`,
    );
    figures[`${name} Seconds`] = whole.seconds;
  }
  return figures;
}
