/** Backups from either store restore to either store. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger, restoreLedger } from '../../src/5-ledger/index.ts';
import { all, refused } from './ledger.contract.ts';
import { synthetic } from './synthetic.ts';

/** `newAddress` names places where there is no ledger yet, in the store under test and in the other one. */
export function backupContract(newAddress: () => string): void {
  describe('backing up', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-backup-'));
    const backup = path.join(folder, 'backup');
    let ledger: Ledger;
    const look = async (one: Ledger) => [
      one.id,
      await all(one),
      (await one.documents()).rows,
      (await one.log({ limit: 1000 })).rows,
      (await one.claims({ limit: 1000 }, { asOf: 4 })).rows,
      await one.verify(),
      Buffer.from((await one.original(synthetic(4).document.sha256))!).toString(),
    ];
    beforeAll(async () => {
      ledger = await openLedger(newAddress());
      await ledger.record([1, 2, 3].map((seed) => synthetic(seed)));
      const [claim] = await all(ledger);
      await ledger.decide([{ who: 'Ana', why: null, decision: { type: 'reject', claim: claim!.id } }]);
      const erased = synthetic(3).document.sha256;
      await ledger.erase({ who: 'Ana', why: 'asked', what: 'document', document: erased });
      await ledger.erase({ who: 'Ana', why: 'asked', what: 'person', names: ['Hill Guard'] });
      await ledger.record([synthetic(4)]);
    });
    afterAll(async () => {
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('holds everything, and gives the same ledger again on either store', async () => {
      const { originals } = await ledger.verify().then(() => ledger.backup(backup));
      expect(originals).toBe((await ledger.verify()).documents - (await ledger.verify()).erasedOriginals);
      for (const where of [newAddress(), path.join(folder, 'as-sqlite')]) {
        const restored = await restoreLedger(backup, where);
        expect(await look(restored)).toEqual(await look(ledger));
        await restored.record([synthetic(5)]);
        expect(await restored.verify()).toMatchObject({ intact: true });
        await restored.close();
        await expect(restoreLedger(backup, where)).rejects.toEqual(refused('ledger-unusable'));
      }
      await expect(ledger.backup(backup)).rejects.toEqual(refused('ledger-unusable'));
    });

    it('holds nothing of what was erased', () => {
      const files = readdirSync(backup, { recursive: true, withFileTypes: true }).filter((file) =>
        file.isFile(),
      );
      const held = files
        .map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8'))
        .join('\n');
      expect(held).toContain('Report 4');
      for (const trace of ['Report 3', 'post 3-', 'Hill Guard']) expect(held).not.toContain(trace);
    });

    it('is refused when anything in it was changed, and then nothing is restored', async () => {
      const statements = path.join(backup, 'statements.jsonl');
      const text = readFileSync(statements, 'utf8');
      const changes: [string, () => void][] = [
        ['a word', () => writeFileSync(statements, text.replace('Report 1', 'Report 9'))],
        [
          'a line less',
          () => writeFileSync(statements, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)),
        ],
        ['half a line', () => writeFileSync(statements, text.slice(0, -200))],
        ['a line more', () => appendFileSync(statements, text.split('\n')[0]!)],
      ];
      for (const [what, change] of changes) {
        change();
        const where = newAddress();
        await expect(restoreLedger(backup, where), what).rejects.toEqual(refused('ledger-damaged'));
        await expect(openLedger(where, { mustExist: true }), what).rejects.toEqual(
          refused('ledger-unusable'),
        );
        writeFileSync(statements, text);
      }
      await expect(restoreLedger(folder, newAddress())).rejects.toEqual(refused('ledger-foreign'));
    });
  });
}
