/** `reportedly timeline`: the matching claims by day, week, month or year. */
import { type Command, Option } from 'commander';
import { TIMELINE_BARS, TIMELINE_OVER, type Timeline, type TimelineQuery } from '../../../5-ledger/index.ts';
import { addClaimFilter, type FilterOptions, filterOf } from '../claim-filter.ts';
import { type AsOf, addAsOf, readOptions } from '../options.ts';
import { write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface TimelineOptions extends LedgerChoice, FilterOptions, AsOf {
  over?: TimelineQuery['over'];
  bars?: TimelineQuery['bars'];
  json?: boolean;
}

export function addTimeline(program: Command): void {
  const command = program
    .command('timeline')
    .addOption(
      new Option('--over <time>', 'by the day claims are about or were published').choices([
        ...TIMELINE_OVER,
      ]),
    )
    .addOption(new Option('--bars <field>', 'what each count is split by').choices([...TIMELINE_BARS]))
    .option('--json', 'print as JSON')
    .description('count claims over time; a claim stands at the first day that it may be about');
  addAsOf(addClaimFilter(command)).action(async (_: unknown, self: Command) => {
    const options = self.optsWithGlobals<TimelineOptions>();
    await withLedger(
      options,
      async (ledger) => {
        const { over, bars } = options;
        const found = await ledger.timeline(
          { ...(await filterOf(ledger, options)), over, bars },
          readOptions(options),
        );
        write(options.json ? `${JSON.stringify(found)}\n` : linesOf(found));
      },
      { mustExist: true },
    );
  });
}

function linesOf({ unit, series, bins, before, after, undated }: Timeline) {
  const lines = bins.map(({ start, counts }) => {
    const parts = counts.flatMap((n, i) => (n > 0 ? [`${series[i] ?? 'no event'} ${n}`] : []));
    return `${start}  ${String(counts.reduce((a, b) => a + b, 0)).padStart(7)}  ${parts.join(', ')}`;
  });
  const aside = [
    [before, 'before'],
    [after, 'after'],
    [undated, 'undated'],
  ] as const;
  const rest = aside.filter(([n]) => n > 0).map(([n, what]) => `${what}  ${n}`);
  return `${[`${unit}        claims`, ...lines, ...rest].join('\n')}\n`;
}
