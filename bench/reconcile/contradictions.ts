/** Contradictions that real texts of many outlets come to, printed by document for judging by hand: a false one costs trust. */
import { openTables, Reconciler, reportOf } from '../../src/6-reconcile/index.ts';
import { openEngine } from '../../src/engine.ts';
import { readPackageFile } from '../../src/package.ts';
import { corpus, jsonLines } from '../corpora.ts';
import type { Figures } from '../figures.ts';
import { readText } from '../read.ts';

interface Text {
  id: string;
  text: string;
  title?: string;
  url?: string;
  dct?: string;
  source?: string;
  genre?: string;
}

/** Corpora whose texts are of the same wars or outbreaks are set side by side. */
const SETS: Record<string, readonly string[]> = {
  syria: ['wikipedia_syria_2017/articles.jsonl', 're3d/all.jsonl', 'gum/dev.jsonl', 'gum/train.jsonl'],
  outbreaks: ['geovirus/geovirus.jsonl'],
  bombings: ['tempeval3/tempeval3.jsonl'],
};

export function contradictionFigures(): Figures {
  const engine = openEngine();
  const figures: Figures = {};
  for (const [name, files] of Object.entries(SETS)) {
    const reconciler = new Reconciler({ tables: openTables(readPackageFile) });
    for (const text of files.flatMap((file) => jsonLines<Text>(corpus(`corpora/${file}`)))) {
      if (text.genre !== undefined && text.genre !== 'news') continue;
      const { id, text: words, title, url, dct, source } = text;
      const given = {
        ...(title ? { title } : {}),
        ...(url ? { url } : {}),
        ...(dct ? { published: dct } : {}),
      };
      const report = reportOf(readText({ id, text: words, ...given }, engine));
      const claims = report.claims.map((one) => ({ ...one, claim: { ...one.claim, document: id } }));
      reconciler.set({ ...report, document: id, publisher: source ?? report.publisher, claims });
    }
    const incidents = reconciler.incidents();
    figures[`contradictions.${name}.incidents`] = incidents.length;
    for (const { contradictions, origins } of incidents)
      for (const { kind, byAccused, sides } of contradictions) {
        const key = `contradictions.${name}.${kind}${byAccused ? 'ByAccused' : ''}`;
        figures[key] = Number(figures[key] ?? 0) + 1;
        const told = new Map(
          origins.flatMap(({ claims }) => claims.map((one) => [one.claim, one.document] as const)),
        );
        const documents = sides.flatMap(({ claims }) => claims.map((claim) => told.get(claim) ?? ''));
        console.log(name, kind, byAccused ? '(accused)' : '', [...new Set(documents)].join(' '));
      }
  }
  return figures;
}
