/**
 * An evidence bundle: a ZIP with everything that claims rest on, to be checked by a stranger, offline. No entry is compressed
 * and every header has one form only, so that each byte is either content, which the manifest names by its hash, or follows
 * from it.
 */
import Type from 'typebox';

export const BUNDLE_FORMAT = 'reportedly-bundle/1';
export const MANIFEST = 'manifest.json';
export const STATEMENTS = 'statements.jsonl';
export const CLAIMS = 'claims.jsonl';
export const README = 'README.txt';
export const ORIGINALS = 'originals/';
export const TEXTS = 'texts/';

/** The only names that entries have. */
export const ENTRY_NAME =
  /^(?:README\.txt|statements\.jsonl|claims\.jsonl|manifest\.json|originals\/[0-9a-f]{64}|texts\/[0-9a-f]{64}\.txt)$/;

/** Dates stand in the manifest; those of a ZIP say when it was made, which would make two bundles of one state differ. */
export const ENTRY_OPTIONS = {
  mtime: new Date(1980, 0, 1),
  mode: 0o100644,
  compress: false,
  forceDosTimestamp: true,
};

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Statement = Type.Object({ seq: Type.Integer({ minimum: 0 }), hash: Hash });

export const Manifest = Type.Object({
  format: Type.Literal(BUNDLE_FORMAT),
  ledger: Type.String({ description: 'id, part of the hash chain' }),
  program: Type.String(),
  caption: Type.String(),
  release: nullable(Type.String()),
  since: nullable(Type.String({ description: 'the release after which it begins' })),
  chain: Type.Object({
    before: Statement,
    head: Statement,
    withheld: Type.Integer({
      description: 'statements whose content is not in the bundle; their hashes are',
    }),
  }),
  documents: Type.Integer(),
  claims: Type.Integer(),
  files: Type.Array(Type.Object({ name: Type.String(), size: Type.Integer({ minimum: 0 }), sha256: Hash })),
});
export type Manifest = Type.Static<typeof Manifest>;

/** A claim with selectors of its words in the text beside it (W3C Web Annotation); offsets are UTF-16 code units. */
export interface BundledClaim {
  id: string;
  document: string;
  review: string;
  withdrawn: boolean;
  selectors: {
    position: { type: 'TextPositionSelector'; start: number; end: number };
    quote: { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string };
  }[];
  claim: unknown;
}
