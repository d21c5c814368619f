/** `reportedly places`: where the matching claims are put, with how exactly, and how many stand nowhere. */
import type { Command } from 'commander';
import { addClaimFilter, type FilterOptions, filterOf } from '../claim-filter.ts';
import { clean } from '../claims-table.ts';
import { type AsOf, addAsOf, readOptions } from '../options.ts';
import { write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface PlacesOptions extends LedgerChoice, FilterOptions, AsOf {
  json?: boolean;
}

export function addPlaces(program: Command): void {
  const command = program
    .command('places')
    .option('--json', 'print as JSON')
    .description('count claims by place, each with its precision; and those that no map can show, by why');
  addAsOf(addClaimFilter(command)).action(async (_: unknown, self: Command) => {
    const options = self.optsWithGlobals<PlacesOptions>();
    await withLedger(
      options,
      async (ledger) => {
        const found = await ledger.places(await filterOf(ledger, options), readOptions(options));
        if (options.json) {
          write(`${JSON.stringify(found)}\n`);
          return;
        }
        for (const { name, admin1, country, lat, lon, precision, claims } of found.places) {
          const where = clean([name ?? 'near a place', admin1, country].filter(Boolean).join(', '));
          write(`${String(claims).padStart(8)}  ${lat},${lon}  ${precision ?? 'unknown'}  ${where}\n`);
        }
        if (found.more.places > 0)
          write(`${String(found.more.claims).padStart(8)}  at ${found.more.places} more places\n`);
        for (const { status, claims } of found.unplaced)
          write(`${String(claims).padStart(8)}  not on a map: ${status}\n`);
      },
      { mustExist: true },
    );
  });
}
