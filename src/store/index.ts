export type { Charge } from './backend.ts';
export type { Collection, Quarantined } from './collection.ts';
export type { InboxRecord } from './holding-schemas.ts';
export { migrateStore } from './migrate.ts';
export type { LinkRecord } from './record-schemas.ts';
export { openStore, RESULTS_KEPT_MS, type Store, StoreError, type StoreOptions } from './store.ts';
