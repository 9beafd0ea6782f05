/** The command as a stranger types it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

function brief(args: readonly string[], input = '', environment: Readonly<Record<string, string>> = {}) {
  const { OPENAI_API_KEY: _key, OPENAI_BASE_URL: _url, ...rest } = process.env;
  const run = spawnSync(process.execPath, ['src/cli/brief.ts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    env: { ...rest, ...environment },
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

const PAGE = 'tests/fixtures/weir.html';
const REFUSED = 'tests/fixtures/consent.html';

describe('npm run brief', () => {
  const example = brief([]);

  it('briefs the example without key and network', () => {
    expect(example.status).toBe(0);
    expect(example.out).toContain('Port Alder votes to close its island ferry');
    expect(example.out).toContain('embedded engine');
  });

  it('lists the four speakers under their full names', () => {
    for (const name of ['Ines Okafor', 'Tomas Reyes', 'Dagny Holt', 'Peter Anand'])
      expect(example.out).toMatch(new RegExp(`^${name}`, 'mu'));
  });

  it('shows nothing of the caption, the byline or the reply line', () => {
    expect(example.out).not.toMatch(/Photo:|Lena Marsh|Leave a Reply/u);
  });

  it('prints the briefing as JSON', () => {
    expect(JSON.parse(brief(['--json']).out)).toMatchObject({ provenance: { engine: 'extractive', modelCalls: 0 } });
  });

  it('reads standard input', () => {
    const run = brief(['-'], 'Storm closes port\n\nThe storm closed the port of Alder on Monday, Ines Okafor said.');
    expect(run.out).toContain('Ines Okafor');
  });

  it('prints the exact prompt with its token count and sends nothing', () => {
    const run = brief(['--dry-run']);
    expect(run.out).toContain('‹Q1: “We cannot pay for empty boats while our bridges rust,”›');
    expect(run.out).toMatch(/\d+ tokens/u);
  });

  it('explains which step left out what, where and why', () => {
    const explained = brief(['--explain', PAGE]);
    expect(explained.status).toBe(0);
    expect(explained.out).toMatch(/^hidden-text · div\.x · display:none\n {2}Buy our tokens now\.$/mu);
    expect(explained.out).toMatch(/^caption · figcaption · figcaption\n {2}The weir at dawn$/mu);
    expect(explained.out).toMatch(/^readability · li · .+\n {2}Front page$/mu);
    expect(explained.out).toMatch(/^Read\nThe town of Linmouth/mu);
    expect(explained.out).toMatch(/words read \(whole\)/u);
  });

  it('explains as JSON, too', () => {
    const { coverage, records } = JSON.parse(brief(['--explain', '--json', PAGE]).out);
    expect(coverage).toMatchObject({ extent: 'whole' });
    expect(records).toContainEqual(expect.objectContaining({ step: 'caption', text: 'The weir at dawn' }));
  });

  it('shows what a step does by leaving it out', () => {
    const explained = brief(['--explain', '--without', 'caption,readability', PAGE]);
    expect(explained.out.split(/^Read$/mu)[1]).toContain('The weir at dawn');
  });

  it('explains a page that is refused, too: what was found, then the sentence and exit 1', () => {
    const explained = brief(['--explain', REFUSED]);
    expect(explained.status).toBe(1);
    expect(explained.out).toMatch(/^Refused: page-consent/u);
    expect(explained.out).toMatch(/^hidden-text · p · hidden\n {2}Nobody reads this\.$/mu);
    expect(explained.out).toMatch(/^Read\nWe and our 214 partners/mu);
    expect(explained.err).toMatch(/showed a consent page/u);
    const { refusal, records } = JSON.parse(brief(['--explain', '--json', REFUSED]).out);
    expect(refusal).toMatchObject({ code: 'page-consent', facts: { host: 'consent.html' } });
    expect(records).toContainEqual(expect.objectContaining({ step: 'hidden-text' }));
  });

  it.each([
    ['a file that is missing', ['nowhere.txt'], /no file "nowhere\.txt"/u],
    ['a private address', ['http://127.0.0.1/x'], /not a public web address/u],
    ['a model without configuration', ['--engine', 'openai'], /No model is configured/u],
  ])('answers %s with one sentence and exit 1', (_what, args, sentence) => {
    const run = brief(args);
    expect(run.status).toBe(1);
    expect(run.err).toMatch(sentence);
    expect(run.err).not.toMatch(/ at .*\.ts:\d+/u);
  });

  it('answers empty input with one sentence and exit 1', () => {
    expect(brief(['-'], '  \n')).toMatchObject({ status: 1, err: expect.stringContaining('no text to read') });
  });

  it.each([[['--length', 'endless']], [['--nonsense']], [['--without', 'pictures']], [['a', 'b']]])(
    'answers the bad options %j with the usage and exit 2',
    (args) => {
      const run = brief(args);
      expect(run.status).toBe(2);
      expect(run.err).toContain('Usage:');
    },
  );

  it('lists several mistakes in the environment together', () => {
    const run = brief([], '', { OPENAI_BASE_URL: 'nonsense', OPENAI_TIMEOUT_S: '-3' });
    expect(run.status).toBe(1);
    expect(run.err).toMatch(/OPENAI_BASE_URL must be/u);
    expect(run.err).toMatch(/OPENAI_TIMEOUT_S must be/u);
  });
});
