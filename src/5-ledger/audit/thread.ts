/** One thread of `verify`: walks its stretch and tells what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { first } from '../drivers/driver.ts';
import { SqliteReader } from '../drivers/sqlite.ts';
import { OriginalsFolder } from '../originals/folder.ts';
import { checkStretch } from './check-stretch.ts';
import type { ThreadMessage, ThreadTask } from './threads.ts';

const BUSY_MS = 10_000;
const task = workerData as ThreadTask;
const say = (message: ThreadMessage) => parentPort!.postMessage(message);

const reader = new SqliteReader(task.file, { busyMs: BUSY_MS, immutable: task.immutable });
reader.holdStill();
const head = await first(reader.read, reader.build.selectFrom('head').select('seq'));
if ((head?.seq ?? 0) !== task.head) {
  say({ kind: 'moved' });
} else {
  const originals = new OriginalsFolder(task.originals);
  const result = await checkStretch(reader, originals, task, (statements) =>
    say({ kind: 'progress', statements }),
  );
  say({ kind: 'done', result });
}
await reader.close();
