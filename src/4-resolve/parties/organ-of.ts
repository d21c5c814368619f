/** The organ of a state: its own entry where the dictionary has one, else one made from the pattern's row. */
import type { Organ, PartyEntry, PartyList } from './types.ts';

/**
 * The party that `organ` of `base` is; `base` itself where the words mean the state as such. Made entries are equal
 * for equal arguments, with key `BASE.ORGAN`.
 */
export function organOf(list: PartyList, base: PartyEntry, organ: Organ): PartyEntry {
  if (organ.kind === null) return base;
  const own = list.fills.get(`${base.key}/${organ.key}`);
  if (own) return own;
  return {
    key: `${base.key}.${organ.key}`,
    name: nameOf(list, base, organ),
    kind: organ.kind,
    of: keyOfWhole(list, base, organ),
    aliases: [],
    country: base.country,
    public: true,
    external: {},
    type: organ.type,
    control: organ.kind === 'outlet' ? 'state' : null,
    organs: [organ.key],
    domains: [],
    offices: [],
    generic: organ.bases === 'people' || base.kind === 'population',
    note: null,
    table: 'party-patterns',
  };
}

function nameOf(list: PartyList, base: PartyEntry, organ: Organ): string {
  const adjective = list.adjectives.get(base.key) ?? base.name;
  return organ.name.replace('{adj}', adjective).replace('{state}', base.name);
}

/** An army is of its armed forces, these of the state. Rebels of a country are no part of its state. */
function keyOfWhole(list: PartyList, base: PartyEntry, organ: Organ): string | null {
  if (organ.kind === 'armed-group' || organ.kind === 'population') return null;
  const whole = organ.of === null ? undefined : list.organs.get(organ.of);
  return whole && whole.key !== organ.key ? organOf(list, base, whole).key : base.key;
}
