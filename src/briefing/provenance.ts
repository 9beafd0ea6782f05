import type { Engine, ModelUsage, Provenance, Tokens } from '#domain';

const NO_TOKENS: Tokens = { input: 0, output: 0, estimated: false };

function addTokens(a: Tokens, b: Tokens): Tokens {
  return { input: a.input + b.input, output: a.output + b.output, estimated: a.estimated || b.estimated };
}

/** Who wrote it, with every attempt counted. */
export function provenanceOf(engine: Engine, usages: readonly ModelUsage[], writtenAt: number): Provenance {
  return {
    engine: engine.name,
    model: engine.model,
    promptHash: engine.promptHash,
    modelCalls: usages.length,
    tokens: usages.reduce((sum, usage) => addTokens(sum, usage.tokens), NO_TOKENS),
    writtenAt,
  };
}
