/** Which versions ended lately: what counts claims in memory is brought up to date by it. */
export const SQLITE_0002 = `
CREATE INDEX claims_until ON claims (until) WHERE until IS NOT NULL;
`;
