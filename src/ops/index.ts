export { createHealth, type Health } from './health.ts';
export { startOpsServer } from './http.ts';
export { createLog, type Log } from './log.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { createRedact } from './redact.ts';
