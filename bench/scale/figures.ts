/** The figures that the arithmetic starts from: measured, assumed or given, each with where it comes from. */
import { readFileSync } from 'node:fs';

import { z } from 'zod';

import type { Inputs } from './arithmetic.ts';

const FigureSchema = z.object({
  value: z.number().positive(),
  kind: z.enum(['measured', 'assumed', 'given']),
  /** The command and the machine, the reason, or the document. */
  from: z.string().min(10),
});
const of = <Name extends string>(...names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, FigureSchema])) as Record<Name, typeof FigureSchema>);

const FiguresSchema = z.strictObject({
  costs: of(
    'cpuMsPerBriefing',
    'cpuMsPerCachedAnswer',
    'cpuMsPerMessage',
    'redisCpuMsPerBriefing',
    'redisCpuMsPerCachedAnswer',
    'redisKibPerBriefing',
    'processMib',
    'processKibPerServer',
  ),
  usage: of(
    'briefingsPerDay',
    'cachedAnswersPerDay',
    'messagesPerDay',
    'peak',
    'resultsKeptDays',
    'tokensPerBriefing',
    'moneyPerMillionTokens',
    'pageKib',
  ),
  machines: of('cores', 'memoryGib', 'moneyPerMonth', 'headroom', 'processGib', 'redisMemoryGib'),
  limits: of('serversPerShard', 'identifySpacingS', 'sessionStartsPerDay', 'modelTokensPerMinute'),
});

type Figure = z.infer<typeof FigureSchema>;
const valuesOf = <Name extends string>(figures: Record<Name, Figure>): Record<Name, number> =>
  Object.fromEntries(Object.entries<Figure>(figures).map(([name, { value }]) => [name, value])) as Record<Name, number>;

export interface Source extends Figure {
  readonly name: string;
}

export function readFigures(file = new URL('./figures.json', import.meta.url)): {
  readonly inputs: Inputs;
  readonly sources: readonly Source[];
} {
  const figures = FiguresSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    inputs: {
      costs: valuesOf(figures.costs),
      usage: valuesOf(figures.usage),
      machines: valuesOf(figures.machines),
      limits: valuesOf(figures.limits),
    },
    sources: Object.values(figures).flatMap((group) =>
      Object.entries<Figure>(group).map(([name, figure]) => ({ name, ...figure })),
    ),
  };
}
