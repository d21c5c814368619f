/** All that matches at once: on a map, and over time. */
import { CERTAINTIES } from '../../../records/index.ts';
import type { ApiContext } from '../context.ts';
import { type Columns, csvLines, sendCsv } from '../csv-lists.ts';
import { claimFilter, FilterParams, TimelineParams, timelineQuery } from '../schemas/claim-query.ts';
import { readOptions, ref } from '../schemas/common.ts';
import { CSV } from '../schemas/files.ts';
import { ClaimMap, type PlaceItem, Timeline } from '../schemas/overview.ts';
import type { Api } from '../server.ts';

/** Asked for by the licences of what gave the coordinates and the outlines. */
const ATTRIBUTION = 'Contains data from GeoNames (geonames.org), CC BY 4.0. Made with Natural Earth.';

const PLACE_COLUMNS: Columns<PlaceItem> = [
  ['place', (r) => r.name],
  ['admin1', (r) => r.admin1],
  ['country', (r) => r.country],
  ['latitude', (r) => r.lat],
  ['longitude', (r) => r.lon],
  ['precision', (r) => r.precision],
  ['claims', (r) => r.claims],
  ...CERTAINTIES.map((certainty, i) => [certainty, (r: PlaceItem) => r.certainty[i]] as const),
  ['attribution', () => ATTRIBUTION],
];

export function overviewRoutes(app: Api, { ledger }: ApiContext): void {
  for (const path of ['/map', '/map.json']) {
    app.get(
      path,
      {
        schema: {
          summary: 'Claims that match, counted by place; conditions on the area itself are left out',
          querystring: FilterParams,
          response: { 200: ref(ClaimMap) },
        },
      },
      async ({ query }): Promise<ClaimMap> => ({
        ...(await ledger.places(claimFilter(query), readOptions(query))),
        attribution: ATTRIBUTION,
      }),
    );
  }
  app.get(
    '/map.csv',
    { schema: { summary: 'The same places as CSV', querystring: FilterParams, response: CSV } },
    async ({ query }, reply) => {
      const { places } = await ledger.places(claimFilter(query), readOptions(query));
      return sendCsv(reply, 'places', csvLines(PLACE_COLUMNS, places));
    },
  );
  timelineRoutes(app, ledger);
}

function timelineRoutes(app: Api, ledger: ApiContext['ledger']): void {
  for (const path of ['/timeline', '/timeline.json']) {
    app.get(
      path,
      {
        schema: {
          summary: 'Claims that match, counted over time; conditions on that time are left out',
          querystring: TimelineParams,
          response: { 200: ref(Timeline) },
        },
      },
      ({ query }): Promise<Timeline> => ledger.timeline(timelineQuery(query), readOptions(query)),
    );
  }
  app.get(
    '/timeline.csv',
    {
      schema: {
        summary: 'The same as CSV: one line for each bar and what it is of',
        querystring: TimelineParams,
        response: CSV,
      },
    },
    async ({ query }, reply) => {
      const { unit, series, bins } = await ledger.timeline(timelineQuery(query), readOptions(query));
      const rows = bins.flatMap(({ start, counts }) =>
        counts.map((claims, i) => ({ start, what: series[i] ?? 'no-event', claims })),
      );
      const columns: Columns<(typeof rows)[number]> = [
        [unit, (r) => r.start],
        ['what', (r) => r.what],
        ['claims', (r) => r.claims],
      ];
      return sendCsv(
        reply,
        'timeline',
        csvLines(
          columns,
          rows.filter(({ claims }) => claims > 0),
        ),
      );
    },
  );
}
