/** Every figure that some claim tells as happened, one a row, with whose it is: nothing added up. */
import { csvCell } from '../../cli/claims-csv.ts';
import { evidenceAt, wordsOf } from '../coding/cell.ts';
import { besideText } from '../coding/own-columns.ts';
import { outletName } from '../coding/reports.ts';
import { whenOf } from '../coding/when.ts';
import { whereOf } from '../coding/where.ts';
import { CSV, type Exporter } from '../exporter.ts';
import { isMasked } from '../gate/name-mask.ts';
import type { ExportSource } from '../source.ts';
import { type IncidentView, originName } from '../view.ts';
import { views } from '../views.ts';

const COLUMNS = [
  ...['incident', 'what', 'whom', 'label', 'unit', 'low', 'high', 'approximate', 'scope', 'part_of'],
  ...['words', 'claim_words', 'origin', 'origin_party_to_it', 'outlet', 'published', 'certainty'],
  ...['from', 'to', 'place', 'admin1', 'country', 'claim', 'document', 'start', 'end'],
  ...['rp_denied_by', 'rp_review', 'rp_masked', 'rp_caption'],
];

export const FIGURES: Exporter = {
  ...CSV,
  name: 'figures',
  says: 'every figure told as happened, with whose it is',
  async *pieces(source, tally) {
    yield `${COLUMNS.join(',')}\n`;
    for await (const view of views(source, tally)) {
      const rows = figureRows(view, source);
      tally.rows += rows.length;
      if (rows.length > 0) yield rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
    }
  },
};

function figureRows(view: IncidentView, source: ExportSource): unknown[][] {
  const when = whenOf(view);
  const where = whereOf(view, source);
  const denied = besideText(view, 'denied', source);
  return view.told.flatMap((claim) => {
    const { one, report, origin, mask } = claim;
    const quoted = wordsOf(claim);
    return (one.claim.event?.effects ?? [])
      .filter(({ low, high }) => low !== null || high !== null)
      .map((effect) => {
        const { quote, span } = evidenceAt(claim, effect.span);
        const cells: unknown[] = [
          ...[view.id, effect.what, effect.whom, effect.label && mask.text(effect.label), effect.unit],
          ...[effect.low, effect.high, effect.approximate ? 'yes' : 'no', effect.scope, effect.partOf],
          ...[quote, quoted, origin && originName(origin, claim, source.masks.off), origin?.partyTo ?? null],
          ...[mask.text(outletName(report)), report.published?.value, one.claim.certainty],
          ...[when?.from, when?.to, where?.name, where?.admin1, where?.country],
          ...[one.claim.id, report.document, span?.[0], span?.[1], denied, source.review],
        ];
        const masked = cells.some((value) => typeof value === 'string' && isMasked(value));
        return [...cells, masked ? 'yes' : 'no', source.caption];
      });
  });
}
