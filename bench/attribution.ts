/**
 * Who says what, against PolNeAR (news, the outermost source only) and GUM (24 genres, nested too), dev parts, by the
 * reference scorer. Measuring only: nothing is trained on either. `--train N` measures the first N training articles.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Engine, openEngine } from '../src/engine.ts';
import type { Attribution, Span } from '../src/records/index.ts';
import { PUBLISHED, PUBLISHED_LINKED } from './attribution-published.ts';
import { sample } from './attribution-sample.ts';
import { corpus, jsonLines, score } from './corpora.ts';
import type { Figures } from './figures.ts';
import { readText } from './read.ts';

export interface GoldAttribution {
  source: Span[];
  cue: Span[];
  content: Span[];
}

export interface GoldArticle {
  id: string;
  genre?: string;
  text: string;
  attributions: GoldAttribution[];
}

const plain = ({ source, cue, content }: Attribution): GoldAttribution => ({
  source: source.spans,
  cue: cue?.spans ?? [],
  content,
});

/** An article's attributions as read; the outermost layer only, or all. */
function read({ id, text }: GoldArticle, engine: Engine, nested: boolean): GoldAttribution[] {
  return readText({ id, text }, engine)
    .attributions.filter((a) => nested || a.nestedIn === null)
    .map(plain);
}

/** Forms of about sixty verbs of saying, and "according to": the same for the gold and for what is read. */
const SAYS =
  /\b(?:says?|said|saying|tells?|told|telling|according to|add(?:s|ed|ing)?|writes?|wrote|writing|asks?|asked|asking|not(?:es|ed|ing)|reports?|reported|reporting|announc(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|tweet(?:s|ed|ing)?|argu(?:e|es|ed|ing)|continued|explain(?:s|ed|ing)?|acknowledg(?:e|es|ed|ing)|declar(?:e|es|ed|ing)|recall(?:s|ed|ing)?|claim(?:s|ed|ing)?|respond(?:s|ed|ing)?|stat(?:es|ed|ing)|insist(?:s|ed|ing)?|warn(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|reveal(?:s|ed|ing)?|admit(?:s|ted|ting)?|den(?:y|ies|ied|ying)|confirm(?:s|ed|ing)?|assert(?:s|ed|ing)?|alleg(?:e|es|ed|ing)|conclud(?:e|es|ed|ing)|reiterat(?:e|es|ed|ing)|conced(?:e|es|ed|ing)|stress(?:es|ed|ing)?|emphasi[sz](?:e|es|ed|ing)|complain(?:s|ed|ing)?|remark(?:s|ed|ing)?|quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|reportedly|allegedly)\b/i;

const saysIn = (text: string, { cue }: GoldAttribution) =>
  SAYS.test(cue.map(([start, end]) => text.slice(start, end)).join(' '));

/** F1 of every line the scorer prints. */
function scoreArticles(pairs: readonly { gold: GoldArticle; read: GoldAttribution[] }[]): Figures {
  const dir = mkdtempSync(path.join(tmpdir(), 'reportedly-attribution-'));
  try {
    const file = (name: string, lines: unknown[]) => {
      const to = path.join(dir, name);
      writeFileSync(to, lines.map((line) => JSON.stringify(line)).join('\n'));
      return to;
    };
    const printed = score('score_attribution.py', [
      file(
        'gold.jsonl',
        pairs.map((p) => ({ id: p.gold.id, text: p.gold.text, attributions: p.gold.attributions })),
      ),
      file(
        'read.jsonl',
        pairs.map((p) => ({ id: p.gold.id, attributions: p.read })),
      ),
    ]);
    const lines = printed.matchAll(/^\s+(\S.*?)\s+P\s+[\d.]+\s+R\s+[\d.]+\s+F1\s+([\d.]+)/gm);
    return Object.fromEntries([...lines].map(([, name, f1]) => [name!, Number(f1)]));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const cells = (values: readonly number[]) => values.map((v) => v.toFixed(1).padStart(5)).join(' / ');

function row(name: string, articles: string, roles: readonly (readonly number[])[], linked: number | null) {
  const columns = roles.map((role) => cells(role)).join('   ');
  console.log(`${name.padEnd(24)} ${articles.padEnd(10)} ${columns}   ${linked?.toFixed(1) ?? '-'}`);
}

function ownRow(name: string, articles: string, figures: Figures) {
  const role = (key: string) => ['token', 'exact', 'partial'].map((unit) => figures[`${key} ${unit}`] ?? 0);
  row(
    name,
    articles,
    [role('source'), role('cue'), role('content')],
    figures['AR content+source partial'] ?? 0,
  );
}

function polnear(engine: Engine, train: number): Figures {
  const articles = jsonLines<GoldArticle>(corpus(`corpora/polnear/${train > 0 ? 'train' : 'dev'}.jsonl`));
  const pairs = articles
    .slice(0, train > 0 ? train : undefined)
    .map((gold) => ({ gold, read: read(gold, engine, false) }));
  const all = scoreArticles(pairs);
  const says = scoreArticles(
    pairs.map(({ gold, read }) => ({
      gold: { ...gold, attributions: gold.attributions.filter((a) => saysIn(gold.text, a)) },
      read: read.filter((a) => saysIn(gold.text, a)),
    })),
  );
  console.log(
    'PolNeAR, F1              articles   source tok / exact / soft cue tok / exact / soft  content tok / exact / soft  source+content soft',
  );
  const part = `${train > 0 ? 'train' : 'dev'}, ${pairs.length}`;
  ownRow('Reportedly', part, all);
  ownRow('Reportedly, say-type', part, says);
  for (const p of PUBLISHED) row(p.system, p.articles, [p.source, p.cue, p.content], p.linked);
  console.log(
    `${PUBLISHED_LINKED.system.padEnd(24)} ${PUBLISHED_LINKED.articles.padEnd(10)} ${' '.repeat(76)}${PUBLISHED_LINKED.linked}`,
  );
  return {
    'polnear.AR': all['AR content+source partial']!,
    'polnear.source': all['source token']!,
    'polnear.cue': all['cue token']!,
    'polnear.content': all['content token']!,
    'polnear.sayAR': says['AR content+source partial']!,
  };
}

function gum(engine: Engine): Figures {
  const pairs = jsonLines<GoldArticle>(corpus('corpora/gum/dev.jsonl')).map((gold) => ({
    gold,
    read: read(gold, engine, true),
  }));
  console.log('\nGUM dev, all layers (no published system is comparable)');
  const of = (keep: (genre: string) => boolean) => pairs.filter(({ gold }) => keep(gold.genre ?? ''));
  const genres = [...new Set(pairs.map(({ gold }) => gold.genre ?? ''))].sort();
  for (const genre of genres.filter((g) => g !== 'news')) {
    const chosen = of((g) => g === genre);
    ownRow(genre, String(chosen.length), scoreArticles(chosen));
  }
  const news = scoreArticles(of((g) => g === 'news'));
  ownRow('news', String(of((g) => g === 'news').length), news);
  const all = scoreArticles(pairs);
  ownRow('all', String(pairs.length), all);
  return { 'gum.AR': all['AR content+source partial']!, 'gum.newsAR': news['AR content+source partial']! };
}

export function run(args: readonly string[] = []): Figures {
  const engine = openEngine();
  const train = args[0] === '--train' ? Number(args[1] ?? 84) : 0;
  return { ...polnear(engine, train), ...(train > 0 ? {} : { ...gum(engine), ...sample(engine) }) };
}
