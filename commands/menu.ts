import { defineMenuEntry, type Question, readyBriefing, showBriefing, sourceOfMessage } from '#discord';

const UNFILTERED = { length: null, language: null, speaker: null, issue: null } as const;

function onMessage(name: 'menuSummarise' | 'menuPositions', kind: Question['kind']) {
  return defineMenuEntry({
    name,
    isWork: true,
    acknowledge: () => 'public',
    ready: (context, message) => readyBriefing(context, { ...UNFILTERED, kind, source: sourceOfMessage(message) }),
    run: (context, message) => showBriefing(context, { ...UNFILTERED, kind, source: sourceOfMessage(message) }),
  });
}

export const summariseMessage = onMessage('menuSummarise', 'summary');
export const positionsOfMessage = onMessage('menuPositions', 'positions');
