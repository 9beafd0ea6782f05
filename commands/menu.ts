import { defineMenuEntry, type Question, readyAnswer, sourceOfMessage, writeAnswer } from '#discord';

const UNFILTERED = { length: null, language: null, speaker: null, issue: null } as const;

function onMessage(name: 'menuSummarise' | 'menuPositions', kind: Question['kind']) {
  return defineMenuEntry({
    name,
    isWork: true,
    acknowledge: () => 'public',
    ready: (context, message) => readyAnswer(context, { ...UNFILTERED, kind, source: sourceOfMessage(message) }),
    run: (context, message) => writeAnswer(context, { ...UNFILTERED, kind, source: sourceOfMessage(message) }),
  });
}

export const summariseMessage = onMessage('menuSummarise', 'summary');
export const positionsOfMessage = onMessage('menuPositions', 'positions');
