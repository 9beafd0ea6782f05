/** `/healthz`, `/readyz`, `/metrics`, and what they say. */
import { afterEach, describe, expect, it } from 'vitest';

import { createHealth, createMetrics, type Health, type Metrics, startOpsServer } from '#ops';

const NO_READINGS = { queueWaiting: () => 0, queueRunning: () => 0, shards: () => [], guilds: () => 0 };
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(health: Health, metrics: Metrics = createMetrics(NO_READINGS, { input: null, output: null })) {
  const server = await startOpsServer({ host: '127.0.0.1', port: 0, health, metrics });
  closers.push(async () => {
    health.stop();
    await server.close();
  });
  return (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method });
}
const ok = (): Promise<void> => Promise.resolve();

describe('the pages', () => {
  it('answer GET only, and only the three', async () => {
    const get = await serve(createHealth({ checks: {} }));
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/healthz?x=1')).status).toBe(200);
    expect((await get('/secrets')).status).toBe(404);
    expect((await get('/metrics', 'POST')).status).toBe(405);
    expect((await get('/metrics')).headers.get('content-type')).toContain('text/plain');
  });

  it('fail with a sentence where the port is taken', async () => {
    const health = createHealth({ checks: {} });
    const metrics = createMetrics(NO_READINGS, { input: null, output: null });
    const first = await startOpsServer({ host: '127.0.0.1', port: 0, health, metrics });
    await expect(startOpsServer({ host: '127.0.0.1', port: first.port, health, metrics })).rejects.toThrow(
      'EADDRINUSE',
    );
    await first.close();
    health.stop();
  });
});

describe('readiness', () => {
  it('is green when every part is well, and red with the part that is not, without its words', async () => {
    let isBroken = false;
    const storage = (): Promise<void> => (isBroken ? Promise.reject(new Error('10.0.0.1 refused hunter2')) : ok());
    const get = await serve(createHealth({ checks: { storage, discord: ok } }));
    expect((await get('/readyz')).status).toBe(200);
    isBroken = true;
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      isReady: false,
      parts: { process: 'ok', loop: 'ok', storage: 'failed', discord: 'ok' },
    });
    // Not ready is not dead: nobody should restart it for that.
    expect((await get('/healthz')).status).toBe(200);
  });

  it('is red, and answers, when a part hangs', async () => {
    const health = createHealth({ checks: { storage: () => new Promise<void>(() => undefined) } });
    expect((await health.readiness()).parts['storage']).toBe('no answer');
    health.stop();
  });

  it('is red once the process is stopping', async () => {
    const health = createHealth({ checks: {} });
    health.drain();
    expect(await health.readiness()).toMatchObject({ isReady: false, parts: { process: 'stopping' } });
    health.stop();
  });

  it('is red after the event loop stood still for 10 s, and green again later', async () => {
    let at = 0;
    const health = createHealth({ checks: {}, now: () => at });
    at = 900;
    expect((await health.readiness()).isReady).toBe(true);
    at = 10_900;
    expect(await health.readiness()).toMatchObject({ isReady: false, parts: { loop: 'stood still a moment ago' } });
    for (; at < 27_000; at += 1000) await health.readiness();
    expect((await health.readiness()).isReady).toBe(true);
    health.stop();
  });
});

describe('metrics', () => {
  const valueOf = (text: string, line: string): number | undefined => {
    const found = text.split('\n').find((each) => each.startsWith(`${line} `));
    return found === undefined ? undefined : Number(found.slice(line.length + 1));
  };

  it('count requests, stages, briefings, tokens and their cost', async () => {
    const metrics = createMetrics(
      { ...NO_READINGS, queueWaiting: () => 3, shards: () => [{ id: 0, isReady: false, pingMs: 250 }] },
      { input: 2, output: 10 },
    );
    metrics.request('summarise', 'answered', 1.2);
    metrics.request('summarise', 'link-timeout', 0.2);
    metrics.briefing('openai', 'miss', 'whole');
    metrics.stage('drafting', 4);
    metrics.modelCall('briefing', { input: 1000, output: 500 });
    metrics.quarantined('articles');
    metrics.fault('sweep failed');
    const text = await metrics.text();
    expect(valueOf(text, 'verbatim_requests_total{command="summarise",outcome="answered"}')).toBe(1);
    expect(valueOf(text, 'verbatim_request_seconds_count{command="summarise"}')).toBe(2);
    expect(valueOf(text, 'verbatim_briefings_total{engine="openai",cache="miss",extent="whole"}')).toBe(1);
    expect(valueOf(text, 'verbatim_stage_seconds_sum{stage="drafting"}')).toBe(4);
    expect(valueOf(text, 'verbatim_model_tokens_total{direction="output"}')).toBe(500);
    expect(valueOf(text, 'verbatim_model_cost_total')).toBeCloseTo(0.007);
    expect(valueOf(text, 'verbatim_records_set_aside_total{collection="articles"}')).toBe(1);
    expect(valueOf(text, 'verbatim_faults_total{what="sweep failed"}')).toBe(1);
    expect(valueOf(text, 'verbatim_queue_waiting')).toBe(3);
    expect(valueOf(text, 'verbatim_shards_ready')).toBe(0);
    expect(valueOf(text, 'verbatim_shard_ping_seconds')).toBe(0.25);
    expect(text).toContain('verbatim_nodejs_eventloop_lag_p99_seconds');
  });

  it('count no cost where a price is missing', async () => {
    const metrics = createMetrics(NO_READINGS, { input: 2, output: null });
    metrics.modelCall('briefing', { input: 1000, output: 500 });
    expect(valueOf(await metrics.text(), 'verbatim_model_cost_total')).toBe(0);
  });
});
