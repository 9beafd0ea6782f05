/** The project `unit` starts no process and opens no socket: what does belongs beside it, in an `*.integration.test.ts`. */
import child from 'node:child_process';
import dgram from 'node:dgram';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refused = (what: string) => (): never => {
  throw new Error(`A unit test ${what}. Name the file *.integration.test.ts, or put it under tests/flows/.`);
};

for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'] as const)
  Object.assign(child, { [name]: refused('starts a process') });
Object.assign(net.Server.prototype, { listen: refused('opens a server') });
// Of http, https, tls, undici and fetch, too: each of their connections is one of these.
Object.assign(net.Socket.prototype, { connect: refused('opens a connection') });
Object.assign(dgram, { createSocket: refused('opens a socket') });
syncBuiltinESMExports();
