/** A ledger for the workbench to be measured on: reports without end, their towns spread over a map. */
import type { Ledger, Recordable } from '../src/5-ledger/index.ts';
import { numbers } from '../test/ledger/synthetic.ts';
import { copyOf, type Template } from './ledger-claims.ts';

const DOCUMENTS_A_CALL = 200;

/** Records copies of the templates until there are so many claims. */
export async function fillFor(ledger: Ledger, all: readonly Template[], wanted: number): Promise<void> {
  let claims = 0;
  for (let n = 0; claims < wanted; ) {
    const items = Array.from({ length: DOCUMENTS_A_CALL }, () => spread(copyOf(all, n++)));
    const recorded = await ledger.record(items);
    claims += recorded.reduce((sum, one) => sum + one.claims, 0);
    process.stderr.write(`\r${claims} of ${wanted} claims`);
  }
  process.stderr.write('\n');
}

/** Each invented town has a place of its own; those of the reports stay where they are. */
function spread(item: Recordable): Recordable {
  const { reading } = item;
  if (!reading) return item;
  const places = reading.places.map((place) => {
    const town = /^Town (\d+)$/.exec(place.name ?? '');
    if (!town) return place;
    const pick = numbers(Number(town[1]) + 1);
    return { ...place, lat: 31 + pick(60_000) / 10_000, lon: 36 + pick(120_000) / 10_000 };
  });
  return { ...item, reading: { ...reading, places } };
}
