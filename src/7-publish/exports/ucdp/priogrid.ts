/** PRIO-GRID: cells of half a degree, numbered from 1 in the south-west, eastward, row by row. */
const SIZE = 0.5;
const COLUMNS = 720;
const ROWS = 360;

export function priogridCell(lat: number, lon: number): number {
  const row = Math.min(ROWS - 1, Math.max(0, Math.floor((lat + 90) / SIZE)));
  const column = Math.min(COLUMNS - 1, Math.max(0, Math.floor((lon + 180) / SIZE)));
  return row * COLUMNS + column + 1;
}
