/** Documents by publisher, date and title without going through all of them, and how many claims were reviewed. */
export const SQLITE_0005 = `
CREATE INDEX readings_publisher ON readings (publisher, seq);
CREATE INDEX readings_published ON readings (coalesce(published, ''), seq);
CREATE INDEX readings_title ON readings (substr(coalesce(title, ''), 1, 200), seq);
CREATE INDEX readings_not_read ON readings (seq) WHERE was_read = 0;
CREATE INDEX claims_review ON claims (review) WHERE until IS NULL;
`;
