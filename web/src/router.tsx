/** The pages and their addresses. Search parameters are those of the API, as plain repeated keys. */
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AddPage } from './add/AddPage.tsx';
import { ArticlePage } from './article/ArticlePage.tsx';
import { ClaimPage } from './claim/ClaimPage.tsx';
import { DocumentsPage } from './documents/DocumentsPage.tsx';
import { IncidentPage } from './incidents/IncidentPage.tsx';
import { IncidentsPage } from './incidents/IncidentsPage.tsx';
import { LedgerPage } from './ledger/LedgerPage.tsx';
import { PartiesPage } from './parties/PartiesPage.tsx';
import { PartyPage } from './parties/PartyPage.tsx';
import { AgreementPage } from './review/AgreementPage.tsx';
import { IncidentDeskPage } from './review/IncidentDeskPage.tsx';
import { ReviewPage } from './review/ReviewPage.tsx';
import { parseSearch, type Search, stringifySearch } from './search.ts';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { SourcePage } from './sources/SourcePage.tsx';
import { SourcesPage } from './sources/SourcesPage.tsx';
import { TablePage } from './table/TablePage.tsx';

const validateSearch = (search: Record<string, unknown>) => search as Search;

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, validateSearch });

const page = <Path extends string>(path: Path, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

const routes = root.addChildren([
  page('/', LedgerPage),
  page('/incidents', IncidentsPage),
  page('/incidents/$id', IncidentPage),
  page('/documents', DocumentsPage),
  page('/documents/$sha256', ArticlePage),
  page('/claims/$id', ClaimPage),
  page('/sources', SourcesPage),
  page('/sources/$name', SourcePage),
  page('/parties', PartiesPage),
  page('/parties/$name', PartyPage),
  page('/table', TablePage),
  page('/review', ReviewPage),
  page('/review/incidents/$id', IncidentDeskPage),
  page('/agreement', AgreementPage),
  page('/add', AddPage),
]);

export const makeRouter = () =>
  createRouter({ routeTree: routes, parseSearch, stringifySearch, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
