/** The thread that moves the log of one SQLite file into it, each time it is told to. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

export type CheckpointOrder = 'checkpoint' | 'close';

const port = parentPort;
if (!port) throw new Error('sqlite-checkpoint-thread.ts runs as a worker thread');
const db = new DatabaseSync(String(workerData));

port.on('message', (order: CheckpointOrder) => {
  if (order === 'close') {
    db.close();
    port.close();
    return;
  }
  // Passive: neither readers nor writers wait for it, and what is in use it leaves to the next.
  try {
    db.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch {
    // A full disk, or another process at the same: the log stays as it is, and the next order comes with the next write.
  }
});
