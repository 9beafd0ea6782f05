/** The files that the browser gets: the page, its modules without their types, and lit-html. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** The page's own modules, and the one library that it uses. */
const CLIENT = new URL('client/', import.meta.url);
/** Modules outside of the client's folder that the browser may have. */
const SHARED = ['/common/json.ts', '/common/option-type.ts'];
const LIBRARY = new URL('./', import.meta.resolve('lit-html'));

export interface ClientFile {
  body: string;
  contentType: string;
}

/** Bare names in the modules of the page, for the browser. */
const IMPORT_MAP = JSON.stringify({
  imports: { 'lit-html': '/library/lit-html.js', 'lit-html/': '/library/' },
});
const IMPORT_MAP_HASH = createHash('sha256').update(IMPORT_MAP).digest('base64');

/** Messages are untrusted: nothing but the page's own files may run, load or be connected to. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${IMPORT_MAP_HASH}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The file of a path; `undefined` when there is none. Modules are TypeScript, served with their types taken away. */
export function clientFile(path: string): ClientFile | undefined {
  if (path === '/') {
    const html = readFileSync(new URL('index.html', CLIENT), 'utf8');
    const map = `<script type="importmap">${IMPORT_MAP}</script>`;
    return { body: html.replace('<!-- import map -->', map), contentType: 'text/html; charset=utf-8' };
  }
  if (path === '/style.css')
    return { body: readFileSync(new URL('style.css', CLIENT), 'utf8'), contentType: 'text/css; charset=utf-8' };
  const module = /^\/client\/(?<name>[a-z-]+\.ts)$/u.exec(path)?.groups?.['name'];
  // The modules share a few of the sandbox's own.
  if (SHARED.includes(path)) return script(new URL(`..${path}`, import.meta.url), stripped);
  if (module) return script(new URL(module, CLIENT), stripped);
  const library = /^\/library\/(?<name>(?:directives\/)?[a-z-]+\.js)$/u.exec(path)?.groups?.['name'];
  return library ? script(new URL(library, LIBRARY), (text) => text) : undefined;
}

const stripped = (text: string): string => stripTypeScriptTypes(text);

function script(file: URL, change: (text: string) => string): ClientFile | undefined {
  if (!existsSync(file)) return undefined;
  return { body: change(readFileSync(file, 'utf8')), contentType: 'text/javascript; charset=utf-8' };
}
