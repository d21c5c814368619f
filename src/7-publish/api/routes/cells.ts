/** The cells of incidents in a coding profile: as a person coded them, with the derived value beside them. */
import Type from 'typebox';
import { CodeListInput } from '../../../5-ledger/index.ts';
import { codeCell, openCoding } from '../../../6-reconcile/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { codingProfiles, FOR_CODING } from '../../coding/profiles.ts';
import { type ApiContext, exportSource } from '../context.ts';
import { Cell, CodeBody, CodedEntry, CodeList } from '../schemas/cells.ts';
import { AsOf, readOptions, ref } from '../schemas/common.ts';
import { IncidentId } from '../schemas/incidents.ts';
import type { Api } from '../server.ts';

const closed = { additionalProperties: false };
const Said = Type.Object({ seq: Type.Integer(), at: Type.String() });
const Profile = Type.String({ maxLength: 300, description: 'acled, ucdp, airwars, incidents or own' });

export function cellRoutes(app: Api, context: ApiContext): void {
  const { ledger, reconciler: live } = context;
  const opened = async (asOf: string | undefined) => {
    const options = readOptions({ asOf });
    const reconciler = await live.at(options.asOf);
    const profiles = codingProfiles(await exportSource(context, { ...FOR_CODING, ...options }));
    return { reconciler, coding: await openCoding(ledger, reconciler, profiles, options) };
  };
  app.get(
    '/incidents/:id/coding',
    {
      schema: {
        summary: 'The cells of an incident in a profile: coded values with the derived ones beside them',
        params: IncidentId,
        querystring: Type.Object({ profile: Profile, asOf: AsOf }, closed),
        response: { 200: Type.Array(ref(Cell)) },
      },
    },
    async ({ params: { id }, query: { profile, asOf } }): Promise<Cell[]> => {
      const { reconciler, coding } = await opened(asOf);
      const incident = reconciler.incident(id);
      if (!incident) throw new ReportedlyError('incident-not-found', { incident: id });
      return (await coding.cells(incident, profile)).map((cell) => ({
        ...cell,
        claims: [...cell.claims],
        codes: cell.codes && [...cell.codes],
      }));
    },
  );
  app.post(
    '/incidents/:id/coding',
    {
      schema: {
        summary:
          'Set a cell, with a reason; null empties it; undo the decision to have the derived value again',
        params: IncidentId,
        body: CodeBody,
        response: { 201: Said },
      },
    },
    async ({ params: { id }, body }, reply) => {
      const { reconciler, coding } = await opened(undefined);
      const said = await codeCell(ledger, reconciler, coding, { ...body, incident: id });
      reply.code(201);
      return said;
    },
  );
  app.get(
    '/cells',
    {
      schema: {
        summary: 'All cells that were coded; changed: only those whose evidence changed since',
        querystring: Type.Object({ changed: Type.Optional(Type.Boolean()), asOf: AsOf }, closed),
        response: { 200: Type.Array(ref(CodedEntry)) },
      },
    },
    async ({ query: { changed = false, asOf } }): Promise<CodedEntry[]> =>
      (await opened(asOf)).coding.coded({ changed }),
  );
  app.get(
    '/code-lists',
    {
      schema: {
        summary: "A project's own fields and the codes they take",
        querystring: Type.Object({ asOf: AsOf }, closed),
        response: { 200: Type.Array(ref(CodeList)) },
      },
    },
    ({ query }): Promise<CodeList[]> => ledger.codeLists(readOptions(query)),
  );
  app.post(
    '/code-lists',
    {
      schema: {
        summary: 'Set a field and its codes; a later list of the same name takes the place of the earlier',
        body: CodeListInput,
        response: { 201: Said },
      },
    },
    async ({ body }, reply) => {
      reply.code(201);
      return ledger.setCodeList(body);
    },
  );
}
