/** See sqlite-0002.ts. */
export const POSTGRES_0002 = `
CREATE INDEX claims_until ON claims (until) WHERE until IS NOT NULL;
`;
