/** `npm run bench:scale`: what 1,000 to 1,000,000 servers need, from the figures in `bench/scale/figures.json`. */
import { breakingPoints, busiestOf, type Needs, needsOf, randomFrom } from './scale/arithmetic.ts';
import { readFigures } from './scale/figures.ts';

const SERVERS = [1000, 10_000, 100_000, 1_000_000];
/** Of the logarithm of how busy a server is: with 1.5 the busiest in a thousand does a hundred times the median. */
const SIGMA = 1.5;
const SEED = 20_261_124;

const { inputs, sources } = readFigures();
const number = (value: number): string => value.toLocaleString('en-GB', { maximumSignificantDigits: 3 });

const ROWS: readonly (readonly [string, (needs: Needs) => number])[] = [
  ['shards', ({ shards }) => shards],
  ['minutes until all have identified', ({ startMinutes }) => startMinutes],
  ['messages heard a second, busiest hour', ({ eventsPerS }) => eventsPerS],
  ['cores of the bot, busiest hour', ({ cores }) => cores],
  ['processes', ({ processes }) => processes],
  ['memory of the bot, GiB', ({ memoryGib }) => memoryGib],
  ['cores of Redis, busiest hour', ({ redisCores }) => redisCores],
  ['memory of Redis, GiB', ({ redisGib }) => redisGib],
  ['machines', ({ machines }) => machines],
  ['model calls a day', ({ modelCallsPerDay }) => modelCallsPerDay],
  ['model tokens a minute, busiest hour', ({ tokensPerMinute }) => tokensPerMinute],
  ['pages read, GiB a day', ({ egressGibPerDay }) => egressGibPerDay],
  ['money a month: machines', ({ moneyPerMonth }) => moneyPerMonth.machines],
  ['money a month: model', ({ moneyPerMonth }) => moneyPerMonth.model],
];

const print = (title: string, cells: readonly string[]): void =>
  console.log(title.padEnd(40) + cells.map((cell) => cell.padStart(14)).join(''));

const all = SERVERS.map((servers) => needsOf(servers, inputs));
print('servers', SERVERS.map(number));
for (const [title, pick] of ROWS)
  print(
    title,
    all.map((needs) => number(pick(needs))),
  );
print(
  'busiest process, of the average one',
  all.map(({ servers, processes }) => number(busiestOf(servers, processes, SIGMA, randomFrom(SEED)))),
);

console.log('\nused up at so many servers, what breaks first on top:');
for (const { what, servers } of breakingPoints(inputs)) print(`  ${what}`, [number(servers)]);

console.log('\nfrom:');
for (const { name, value, kind, from } of sources)
  console.log(`  ${name.padEnd(28)}${String(value).padStart(10)}  ${kind}: ${from}`);
