/** A news site on this machine, with pages of our own invention and pages that misbehave. */
import { gzipSync } from 'node:zlib';

import { listen } from './http.ts';

export interface SandboxSite {
  readonly host: string;
  readonly url: (path: string) => string;
  /** Requests per path. */
  readonly hits: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

const FERRY = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry to close | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette"><meta property="article:published_time" content="2026-11-20T08:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><div class="cookie-banner"><p>We use cookies to make this site better for you.</p></div>
<article><h1>Port Alder votes to close its ferry</h1><p class="byline">By Lena Marsh</p>
<p>The council of Port Alder voted 9 to 4 on Tuesday to close the ferry to Grey Island at the end of March 2027, after a debate of five hours.</p>
<figure><img src="x.jpg"><figcaption>The last ferry leaves at dusk. Photo: Gazette</figcaption></figure>
<p>Mayor Ines Okafor said the ferry costs the town $1.2 million a year. “We cannot pay for empty boats while our bridges rust,” Okafor said.</p>
<p>Tomas Reyes, who runs the island school, called the vote “a door shut on forty children” and warned that families would leave before the summer.</p>
<p>According to Dagny Holt, the owner of the shipyard, a new engine would keep the ferry running until 2035.</p>
<p>The Island Residents’ League did not respond to a request for comment.</p>
<div class="related"><p>Read also: the toll that nobody raised</p></div></article>
<section id="comments"><p>I saw the boat myself and it was empty all year.</p></section><footer><p>All rights reserved.</p></footer></body></html>`;
const BOMB_BYTES = 50 * 1024 * 1024;

export async function createSandboxSite(): Promise<SandboxSite> {
  const hits = new Map<string, number>();
  const http = await listen((request, _body, response) => {
    const path = request.url ?? '/';
    hits.set(path, (hits.get(path) ?? 0) + 1);
    const status = /^\/status\/(?<code>\d{3})$/u.exec(path)?.groups?.['code'];
    if (status) return void response.writeHead(Number(status)).end('no');
    if (path === '/ferry')
      return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(FERRY);
    if (path === '/loop') return void response.writeHead(302, { location: '/loop' }).end();
    if (path === '/inside') return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    if (path === '/empty') return void response.writeHead(200, { 'content-type': 'text/html' }).end();
    if (path === '/image') return void response.writeHead(200, { 'content-type': 'image/png' }).end('png');
    if (path === '/shell')
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><body><div id="app"></div><script>1</script></body></html>');
    if (path === '/bomb') {
      return void response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(BOMB_BYTES, 'a')));
    }
    response.writeHead(404).end('not here');
  });
  const host = `127.0.0.1:${http.port}`;
  return { host, url: (path) => `http://${host}${path}`, hits, close: () => http.close() };
}
