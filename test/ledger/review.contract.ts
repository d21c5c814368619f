/** Decisions, assessments and what follows from them, on every store. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimDraft, Decision, Ledger, Recordable, ResolvedClaim } from '../../src/5-ledger/index.ts';
import { all, type LedgerPlace, refused } from './ledger.contract.ts';
import { ENGINE, synthetic } from './synthetic.ts';

export const decision = (made: Decision, who = 'Ana') => ({ who, why: null, decision: made });

/** The Reading that a newer engine makes of the same document, every span moved by the preface. */
export function reread(seed: number, preface = 'Updated.\n'): Recordable {
  const { document } = synthetic(seed);
  const { reading } = synthetic(seed, { preface, engine: { ...ENGINE, version: '0.2.0' } });
  return { document, reading: { ...reading!, id: document.sha256, document: document.sha256 } };
}

/** A claim that the machine missed: the words of another one, made out differently. */
export function draftOf({ spans, text, chain }: ResolvedClaim): ClaimDraft {
  return {
    spans,
    text,
    basis: 'stated',
    translation: null,
    chain,
    certainty: 'hedged',
    certaintyWords: [],
    kind: 'situation',
    about: null,
    loaded: [],
    event: null,
  };
}

let seed = 1000;

export function reviewContract(newPlace: () => LedgerPlace): void {
  describe('reviewing', () => {
    let ledger: Ledger;
    let claims: string[];
    let document: string;
    beforeAll(async () => {
      ledger = await newPlace().open();
    });
    afterAll(() => ledger.close());
    // Each test has a document of its own.
    beforeEach(async () => {
      const [recorded] = await ledger.record([synthetic(++seed)]);
      document = recorded!.document;
      claims = (await all(ledger, { document: [document] })).map((row) => row.id);
    });
    const reviewOf = async (i: number) => (await ledger.claim(claims[i]!))!.review;

    it('reads right: marks the claim and says who, when and why', async () => {
      const before = await ledger.coverage();
      const [said] = await ledger.decide([
        { who: 'Ana', why: 'checked', decision: { type: 'reads-right', claim: claims[0]! } },
      ]);
      const standing = (await ledger.claim(claims[0]!))!;
      expect(standing.review).toBe('reads-right');
      expect(standing.decisions).toMatchObject([
        { seq: said!.seq, at: said!.at, who: 'Ana', why: 'checked', inForce: true },
      ]);
      expect(standing.claim).toEqual(standing.asRead);
      expect(await ledger.coverage()).toMatchObject({ claims: before.claims, reviewed: before.reviewed + 1 });
      expect(await ledger.countClaims({ document: [document], review: ['reads-right'] })).toBe(1);
    });

    it('corrects one field, keeps what the engine read, and shows the new value everywhere', async () => {
      const before = (await ledger.claim(claims[1]!))!;
      await ledger.decide([
        decision({
          type: 'correct',
          claim: claims[1]!,
          field: 'certainty',
          value: { certainty: 'denied', certaintyWords: [] },
        }),
        decision({ type: 'correct', claim: claims[1]!, field: 'type', value: 'grenade' }),
      ]);
      const after = (await ledger.claim(claims[1]!))!;
      expect(after).toMatchObject({ review: 'corrected', row: { certainty: 'denied', type: 'grenade' } });
      expect(after.claim.event!.type).toBe('grenade');
      expect(after.asRead).toEqual(before.claim);
      expect(await ledger.countClaims({ document: [document], type: ['grenade'] })).toBe(1);
      const [types] = await ledger.facets(['type'], { document: [document] });
      expect(types!.values).toContainEqual({ value: 'grenade', count: 1 });
      expect((await ledger.verify()).intact).toBe(true);
    });

    it('corrects figures, roles, place and time in the form in which they are read', async () => {
      const { claim } = (await ledger.claim(claims[0]!))!;
      const event = claim.event!;
      const effects = event.effects.map((effect) => ({ ...effect, low: 7, high: 9 }));
      const by = event.by.map((role) => ({ ...role, party: { ...role.party!, name: 'Hill Guard II' } }));
      await ledger.decide([
        decision({ type: 'correct', claim: claims[0]!, field: 'effects', value: effects }),
        decision({ type: 'correct', claim: claims[0]!, field: 'by', value: by }),
        decision({ type: 'correct', claim: claims[0]!, field: 'place', value: null }),
        decision({ type: 'correct', claim: claims[0]!, field: 'time', value: null }),
      ]);
      const { row } = (await ledger.claim(claims[0]!))!;
      expect(row.effects).toMatchObject([{ low: 7, high: 9 }]);
      expect(row.by).toMatchObject([{ name: 'Hill Guard II' }]);
      expect([row.place, row.time]).toEqual([null, null]);
      const words = {
        spans: [[claim.spans[0]![0], claim.spans[0]![0] + 4]] as [number, number][],
        text: claim.text.slice(0, 4),
      };
      await ledger.decide([decision({ type: 'correct', claim: claims[0]!, field: 'words', value: words })]);
      expect((await ledger.claim(claims[0]!))!.row.text).toBe(words.text);
    });

    it('rejects, which takes the claim out of the current state, and undoes that by a new decision', async () => {
      const [rejected] = await ledger.decide([decision({ type: 'reject', claim: claims[2]! })]);
      expect(await all(ledger, { document: [document] })).toHaveLength(5);
      expect(await all(ledger, { document: [document], review: ['rejected'] })).toHaveLength(1);
      const [undone] = await ledger.decide([decision({ type: 'undo', decision: rejected!.seq }, 'Bela')]);
      expect(await reviewOf(2)).toBe('undecided');
      expect((await ledger.claim(claims[2]!))!.decisions).toMatchObject([
        { seq: rejected!.seq, inForce: false },
      ]);
      await expect(ledger.decide([decision({ type: 'undo', decision: rejected!.seq })])).rejects.toEqual(
        refused('decision-invalid'),
      );
      await ledger.decide([decision({ type: 'undo', decision: undone!.seq })]);
      expect(await reviewOf(2)).toBe('rejected');
    });

    it('adds a claim that the machine missed, with its own id, place in order and name', async () => {
      const { claim } = (await ledger.claim(claims[3]!))!;
      const draft = { ...draftOf(claim), chain: [] };
      await ledger.decide([decision({ type: 'add', document, claim: draft })]);
      const rows = await all(ledger, { document: [document] });
      expect(rows).toHaveLength(7);
      const added = rows.find((row) => row.origin === 'person')!;
      expect(added).toMatchObject({
        text: claim.text,
        certainty: 'hedged',
        kind: 'situation',
        review: 'added',
      });
      expect((await ledger.claim(added.id))!.asRead).toBeNull();
      await expect(ledger.decide([decision({ type: 'add', document, claim: draft })])).rejects.toEqual(
        refused('decision-invalid'),
      );
      await ledger.decide([decision({ type: 'reject', claim: added.id })]);
      expect(await all(ledger, { document: [document] })).toHaveLength(6);
    });

    it('adds a claim to a document that was not read, with words typed in and a translation', async () => {
      const unread = synthetic(++seed, { given: { published: '2017-10-09', title: 'Bericht' } }).document;
      await ledger.record([{ document: unread, reading: null }]);
      const draft: ClaimDraft = {
        ...draftOf({
          spans: [],
          text: 'Drei Dörfer wurden beschossen',
          chain: [],
        } as unknown as ResolvedClaim),
        basis: 'given',
        translation: 'Three villages were shelled',
      };
      await ledger.decide([decision({ type: 'add', document: unread.sha256, claim: draft })]);
      const [row] = await all(ledger, { document: [unread.sha256] });
      expect(row).toMatchObject({
        text: draft.text,
        published: '2017-10-09',
        title: 'Bericht',
        reading: null,
      });
      expect((await ledger.claim(row!.id))!.claim.translation).toBe(draft.translation);
      expect((await ledger.claims({ text: 'Dorfer' })).rows.map(({ id }) => id)).toContain(row!.id);
      const stated = { ...draft, basis: 'stated' as const };
      await expect(
        ledger.decide([decision({ type: 'add', document: unread.sha256, claim: stated })]),
      ).rejects.toEqual(refused('decision-invalid'));
    });

    it('merges claims of one document into one, and splits one into two', async () => {
      await ledger.decide([
        decision({ type: 'merge', what: 'claim', into: claims[0]!, from: [claims[1]!, claims[2]!] }),
      ]);
      expect(await all(ledger, { document: [document] })).toHaveLength(4);
      const { claim } = (await ledger.claim(claims[3]!))!;
      const [start, end] = claim.spans[0]!;
      const parts = [
        [start, start + 5],
        [start + 6, end],
      ].map(
        ([from, to]): ClaimDraft => ({
          ...draftOf(claim),
          spans: [[from!, to!]],
          text: claim.text.slice(from! - start, to! - start),
        }),
      );
      await ledger.decide([
        decision({ type: 'split', what: 'claim', id: claims[3]!, claims: parts, groups: [] }),
      ]);
      const rows = await all(ledger, { document: [document] });
      expect(rows.filter((row) => row.origin === 'person').map((row) => row.text)).toEqual(
        parts.map((part) => part.text),
      );
      expect(rows).toHaveLength(5);
      expect(await reviewOf(3)).toBe('split');
      const [other] = await ledger.record([synthetic(++seed)]);
      const [stranger] = await all(ledger, { document: [other!.document] });
      await expect(
        ledger.decide([decision({ type: 'merge', what: 'claim', into: claims[0]!, from: [stranger!.id] })]),
      ).rejects.toEqual(refused('decision-invalid'));
    });

    it('keeps decisions on incidents and parties for the stages that derive these', async () => {
      const code: Decision = {
        type: 'code',
        incident: `RP-${seed}`,
        profile: 'acled',
        cell: 'fatalities',
        value: 12,
        derived: 10,
        evidence: 'sha256:x',
      };
      await expect(ledger.decide([{ ...decision(code), why: null }])).rejects.toEqual(
        refused('decision-invalid'),
      );
      const [said] = await ledger.decide([
        { ...decision(code), why: 'the list of the hospital' },
        decision({ type: 'merge', what: 'incident', into: 'RP-1', from: ['RP-2'] }),
        decision({ type: 'note', on: { what: 'incident', id: 'RP-1' }, text: 'same street' }),
      ]);
      expect(await ledger.decisions({ target: `incident RP-${seed}` })).toMatchObject([
        { seq: said!.seq, decision: code, inForce: true },
      ]);
      await ledger.decide([decision({ type: 'undo', decision: said!.seq })]);
      expect(await ledger.decisions({ target: `incident RP-${seed}` })).toMatchObject([{ inForce: false }]);
      expect(await ledger.decisions({ type: ['merge'], who: 'Nobody' })).toEqual([]);
    });

    it('refuses decisions that do not fit, and then keeps none of the call', async () => {
      const { claim } = (await ledger.claim(claims[0]!))!;
      const bad: [string, unknown, string][] = [
        ['no such claim', decision({ type: 'reject', claim: 'none' }), 'not-in-ledger'],
        [
          'no such document',
          decision({ type: 'add', document: 'none', claim: draftOf(claim) }),
          'not-in-ledger',
        ],
        ['no such decision', decision({ type: 'undo', decision: 999_999 }), 'not-in-ledger'],
        ['no decision', decision({ type: 'undo', decision: 1 }), 'not-in-ledger'],
        ['nobody', { ...decision({ type: 'reject', claim: claims[0]! }), who: '' }, 'decision-invalid'],
        ['no type', decision({ type: 'hide', claim: claims[0]! } as never), 'decision-invalid'],
        [
          'wrong value',
          decision({ type: 'correct', claim: claims[0]!, field: 'type', value: 'fireworks' } as never),
          'decision-invalid',
        ],
        [
          'words not there',
          decision({
            type: 'correct',
            claim: claims[0]!,
            field: 'trigger',
            value: { span: [0, 3], text: 'xyz' },
          }),
          'decision-invalid',
        ],
        [
          'beyond the text',
          decision({ type: 'add', document, claim: { ...draftOf(claim), spans: [[0, 9e6]] } }),
          'decision-invalid',
        ],
        [
          'no words',
          decision({
            type: 'add',
            document,
            claim: { ...draftOf(claim), spans: [], text: ' ', basis: 'given' },
          }),
          'decision-invalid',
        ],
        [
          'split in one',
          decision({ type: 'split', what: 'claim', id: claims[0]!, claims: [draftOf(claim)], groups: [] }),
          'decision-invalid',
        ],
        [
          'merged with itself',
          decision({ type: 'merge', what: 'claim', into: claims[0]!, from: [claims[0]!] }),
          'decision-invalid',
        ],
      ];
      const { statements } = await ledger.verify();
      for (const [name, input, code] of bad) {
        const good = decision({ type: 'reads-right', claim: claims[1]! });
        await expect(ledger.decide([good, input as typeof good]), name).rejects.toEqual(refused(code));
      }
      expect((await ledger.verify()).statements).toBe(statements);
      expect(await reviewOf(1)).toBe('undecided');
    });

    it('carries decisions over to a newer Reading by their words', async () => {
      const { claim } = (await ledger.claim(claims[2]!))!;
      await ledger.decide([
        decision({ type: 'reads-right', claim: claims[0]! }),
        decision({ type: 'correct', claim: claims[1]!, field: 'effects', value: [] }),
        decision({
          type: 'correct',
          claim: claims[1]!,
          field: 'trigger',
          value: (await ledger.claim(claims[1]!))!.claim.event!.trigger,
        }),
        decision({ type: 'add', document, claim: draftOf(claim) }),
      ]);
      const told = await ledger.decisionsUnder(reread(seed).reading!);
      await ledger.record([reread(seed)]);
      const rows = await all(ledger, { document: [document] });
      expect(told.orphaned).toEqual([]);
      expect(told.carried.map(({ claims: on }) => on)).toEqual(
        expect.arrayContaining([[rows[0]!.id], [rows[1]!.id], [rows[3]!.id]]),
      );
      expect(rows.map((row) => row.review)).toEqual([
        'reads-right',
        'corrected',
        'undecided',
        'added',
        'undecided',
        'undecided',
        'undecided',
      ]);
      expect(rows[1]!.effects).toEqual([]);
      expect(rows.every((row) => !claims.includes(row.id) || row.origin === 'person')).toBe(true);
      const { reading } = (await ledger.currentReading(document))!;
      for (const row of rows) {
        const { claim: standing } = (await ledger.claim(row.id))!;
        const [start, end] = standing.spans[0]!;
        expect(reading.article.text.slice(start, end)).toBe(row.text);
      }
      expect((await ledger.orphans()).filter((orphan) => orphan.document === document)).toEqual([]);
    });

    it('lists a decision as orphaned where its words are gone, and never moves it to a look-alike', async () => {
      const [row] = await all(ledger, { document: [document] });
      const [said] = await ledger.decide([decision({ type: 'reject', claim: claims[0]! })]);
      const newer = reread(seed);
      const text = newer.reading!.article.text;
      // One figure differs by one digit: nearly the same words.
      const [start] = newer.reading!.claims[0]!.events[0]!.effects[0]!.span;
      const digit = text[start] === '9' ? '8' : '9';
      newer.reading!.article.text = text.slice(0, start) + digit + text.slice(start + 1);
      const changed = newer.reading!.claims[0]!;
      changed.text = newer.reading!.article.text.slice(...changed.spans[0]!);
      // Asked ahead, nothing recorded: the same that becomes of them then.
      const told = await ledger.decisionsUnder(newer.reading!);
      expect(told).toMatchObject({ carried: [], orphaned: [{ seq: said!.seq, document, who: 'Ana' }] });
      expect(await ledger.orphans()).not.toContainEqual(told.orphaned[0]);
      await ledger.record([newer]);
      expect(await ledger.orphans()).toContainEqual(told.orphaned[0]);
      expect(await ledger.decisionsUnder(newer.reading!)).toEqual({ carried: [], orphaned: [] });
      const rows = await all(ledger, { document: [document] });
      expect(rows.map((one) => one.review)).toEqual(Array(6).fill('undecided'));
      expect((await ledger.orphans()).filter((orphan) => orphan.document === document)).toMatchObject([
        { seq: said!.seq, words: row!.text, inForce: false },
      ]);
      // The older Reading comes back: so does the decision.
      await ledger.record([synthetic(seed)]);
      expect(await all(ledger, { document: [document] })).toHaveLength(5);
      expect((await ledger.orphans()).filter((orphan) => orphan.document === document)).toEqual([]);
    });

    it('answers for the state before a decision', async () => {
      const [said] = await ledger.decide([decision({ type: 'reject', claim: claims[0]! })]);
      const before = { asOf: said!.seq - 1 };
      expect((await ledger.claim(claims[0]!, before))!.review).toBe('undecided');
      expect((await ledger.claim(claims[0]!, before))!.decisions).toEqual([]);
      expect(await ledger.countClaims({ document: [document] }, before)).toBe(6);
      expect(await ledger.countClaims({ document: [document] }, { asOf: said!.seq })).toBe(5);
    });

    it('withdraws the claims of a report that its publisher took back', async () => {
      const retraction = { who: 'Ana', why: null, document, claims: null, url: null, text: 'We regret' };
      await ledger.retract({ ...retraction, kind: 'corrected', claims: [claims[4]!] });
      expect((await all(ledger, { document: [document], withdrawn: true })).map(({ id }) => id)).toEqual([
        claims[4],
      ]);
      await ledger.retract({ ...retraction, kind: 'withdrawn' });
      expect(await all(ledger, { document: [document], withdrawn: true })).toHaveLength(6);
      expect(await ledger.retractions(document)).toHaveLength(2);
      await expect(ledger.retract({ ...retraction, document: 'none', kind: 'withdrawn' })).rejects.toEqual(
        refused('not-in-ledger'),
      );
    });

    it('keeps assessments with who, when and why, the last of a scheme in force', async () => {
      const on = { what: 'claim' as const, id: claims[0]! };
      const base = { who: 'Ana', why: 'two origins', on };
      await ledger.assess({ ...base, assessment: { scheme: 'admiralty', source: 'B', information: '3' } });
      await ledger.assess({ ...base, assessment: { scheme: 'airwars', grade: 'weak' } });
      await ledger.assess({
        ...base,
        who: 'Bela',
        assessment: { scheme: 'admiralty', source: 'B', information: '2' },
      });
      expect((await ledger.assessments(on)).map((entry) => [entry.who, entry.inForce])).toEqual([
        ['Ana', false],
        ['Ana', true],
        ['Bela', true],
      ]);
      await expect(
        ledger.assess({
          ...base,
          assessment: { scheme: 'admiralty', source: 'Z', information: '2' } as never,
        }),
      ).rejects.toEqual(refused('decision-invalid'));
    });

    it('keeps code lists of a project, the last of a name in force', async () => {
      const list = { who: 'Ana', why: null, name: `fronts ${seed}`, codes: [{ code: 'N', label: 'North' }] };
      await ledger.setCodeList(list);
      await ledger.setCodeList({ ...list, codes: [{ code: 'S', label: 'South' }] });
      const found = (await ledger.codeLists()).filter(({ name }) => name === list.name);
      expect(found).toMatchObject([{ codes: [{ code: 'S', label: 'South' }] }]);
    });

    it('logs who did what, to be filtered and paged', async () => {
      const who = `Coder ${seed}`;
      await ledger.decide(claims.map((claim) => decision({ type: 'reads-right', claim }, who)));
      await ledger.decide([decision({ type: 'reject', claim: claims[0]! }, who)]);
      const first = await ledger.log({ who, limit: 4 });
      expect(first.rows[0]).toMatchObject({
        kind: 'decision',
        type: 'reject',
        who,
        document,
        claim: claims[0],
      });
      const second = await ledger.log({ who, limit: 4, cursor: first.next! });
      expect([first.rows.length, second.rows.length, second.next]).toEqual([4, 3, null]);
      expect((await ledger.log({ who, type: ['reject'] })).rows).toHaveLength(1);
      expect(
        (await ledger.log({ document, kind: ['document', 'reading'] })).rows.map(({ kind }) => kind),
      ).toEqual(['reading', 'document']);
      expect((await ledger.log({ to: '2000-01-01' })).rows).toEqual([]);
      expect((await ledger.log({}, { asOf: 2 })).rows.map(({ seq }) => seq)).toEqual([2, 1]);
    });

    it('shows a second coder nothing of what the first decided, and says how far they agree', async () => {
      const [first, second] = [`A ${seed}`, `B ${seed}`];
      await ledger.decide([
        decision({ type: 'reject', claim: claims[0]! }, first),
        decision({ type: 'reads-right', claim: claims[1]! }, first),
        decision({ type: 'correct', claim: claims[2]!, field: 'type', value: 'grenade' }, first),
        decision({ type: 'reads-right', claim: claims[3]! }, first),
      ]);
      expect((await ledger.claim(claims[2]!, { onlyBy: second }))!).toMatchObject({
        review: 'undecided',
        decisions: [],
      });
      const queue = { document: [document], review: undefined, undecidedBy: second };
      expect(
        await ledger.countClaims({ ...queue, review: ['undecided', 'reads-right', 'corrected', 'rejected'] }),
      ).toBe(6);
      await ledger.decide([
        decision({ type: 'reject', claim: claims[0]! }, second),
        decision({ type: 'reads-right', claim: claims[1]! }, second),
        decision({ type: 'reads-right', claim: claims[2]! }, second),
      ]);
      expect(await ledger.countClaims({ document: [document], decidedBy: second })).toBe(2);
      const agreement = await ledger.agreement({ who: [first, second] });
      expect(agreement.claims).toBe(3);
      const accepted = agreement.fields.find(({ field }) => field === 'accepted')!;
      expect(accepted).toMatchObject({ units: 3, alpha: 1 });
      const type = agreement.fields.find(({ field }) => field === 'type')!;
      expect(type.alpha).toBeLessThan(1);
    });

    it('finds what a newer engine should read again, and tells two Readings apart claim by claim', async () => {
      const engine = { ...ENGINE, version: '0.2.0' };
      const waiting: string[] = [];
      for await (const { document: found, engine: by } of ledger.documentsToReread(engine)) {
        if (found.sha256 === document) expect(by).toEqual(ENGINE);
        waiting.push(found.sha256);
      }
      expect(waiting).toContain(document);
      const older = (await ledger.currentReading(document))!.id;
      const same = synthetic(seed, { engine });
      same.reading!.claims[1]!.certainty =
        same.reading!.claims[1]!.certainty === 'denied' ? 'asserted' : 'denied';
      same.reading!.claims.pop();
      const [recorded] = await ledger.record([same]);
      const difference = await ledger.compareReadings(older, recorded!.reading!);
      expect(difference).toMatchObject({ same: 4, added: [], changed: [{ fields: ['certainty'] }] });
      expect(difference.removed.map((row) => row.id)).toEqual([claims[5]]);
      for await (const { document: found } of ledger.documentsToReread(engine))
        expect(found.sha256).not.toBe(document);
    });

    it('rebuilds all of it from the statements, past states too', async () => {
      const head = (await ledger.log({ limit: 1 })).rows[0]!.seq;
      const states = [head, head - 5, Math.round(head / 2)];
      const look = async () =>
        Promise.all(
          states.map(async (asOf) => [
            (await ledger.claims({ limit: 1000 }, { asOf })).rows,
            await ledger.coverage({ asOf }),
          ]),
        );
      const before = [await look(), await ledger.orphans(), (await ledger.log({ limit: 1000 })).rows];
      await ledger.reindex();
      expect([await look(), await ledger.orphans(), (await ledger.log({ limit: 1000 })).rows]).toEqual(
        before,
      );
    });
  });
}
