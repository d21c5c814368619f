/**
 * Figures and effects in words, as a Reading means them: for the terminal and the workbench alike. One form for one, another for
 * more. Imports nothing: the workbench's bundle takes it in.
 */

export interface EffectFigure {
  what: string;
  whom: string | null;
  low: number | null;
  high: number | null;
  approximate: boolean;
  unit: string;
}

/** What the count is of, for one and for more. Codes without a row are shown as they are. */
const WHOM: Readonly<Record<string, readonly [one: string, many: string]>> = {
  aircraft: ['aircraft', 'aircraft'],
  animals: ['animal', 'animals'],
  armour: ['armoured vehicle', 'armoured vehicles'],
  buildings: ['building', 'buildings'],
  children: ['child', 'children'],
  civilians: ['civilian', 'civilians'],
  depots: ['depot', 'depots'],
  families: ['family', 'families'],
  infrastructure: ['piece of infrastructure', 'pieces of infrastructure'],
  men: ['man', 'men'],
  militants: ['militant', 'militants'],
  officials: ['official', 'officials'],
  people: ['person', 'people'],
  police: ['police officer', 'police'],
  positions: ['position', 'positions'],
  prisoners: ['prisoner', 'prisoners'],
  protesters: ['protester', 'protesters'],
  ships: ['ship', 'ships'],
  soldiers: ['soldier', 'soldiers'],
  territory: ['stretch of territory', 'stretches of territory'],
  vehicles: ['vehicle', 'vehicles'],
  weapons: ['weapon', 'weapons'],
  women: ['woman', 'women'],
};

/** What is counted where it is no person and no thing: "3 families of civilians". */
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  families: ['family', 'families'],
  bodies: ['body', 'bodies'],
};

/** Without a number: what the words are of, as a mass. */
const UNCOUNTED: Readonly<Record<string, string>> = {
  armour: 'armour',
  infrastructure: 'infrastructure',
  territory: 'territory',
};

/**
 * "43", "about 40", "at least 5", "more than 60", "up to 80", "10 to 12"; empty where no number was told. A low bound of 61 is
 * "more than 60" where the report's words say so, else "at least 61".
 * @param said words the figure came from or stands in
 */
export function amountText(
  { low, high, approximate }: Pick<EffectFigure, 'low' | 'high' | 'approximate'>,
  said: string | null = null,
): string {
  const about = approximate ? 'about ' : '';
  if (low === null) return high === null ? '' : `up to ${about}${grouped(high)}`;
  if (high !== null)
    return low === high ? about + grouped(low) : `${about}${grouped(low)} to ${grouped(high)}`;
  if (approximate) return `about ${grouped(low)} or more`;
  return saysMore(said, low - 1) ? `more than ${grouped(low - 1)}` : `at least ${grouped(low)}`;
}

function saysMore(said: string | null, than: number): boolean {
  for (const match of (said ?? '').matchAll(/\b(?:(?:more|greater|higher) than|over|above) ([\d,.]+)/gi))
    if (Number(match[1]!.replace(/[,.]/g, '')) === than) return true;
  return false;
}

/** What was counted: "civilians", "1 child" gets "child", "families of civilians". */
export function whomText({ whom, unit, low, high }: Omit<EffectFigure, 'what' | 'approximate'>): string {
  const one = low === 1 && high === 1;
  const form = (forms: readonly [string, string]): string => forms[one ? 0 : 1];
  const counted = low !== null || high !== null;
  const own = whom === null ? '' : (WHOM[whom]?.[1] ?? whom.replaceAll('-', ' '));
  const units = UNITS[unit];
  if (units && counted) {
    const of = whom === null || whom === 'people' || whom === unit ? '' : ` of ${own}`;
    return form(units) + of;
  }
  if (whom === null) return '';
  if (!counted) return UNCOUNTED[whom] ?? own;
  return WHOM[whom] ? form(WHOM[whom]) : own;
}

/** "about 40 civilians killed", "1 ship damaged", "civilians displaced". */
export function effectText(effect: EffectFigure, said: string | null = null): string {
  return [amountText(effect, said), whomText(effect), effect.what].filter((part) => part !== '').join(' ');
}

/** Thousands apart by a narrow space that does not break. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
