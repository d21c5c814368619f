-- schema 5
article_texts.reading bigint not null
article_texts.title text not null
article_texts.text text not null
article_texts.search tsvector generated (setweight(to_tsvector('english'::regconfig, fold(title)), 'A'::"char") || to_tsvector('english'::regconfig, fold("left"(text, 200000))))
claim_effects.row bigint not null
claim_effects.position integer not null
claim_effects.what text not null
claim_effects.whom text
claim_effects.label text
claim_effects.low bigint
claim_effects.high bigint
claim_effects.approximate integer not null
claim_effects.unit text not null
claim_effects.scope text not null
claim_parties.row bigint not null
claim_parties.role text not null
claim_parties.position integer not null
claim_parties.name text
claim_parties.text text
claim_parties.kind text
claim_parties.party_kind text
claim_parties.of text
claim_parties.public integer not null
claims.row bigint not null
claims.since bigint not null
claims.until bigint
claims.claim text not null
claims.document text not null
claims.document_seq bigint not null
claims.reading bigint
claims.position integer not null
claims.start integer not null
claims.origin text not null
claims.text text not null
claims.names text not null
claims.certainty text not null
claims.kind text not null
claims.type text
claims.cue text
claims.happening text
claims.about_claim text
claims.about_as text
claims.depth integer not null
claims.nearest text
claims.nearest_kind text not null
claims.nearest_public integer not null
claims.outermost text
claims.outermost_kind text not null
claims.outermost_public integer not null
claims.place text
claims.place_text text
claims.place_status text not null
claims.precision text
claims.geonames integer
claims.country text
claims.admin1 text
claims.lat double precision
claims.lon double precision
claims.time_text text
claims.time_from text
claims.time_to text
claims.time_precision text not null
claims.published text
claims.publisher text
claims.title text
claims.url text
claims.language text not null
claims.review text not null
claims.withdrawn integer not null
claims.search tsvector generated (setweight(to_tsvector('english'::regconfig, fold("left"(text, 200000))), 'A'::"char") || to_tsvector('english'::regconfig, fold("left"(names, 20000))))
collecting.what text not null
collecting.key text not null
collecting.value text not null
current_readings.document text not null
current_readings.reading bigint not null
current_readings.since bigint not null
current_readings.until bigint
deciders.document_seq bigint not null
deciders.claim text not null
deciders.who text not null
documents.seq bigint not null
documents.sha256 text not null
documents.size bigint not null
documents.media_type text not null
documents.charset text
documents.how text not null
documents.location text not null
documents.final_url text
documents.fetched text not null
erased_originals.document_seq bigint not null
failures.input text not null
failures.source text not null
failures.code text not null
failures.message text not null
failures.settings text not null
failures.due text
failures.times integer not null
failures.first text not null
failures.last text not null
head.one integer not null
head.seq bigint not null
head.hash text not null
head.at text not null
ledger.key text not null
ledger.value text not null
log.seq bigint not null
log.kind text not null
log.type text
log.who text
log.at text not null
log.document text
log.claim text
log.target text
log.summary text not null
originals.sha256 text not null
originals.bytes bytea not null
orphans.decision bigint not null
orphans.document_seq bigint not null
orphans.reason text not null
readings.seq bigint not null
readings.id text not null
readings.document text not null
readings.given text not null
readings.engine_version text not null
readings.engine text not null
readings.title text
readings.byline text
readings.publisher text
readings.url text
readings.language text not null
readings.published text
readings.published_basis text
readings.claims integer not null
readings.was_read integer not null
replacements.seq bigint not null
replacements.by bigint not null
statements.seq bigint not null
statements.kind text not null
statements.at text not null
statements.salt text
statements.payload text
statements.commitment text not null
statements.hash text not null
visits.seq bigint not null
visits.url text not null
visits.document text not null
visits.became text
visits.outcome text not null

