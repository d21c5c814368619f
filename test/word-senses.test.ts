/** Words that name force in one sentence and something else in the next: what type the sentence comes to. */
import { describe, expect, it } from 'vitest';
import { openEngine } from '../src/engine.ts';
import { readingOf } from './support/reading-of.ts';

const engine = openEngine();

const typesOf = (text: string) =>
  readingOf(text, engine).claims.flatMap((claim) => claim.events.map((event) => event.type));

const FORCE: [sentence: string, type: string][] = [
  ['The army captured the town of Karsa on Monday after rebels lost it.', 'government-regains-territory'],
  ['Rebels surrounded the town of Karsa on Monday.', 'siege-blockade'],
  ['The militia threatened the mayor on Monday.', 'threat-vow'],
  ['The rebels responded with artillery fire.', 'shelling-artillery-missile'],
  ['The governor called for an investigation into the shelling.', 'call-for-action'],
  ['Police shot dead ten protesters in the capital.', 'excessive-force-against-protesters'],
  ['At least 400 families left the villages around Karsa on Thursday after the shelling.', 'displacement'],
  ['The militia executed three captives on Monday.', 'attack'],
  ['Government troops engaged the rebels near Karsa.', 'armed-clash'],
  ['The army deployed two battalions to the border.', 'movement'],
  ['Rebels pushed towards the city of Karsa on Monday.', 'territorial-advance'],
  ['The explosion hurt two officers on Monday.', 'remote-explosive-landmine-ied'],
  ['Crowds held a march through the capital on Friday.', 'peaceful-protest'],
  ['Rebels handed over control of the district to the army.', 'non-violent-transfer-of-territory'],
  [
    'Soldiers confiscated their belongings in the village after the shelling.',
    'looting-property-destruction',
  ],
  ['The army cleared out the remaining rebel holdouts in the city.', 'armed-clash'],
  ['Militants tried to escape from the prison after the attack.', 'movement'],
  ['The army said it had taken control of 11 villages.', 'government-regains-territory'],
  ['The minister called on the army to stop bombing the city.', 'call-for-action'],
  ['Police scattered the protesters in the square on Friday.', 'protest-with-intervention'],
];

const BESIDE: [sentence: string, type: string][] = [
  ['Thirty-one killed as bombs hit river boats in Syria.', 'remote-explosive-landmine-ied'],
];

const OTHER: [sentence: string, not: string][] = [
  ['Soldiers were killed when two military helicopters crashed in the hills.', 'air-drone-strike'],
  ['They may have been a scare campaign led by rebel media.', 'armed-clash'],
  ['The minister will travel to the capital of the rebels on Monday.', 'movement'],
  ['The coalition will continue to provide artillery and airstrikes to the army.', 'air-drone-strike'],
  ['The group earned millions through trafficking in looted goods.', 'looting-property-destruction'],
  ['She held a first round of talks with ministers of the rebels.', 'disrupted-weapons-use'],
  ['Five wounded men were taken to hospital.', 'arrests'],
  ['A passer-by took the wounded man to a clinic.', 'abduction-forced-disappearance'],
  ['He suspended his presidential campaign in May.', 'armed-clash'],
  ['The minister surrounded himself with advisers.', 'siege-blockade'],
  ['The minister blasted the newspapers for their reports.', 'remote-explosive-landmine-ied'],
  ['Officers responded to a report of a theft.', 'armed-clash'],
  ['The coroner identified the victim on Monday.', 'intelligence'],
  ['Witnesses are asked to call the police.', 'call-for-action'],
  ['The treaty expired at the end of March.', 'peaceful-protest'],
  ['The shelling left ten dead.', 'displacement'],
  ['The wing will execute and sustain airpower.', 'attack'],
  ['It seeks firms engaged in the sale of antiquities.', 'armed-clash'],
  ['Islamic State earned millions through its oil operations in Iraq.', 'armed-clash'],
  ['The prosecutor said on Monday that the delay does not hurt their case.', 'casualties'],
  ['The jet disappeared from radar.', 'abduction-forced-disappearance'],
  ['The plan met with resistance in the council.', 'talks-diplomacy'],
  ['Smugglers use drones to carry phones into the prison.', 'air-drone-strike'],
  ['Climate change is the biggest threat to farmers.', 'threat-vow'],
  ['The deputy pushed for a law on pensions.', 'territorial-advance'],
];

describe('a word of force', () => {
  it.each(FORCE)('%s → %s', (sentence, type) => {
    expect(typesOf(sentence)).toContain(type);
  });
});

describe('a clause of time', () => {
  it.each(BESIDE)('%s → %s', (sentence, type) => {
    expect(typesOf(sentence)).toContain(type);
  });
  it('tells no happening where it says how it went', () => {
    expect(typesOf('The minister said the offensive was proceeding as planned.')).not.toContain(
      'other-strategic-development',
    );
  });
});

describe('the same word for something else', () => {
  it.each(OTHER)('%s is no %s', (sentence, type) => {
    expect(typesOf(sentence)).not.toContain(type);
  });
});
