/** English: what a sentence leans on, and what it is about. */
import type { Leaning, Topics } from '../types.ts';

export const leaning: Leaning = {
  start:
    'and|but|so|yet|or|then|also|however|meanwhile|still|instead|moreover|nevertheless|though|otherwise|that|this|' +
    'these|those|such|both|neither|others?|another|he|she|they|it|his|her|their|its|him|them|here|there|in (?:addition|response|turn|return|contrast)|' +
    'as a result|for (?:example|instance|his part|her part)|on the other hand|at (?:the same|that) time|since then|by then',
  emptyStart:
    'it (?:is|was|will be|has been) (?:not )?(?:the (?:first|second|third|last)|clear|unclear|expected)|there (?:is|are|was|were|will|has|have)|' +
    'this (?:week|month|year|morning|summer|autumn|winter|spring)',
  inside: String.raw`those (?!who|which|that|in|of|with|from)\p{Ll}+|the same (?:day|night|time|week|month|year)|the (?:former|latter)|such an?|that (?:day|night|same)`,
  end: 'this|that|so|these|those',
  verbless: 'What|How|Why|Who',
};

export const topics: Topics = {
  asking: `who what when where why how which whose whom did does do is are was were will would can could should has have had about tell me us explain
    please many much`,
  beforeNoun:
    'the|a|an|this|that|these|those|its|their|his|her|our|my|your|of|for|on|about|with|against|in|from|by|no|some|any|new|more|over|at|near',
  empty:
    'down|up|off|away|back|out|nobody|everybody|somebody|everyone|someone|something|nothing|everything|anything|ways?|things?|people|others?|lot|' +
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million',
  times: String.raw`\p{L}+day|years?|months?|weeks?|days?|hours?|minutes?|times?|night|morning|evening`,
  questionLabels: 'Q|Question',
  answerLabels: 'A|Answer',
  outro: 'interview(?:ed)?|conversation|edited|condensed|abridged|as told to|spoke (?:to|with)',
  noSpeakers:
    'update|updated|note|photo|photos|related|watch|read|editor|here|partial|full|transcript|story|source|sources|video|image|correction|breaking|opinion|analysis|live|topics?|' +
    'tags?|share|the|this|where|when|what|who|how|date|time|place|price|cost|contact|email|phone|media|press|website|but|and|by|in|on',
  by: 'by',
  orders: [
    String.raw`(?:ignore|disregard|forget|override)\b.{0,30}\b(?:previous|prior|above|earlier|all|any|your)\b.{0,20}\b(?:instructions?|rules?|prompts?|guidelines?|context)`,
    String.raw`(?:system prompt|prompt injection|as an ai(?:\b|$)|you are (?:now )?(?:an? )?(?:ai|assistant|chatbot|language model|bot)\b)`,
    String.raw`(?:(?:ai|language) (?:assistants?|models?)|chatbots?|summari[sz]ers?|llms?)\b.{0,40}\b(?:must|should|please|need to|are instructed)`,
    String.raw`(?:attention|note to|instructions? (?:for|to)) (?:the )?(?:ai|assistants?|chatbots?|language models?|summari[sz]ers?|bots?)\b`,
    String.raw`(?:reply|respond|answer|output|say) (?:only|exactly|just) (?:with|the)\b`,
  ].join('|'),
  and: 'and|or',
  articles: 'a|the',
  modelRefusals:
    "sorry|apolog|i (?:can(?:no|['’])t|cannot|won['’]t|am unable|will not|must decline)|i['’]m (?:unable|not able)|as an ai",
};
