/** schema.org in the page's JSON-LD scripts: for metadata, and for the body only as a rescue. */

type JsonObject = Readonly<Record<string, unknown>>;

export interface JsonLdArticle {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly isFree: boolean | null;
  readonly wordCount: number | null;
  readonly body: string | null;
}

/** Levels and objects looked at: articles stand near the top, and a page may hold a whole shop below. */
const MAX_LEVEL = 8;
const MAX_OBJECTS = 2_000;
const BRANCHES = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'hasPart'];
const ARTICLE_TYPE = /(?:Article|Posting|Report|Review)$/;
const CONTROLS = /\p{Cc}/gu;
const WRAPPINGS = ['<![CDATA[', ']]>', '//', '<!--', '-->', ';'];

export function jsonLdArticle(scripts: readonly string[]): JsonLdArticle | null {
  const objects = [...objectsOf(scripts)];
  const byId = new Map(objects.map((object) => [textOf(object['@id']), object]));
  let best: JsonLdArticle | null = null;
  for (const object of objects) {
    if (!textsOf(object['@type']).some((type) => ARTICLE_TYPE.test(type))) continue;
    const article = readArticle(object, (id) => byId.get(id));
    if (!best || weight(article) > weight(best)) best = article;
  }
  return best;
}

/** The page's own article says most about itself; cards for other articles have a headline and an address. */
function weight(article: JsonLdArticle): number {
  const facts = [
    article.published,
    article.publisher,
    article.section,
    article.isFree,
    article.headline,
    article.authors[0],
  ];
  return facts.filter((fact) => fact !== null && fact !== undefined).length + (article.body ? 10 : 0);
}

function* objectsOf(scripts: readonly string[]): Generator<JsonObject> {
  const waiting: { value: unknown; level: number }[] = [];
  for (const script of scripts) {
    const value = parse(script);
    if (value !== undefined) waiting.push({ value, level: 0 });
  }
  for (let seen = 0; seen < waiting.length && seen < MAX_OBJECTS; seen++) {
    const { value, level } = waiting[seen] ?? { value: null, level: 0 };
    if (level > MAX_LEVEL) continue;
    if (Array.isArray(value))
      for (const each of value.slice(0, MAX_OBJECTS)) waiting.push({ value: each, level: level + 1 });
    if (!isObject(value)) continue;
    yield value;
    for (const branch of BRANCHES) if (value[branch]) waiting.push({ value: value[branch], level: level + 1 });
  }
}

/** Some scripts are wrapped in comments, some have line breaks inside their strings. */
function parse(script: string): unknown {
  const json = unwrapped(script.trim());
  for (const attempt of [json, json.replace(CONTROLS, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // next attempt
    }
  }
  return undefined;
}

/** Wrappings stand inside one another: a comment around a section. */
function unwrapped(script: string): string {
  let json = script;
  for (let round = 0; round < WRAPPINGS.length; round++) {
    const before = json;
    for (const wrapping of WRAPPINGS) {
      if (json.startsWith(wrapping)) json = json.slice(wrapping.length).trim();
      if (json.endsWith(wrapping)) json = json.slice(0, -wrapping.length).trim();
    }
    if (json === before) break;
  }
  return json;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string').map((each) => each.trim());
}
const textOf = (value: unknown): string | null => textsOf(value).find((text) => text !== '') ?? null;

/** A name, or the names of the objects. */
function namesOf(value: unknown, find: Lookup): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .map((each) => {
      if (!isObject(each)) return textOf(each);
      // Some pages list people once and point to them.
      return textOf(each.name) ?? textOf(find(textOf(each['@id']) ?? '')?.name);
    })
    .filter((name) => name !== null);
}

type Lookup = (id: string) => JsonObject | undefined;

function readArticle(object: JsonObject, find: Lookup): JsonLdArticle {
  const free = object.isAccessibleForFree;
  const wordCount = Number(object.wordCount);
  const body = [...textsOf(object.articleBody), ...textsOf(object.reviewBody)].join('\n');
  return {
    headline: textOf(object.headline) ?? textOf(object.name),
    authors: namesOf(object.author, find),
    publisher: namesOf(object.publisher, find)[0] ?? null,
    published: textOf(object.datePublished) ?? textOf(object.dateCreated),
    modified: textOf(object.dateModified),
    section: textOf(object.articleSection),
    language: textOf(object.inLanguage),
    isFree: typeof free === 'boolean' ? free : typeof free === 'string' ? free.toLowerCase() !== 'false' : null,
    wordCount: Number.isFinite(wordCount) && wordCount > 0 ? wordCount : null,
    body: body === '' ? null : body,
  };
}
