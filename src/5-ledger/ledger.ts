/** The contract, kept: each method is one operation over the store. */

import { verify } from './audit/verify.ts';
import { backUp } from './backup/backup.ts';
import type { Ledger, Recordable } from './contract.ts';
import { first } from './drivers/driver.ts';
import { ReadOnlyDriver } from './drivers/read-only.ts';
import { erase } from './erase/erase.ts';
import { finishErasureIfPossible } from './erase/finish.ts';
import { listFailures, noteFailures, settleFailures } from './failures/failures.ts';
import { reindex, reindexIsDue } from './index/reindex.ts';
import { join } from './join/join.ts';
import { KEYS } from './migrations/migration.ts';
import { searchArticles } from './read/articles.ts';
import { loadClaim, loadClaimsOf } from './read/claim.ts';
import { countClaims, everyClaim, listClaims } from './read/claims.ts';
import { coverage } from './read/coverage.ts';
import { decisionsUnder } from './read/decisions-under.ts';
import { loadCurrentReading, loadCurrentReadings, loadDocument, loadReadingById } from './read/documents.ts';
import { countFacets } from './read/facets.ts';
import { headReader } from './read/head.ts';
import { idsBeginning } from './read/ids.ts';
import { listDocuments } from './read/list-documents.ts';
import { readLog } from './read/log.ts';
import { countPlaces } from './read/places.ts';
import { privatePersons } from './read/private-persons.ts';
import { compareReadings, documentsToReread } from './read/reread.ts';
import { listAssessments, listCodeLists, listDecisions, listOrphans, listRetractions } from './read/said.ts';
import { statements } from './read/statements.ts';
import { countTimeline } from './read/timeline.ts';
import { record } from './record/record.ts';
import { compareReleases } from './releases/difference.ts';
import { createRelease, listReleases } from './releases/releases.ts';
import { decide } from './review/decide.ts';
import { measureAgreement } from './review/double-coding.ts';
import { assess, retract, setCodeList } from './review/say.ts';
import type { Store } from './store.ts';
import { readCollecting } from './visits/collecting.ts';
import { fetchedPages, isFetched, listVisits, versionsOf } from './visits/visits.ts';

/** Makes a ledger of an opened store; finishes first what an interrupted migration left to do. */
export async function makeLedger(store: Store): Promise<Ledger> {
  const { read, build } = store;
  if (await reindexIsDue(store)) await reindex(store);
  await finishErasureIfPossible(store);
  const id = (await first(read, build.selectFrom('ledger').select('value').where('key', '=', KEYS.id)))!
    .value!;
  return {
    where: store.where,
    readOnly: store.driver instanceof ReadOnlyDriver,
    id,
    record: (items: readonly Recordable[], also = {}) => record(store, items, also),
    coverage: (options) => coverage(store, options),
    documents: (query = {}, options) => listDocuments(store, query, options),
    document: (sha256, options) => loadDocument(store, sha256, options),
    original: (sha256) => store.originals.get(sha256),
    reading: (readingId) => loadReadingById(store, readingId),
    currentReadings: (documents, options) => loadCurrentReadings(store, documents, options),
    currentReading: (document, options) => loadCurrentReading(store, document, options),
    claims: (query = {}, options) => listClaims(store, query, options),
    everyClaim: (query = {}, options) => everyClaim(store, query, options),
    countClaims: (query = {}, options) => countClaims(store, query, options),
    facets: (fields, query = {}, options) => countFacets(store, fields, query, options),
    places: (query = {}, options) => countPlaces(store, query, options),
    timeline: (query = {}, options) => countTimeline(store, query, options),
    claim: (claimId, options) => loadClaim(store, claimId, options),
    idsBeginning: (what, beginning) => idsBeginning(store, what, beginning),
    privatePersons: () => privatePersons(store),
    claimsOf: (document, options) => loadClaimsOf(store, document, options),
    articles: (query, options) => searchArticles(store, query, options),
    decide: (decisions) => decide(store, decisions),
    assess: (assessment) => assess(store, assessment),
    retract: (retraction) => retract(store, retraction),
    setCodeList: (list) => setCodeList(store, list),
    decisions: (query = {}, options) => listDecisions(store, query, options),
    orphans: (options) => listOrphans(store, options),
    assessments: (target, options) => listAssessments(store, target, options),
    retractions: (document, options) => listRetractions(store, document, options),
    codeLists: (options) => listCodeLists(store, options),
    agreement: (query, options) => measureAgreement(store, query, options),
    log: (query = {}, options) => readLog(store, query, options),
    documentsToReread: (engine) => documentsToReread(store, engine),
    compareReadings: (before, after) => compareReadings(store, before, after),
    decisionsUnder: (reading) => decisionsUnder(store, reading),
    visits: (query = {}, options) => listVisits(store, query, options),
    versions: (document, options) => versionsOf(store, document, options),
    isFetched: (url) => isFetched(store, url),
    fetchedPages: () => fetchedPages(store),
    collecting: (what) => readCollecting(store, what),
    noteFailures: (failures) => noteFailures(store, failures),
    settleFailures: (sources, since) => settleFailures(store, sources, since),
    failures: (query) => listFailures(store, query),
    createRelease: (release) => createRelease(store, release),
    releases: (options) => listReleases(store, options),
    compareReleases: (from, to) => compareReleases(store, from, to),
    erase: (input, dryRun) => erase(store, input, dryRun),
    verify: (options) => verify(store, options),
    head: headReader(store),
    statements: (after, until) => statements(store, after, until),
    join: (joining) => join(store, joining),
    backup: (folder) => backUp(store, folder),
    reindex: (progress) => reindex(store, progress),
    close: () => store.driver.close(),
  };
}