CREATE UNIQUE INDEX article_texts_pkey ON article_texts USING btree (reading)
CREATE INDEX article_texts_search ON article_texts USING gin (search)
CREATE UNIQUE INDEX claim_effects_pkey ON claim_effects USING btree ("row", "position")
CREATE INDEX claim_parties_name ON claim_parties USING btree (name, role)
CREATE UNIQUE INDEX claim_parties_pkey ON claim_parties USING btree ("row", role, "position")
CREATE INDEX claims_claim ON claims USING btree (claim)
CREATE INDEX claims_document ON claims USING btree (document_seq, start, "row")
CREATE UNIQUE INDEX claims_pkey ON claims USING btree ("row")
CREATE INDEX claims_published ON claims USING btree (COALESCE(published, ''::text), "row")
CREATE INDEX claims_review ON claims USING btree (review) WHERE (until IS NULL)
CREATE INDEX claims_search ON claims USING gin (search)
CREATE INDEX claims_time ON claims USING btree (COALESCE(time_from, ''::text), "row")
CREATE INDEX claims_until ON claims USING btree (until) WHERE (until IS NOT NULL)
CREATE UNIQUE INDEX collecting_pkey ON collecting USING btree (what, key)
CREATE UNIQUE INDEX current_readings_pkey ON current_readings USING btree (document, since)
CREATE INDEX current_readings_reading ON current_readings USING btree (reading)
CREATE UNIQUE INDEX deciders_pkey ON deciders USING btree (document_seq, claim, who)
CREATE INDEX documents_final_url ON documents USING hash (final_url)
CREATE INDEX documents_location ON documents USING hash (location)
CREATE UNIQUE INDEX documents_pkey ON documents USING btree (seq)
CREATE UNIQUE INDEX documents_sha256_key ON documents USING btree (sha256)
CREATE UNIQUE INDEX erased_originals_pkey ON erased_originals USING btree (document_seq)
CREATE UNIQUE INDEX failures_pkey ON failures USING btree (input)
CREATE INDEX failures_source ON failures USING btree (source)
CREATE UNIQUE INDEX head_pkey ON head USING btree (one)
CREATE UNIQUE INDEX ledger_pkey ON ledger USING btree (key)
CREATE INDEX log_at ON log USING btree (at)
CREATE INDEX log_claim ON log USING btree (claim) WHERE (claim IS NOT NULL)
CREATE INDEX log_document ON log USING btree (document, kind)
CREATE INDEX log_kind ON log USING btree (kind)
CREATE UNIQUE INDEX log_pkey ON log USING btree (seq)
CREATE INDEX log_who ON log USING btree (who) WHERE (who IS NOT NULL)
CREATE UNIQUE INDEX originals_pkey ON originals USING btree (sha256)
CREATE INDEX orphans_document ON orphans USING btree (document_seq)
CREATE UNIQUE INDEX orphans_pkey ON orphans USING btree (decision)
CREATE INDEX readings_document ON readings USING btree (document, seq)
CREATE UNIQUE INDEX readings_id_key ON readings USING btree (id)
CREATE INDEX readings_not_read ON readings USING btree (seq) WHERE (was_read = 0)
CREATE UNIQUE INDEX readings_pkey ON readings USING btree (seq)
CREATE INDEX readings_published ON readings USING btree (COALESCE(published, ''::text), seq)
CREATE INDEX readings_publisher ON readings USING btree (publisher, seq)
CREATE INDEX readings_title ON readings USING btree (substr(COALESCE(title, ''::text), 1, 200), seq)
CREATE UNIQUE INDEX replacements_pkey ON replacements USING btree (seq)
CREATE UNIQUE INDEX statements_pkey ON statements USING btree (seq)
CREATE INDEX visits_became ON visits USING btree (became) WHERE (became IS NOT NULL)
CREATE INDEX visits_document ON visits USING btree (document)
CREATE UNIQUE INDEX visits_pkey ON visits USING btree (seq)
CREATE INDEX visits_url ON visits USING hash (url)

head CHECK ((one = 1))

fold(value text)
  SELECT translate(
    regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g'),
    '-/.:_@&#+*''’"', '             '
  )

