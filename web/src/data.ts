/** The data as the API gives it: types alone, for what must run without a browser too. */

import type { StandingClaim } from '../../src/7-publish/api/schemas/claims.ts';
import type { IncidentDetail } from '../../src/7-publish/api/schemas/incidents.ts';

export type { ClaimItem, Facet, StandingClaim } from '../../src/7-publish/api/schemas/claims.ts';
export type { ArticleDetail, DocumentItem, LedgerInfo } from '../../src/7-publish/api/schemas/documents.ts';
export type { IncidentDetail, IncidentItem } from '../../src/7-publish/api/schemas/incidents.ts';
export type { ClaimMap, PlaceItem, Timeline } from '../../src/7-publish/api/schemas/overview.ts';
export type Claim = StandingClaim['claim'];
export type Incident = IncidentDetail['incident'];
export type Span = readonly [number, number];
export type { SourceDetail, SourceItem } from '../../src/7-publish/api/schemas/sources.ts';
