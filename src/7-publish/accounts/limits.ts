/** How long tokens live, at least and at most. */
export const LEAST_TOKEN_DAYS = 1;
export const MOST_TOKEN_DAYS = 3650;
