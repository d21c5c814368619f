/**
 * Figures in documents. `<!-- figure speed.tokensPerSecond -->15 200<!-- /figure -->` is rewritten from bench/figures.json, which
 * `npm run bench -- NAME --keep` writes: no figure in a document is typed by hand.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MARK = /<!-- figure ([\w-]+)\.([^<>]+?) -->(.*?)<!-- \/figure -->/g;

export type KeptFigures = Record<string, Record<string, number>>;

/** What the benchmarks last measured and kept; empty where nothing was kept yet. */
export function keptFigures(): KeptFigures {
  const file = path.join(ROOT, 'bench/figures.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptFigures) : {};
}

/** The text with each marked figure as it was last kept; `unknown` collects names that no benchmark keeps. */
export function withFigures(text: string, figures: KeptFigures, unknown: string[] = []): string {
  return text.replace(MARK, (whole, bench: string, name: string) => {
    const value = figures[bench]?.[name];
    if (value === undefined) {
      unknown.push(`${bench}.${name}`);
      return whole;
    }
    return `<!-- figure ${bench}.${name} -->${spaced(value)}<!-- /figure -->`;
  });
}

/** 15234.5 -> "15 235"; small numbers keep up to two decimals. */
function spaced(value: number): string {
  if (Math.abs(value) < 1000) return String(Math.round(value * 100) / 100);
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
}
