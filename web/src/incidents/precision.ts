/** How exactly a place is known, in words that do not let a district pass for a point. */
const PRECISIONS: Record<string, string> = {
  exact: 'at the named place',
  near: 'near the named place, not at it',
  district: 'somewhere in this district',
  province: 'somewhere in this province',
  region: 'somewhere in this region',
  country: 'somewhere in this country',
  sea: 'somewhere at sea there',
};

export const precisionText = (code: string | null): string =>
  code === null ? 'how exactly is not told' : (PRECISIONS[code] ?? code);

export const isArea = (code: string | null): boolean => code !== 'exact' && code !== 'near';
