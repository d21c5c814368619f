/** CASE 2021 task 2: one of ACLED's 25 sub-events a snippet; ours is that of the first event in the snippet's Reading. */
import type { Engine } from '../src/engine.ts';
import type { EventType, Reading } from '../src/records/index.ts';
import { corpus, jsonLines } from './corpora.ts';
import type { Figures } from './figures.ts';
import { readText } from './read.ts';

/** The labels of the corpus for our types; its five further labels are no types of ours and are left out. */
export const LABELS: Partial<Record<EventType, string>> = {
  'government-regains-territory': 'GOV_REGAINS_TERIT',
  'non-state-actor-overtakes-territory': 'NON_STATE_ACTOR_OVERTAKES_TER',
  'non-violent-transfer-of-territory': 'NON_VIOL_TERRIT_TRANSFER',
  'armed-clash': 'ARMED_CLASH',
  'chemical-weapon': 'CHEM_WEAP',
  'air-drone-strike': 'AIR_STRIKE',
  'suicide-bomb': 'SUIC_BOMB',
  'shelling-artillery-missile': 'ART_MISS_ATTACK',
  'remote-explosive-landmine-ied': 'REM_EXPLOS',
  grenade: 'GRENADE',
  'sexual-violence': 'SEX_VIOL',
  attack: 'ATTACK',
  'abduction-forced-disappearance': 'ABDUCT_DISSAP',
  'peaceful-protest': 'PEACE_PROTEST',
  'protest-with-intervention': 'PROTEST_WITH_INTER',
  'excessive-force-against-protesters': 'FORCE_AGAINST_PROTEST',
  'violent-demonstration': 'VIOL_DEMONSTR',
  'mob-violence': 'MOB_VIOL',
  agreement: 'AGREEMENT',
  arrests: 'ARREST',
  'change-to-group-activity': 'CHANGE_TO_GROUP_ACT',
  'disrupted-weapons-use': 'DISR_WEAP',
  'headquarters-or-base-established': 'HQ_ESTABLISHED',
  'looting-property-destruction': 'PROPERTY_DISTRUCT',
  'other-strategic-development': 'OTHER',
};
const KNOWN = new Set(Object.values(LABELS));

/** The type of the first event that has one, or null. */
export function firstType(reading: Reading): EventType | null {
  for (const claim of reading.claims)
    for (const event of claim.events) if (event.type !== null) return event.type;
  return null;
}

interface Snippet {
  id: number;
  text: string;
  label: string;
}

export function runCase(engine: Engine, show: boolean): Figures {
  const pairs: { gold: string; read: string }[] = [];
  for (const { id, text, label } of jsonLines<Snippet>(corpus('corpora/case2021_task2/dev.jsonl'))) {
    if (!KNOWN.has(label)) continue;
    const type = firstType(readText({ id: String(id), text }, engine));
    const read = type === null ? 'none' : (LABELS[type] ?? type);
    pairs.push({ gold: label, read });
    if (show && read !== label) console.log(`  ${id} ${label} read as ${read}: ${text.slice(0, 300)}`);
  }
  let weighted = 0;
  let macro = 0;
  const rows: string[] = [];
  for (const label of [...KNOWN].sort()) {
    const gold = pairs.filter((p) => p.gold === label).length;
    const read = pairs.filter((p) => p.read === label).length;
    const right = pairs.filter((p) => p.gold === label && p.read === label).length;
    const f1 = gold + read > 0 ? (200 * right) / (gold + read) : 0;
    weighted += (f1 * gold) / pairs.length;
    macro += f1 / KNOWN.size;
    rows.push(
      `  ${label.padEnd(30)} ${String(gold).padStart(3)} gold, ${String(read).padStart(3)} read, F1 ${f1.toFixed(1)}`,
    );
  }
  const right = pairs.filter((p) => p.gold === p.read).length;
  console.log(`CASE 2021 task 2, dev half, 25 ACLED types, ${pairs.length} snippets
${rows.join('\n')}
  weighted F1 ${weighted.toFixed(1)}, macro ${macro.toFixed(1)}, right ${((100 * right) / pairs.length).toFixed(1)} %
  published, whole set (Haneczok et al. 2021): best of four trained systems, weighted F1 83.9`);
  return { 'case.weightedF1': round(weighted), 'case.accuracy': round((100 * right) / pairs.length) };
}

export const round = (x: number) => Math.round(x * 10) / 10;
