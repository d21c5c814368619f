/** One claim shown on its text: the sentences with each field's words in its colour, then the fields, then the rules. */
import colours from 'picocolors';
import type { Claim, Reading, Span } from '../../records/index.ts';
import { clean, effectText } from './claims-table.ts';

type Paint = (text: string) => string;

interface Field {
  name: string;
  spans: Span[];
  value: string;
  paint: Paint;
}

const span = (s: Span | null | undefined): Span[] => (s ? [s] : []);

export function explainClaim(claim: Claim, reading: Reading, width: number): string {
  const fields = fieldsOf(claim, reading);
  const out = [
    colours.bold(clean(claim.text)),
    '',
    excerpt(claim, reading, fields, Math.min(width, 110)),
    '',
    ...fields.map(
      ({ name, value, paint, spans }) =>
        `  ${name.padEnd(12)} ${paint(value)}${spans.length > 0 ? '' : colours.dim('  (no words of its own)')}`,
    ),
    '',
    `  rules        ${claim.rules.join(', ')}`,
    `  claim        ${claim.id}`,
    `  document     ${reading.document}`,
    `  engine       ${reading.engine.version}`,
    '',
  ];
  return out.join('\n');
}

function fieldsOf(claim: Claim, reading: Reading): Field[] {
  const party = (id: string | null) => reading.parties.find((p) => p.id === id)?.name;
  const fields: Field[] = [];
  const add = (name: string, spans: Span[], value: string, paint: Paint) =>
    fields.push({ name, spans, value: clean(value), paint });
  for (const [i, hop] of claim.chain.entries()) {
    const meant = party(hop.source.party);
    const implied = hop.source.basis === 'implied' ? ', implied' : '';
    add(
      i === 0 ? 'said by' : 'on word of',
      hop.source.spans,
      `${hop.source.text || 'unnamed'}${meant ? ` = ${meant}` : ''} (${hop.source.kind}${implied})`,
      colours.magenta,
    );
    if (hop.cue) add('cue', hop.cue.spans, hop.cue.text, colours.blue);
  }
  if (claim.chain.length === 0) add('said by', [], "the author's own voice", colours.magenta);
  add('certainty', claim.certaintyWords, claim.certainty, colours.yellow);
  const event = claim.events[0];
  add('kind', [], claim.kind, colours.dim);
  if (!event) return fields;
  if (event.type) add('type', span(event.trigger), event.type, colours.red);
  for (const [name, roles] of [
    ['by', event.by],
    ['against', event.against],
  ] as const) {
    for (const role of roles) {
      const words = role.span ? reading.article.text.slice(...role.span) : '';
      add(
        name,
        span(role.span),
        `${words}${party(role.party) ? ` = ${party(role.party)}` : ''} (${role.basis}${role.rule ? `, ${role.rule}` : ''})`,
        colours.cyan,
      );
    }
  }
  const place = reading.places.find((p) => p.id === event.place);
  if (place)
    add(
      'place',
      [place.span],
      `${place.text}${place.name ? ` = ${place.name}` : ''} (${[place.status, place.precision, place.country, place.lat === null ? null : `${place.lat}, ${place.lon}`].filter(Boolean).join(', ')})`,
      colours.green,
    );
  const time = reading.times.find((t) => t.id === event.time);
  if (time)
    add(
      'time',
      [time.span],
      `${time.text} = ${time.from ?? '?'} to ${time.to ?? '?'} (${time.precision})`,
      colours.green,
    );
  for (const means of event.means) add('means', [means], reading.article.text.slice(...means), colours.cyan);
  for (const effect of event.effects)
    add(
      'effect',
      [effect.span],
      `${effectText(effect)}${effect.partOf ? `, part of ${effect.partOf}` : ''}${effect.scope === 'happening' ? '' : `, ${effect.scope}`}`,
      colours.red,
    );
  return fields;
}

/** The text around the claim, wrapped, each field's words painted; the claim's own words underlined. */
function excerpt(claim: Claim, reading: Reading, fields: readonly Field[], width: number): string {
  const { text } = reading.article;
  const all = [...claim.spans, ...fields.flatMap((f) => f.spans)];
  const near = all.filter(([s]) => Math.abs(s - claim.spans[0]![0]) < 600);
  const from = lineStart(text, Math.min(...near.map(([s]) => s)));
  const to = lineEnd(text, Math.max(...near.map(([, e]) => e)));
  const words: string[] = [];
  for (const match of text.slice(from, to).matchAll(/\S+/g)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const field = fields.find((f) => f.spans.some(([s, e]) => s < end && e > start));
    const own = claim.spans.some(([s, e]) => s < end && e > start);
    const word = clean(match[0]);
    const painted = field ? field.paint(word) : word;
    words.push(own ? colours.underline(painted) : painted);
  }
  return wrap(words, text.slice(from, to).match(/\S+/g) ?? [], width);
}

const lineStart = (text: string, at: number) =>
  Math.max(0, Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('. ', Math.max(0, at - 1)) + 1));
function lineEnd(text: string, at: number): number {
  const stop = text.indexOf('. ', at);
  const line = text.indexOf('\n', at);
  const ends = [stop < 0 ? text.length : stop + 1, line < 0 ? text.length : line];
  return Math.min(...ends);
}

function wrap(painted: readonly string[], plain: readonly string[], width: number): string {
  const lines: string[] = [];
  let line = '  ';
  let length = 2;
  for (const [i, word] of painted.entries()) {
    const size = plain[i]!.length + 1;
    if (length + size > width && length > 2) {
      lines.push(line);
      line = '  ';
      length = 2;
    }
    line += `${word} `;
    length += size;
  }
  return [...lines, line].join('\n');
}
