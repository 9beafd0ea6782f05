/** A story of the local news site: invented, like everybody in it. */
export interface Story {
  path: string;
  outlet: string;
  language: string;
  title: string;
  author: string;
  /** ISO 8601. */
  published: string;
  /** Shown under the title. */
  lead?: string;
  blocks: Block[];
  /** Shape of the page; default `news`. */
  shape?: 'news' | 'interview' | 'press' | 'live';
  /** One line for whoever looks for something to try. */
  note: string;
}

/** A paragraph, or something that stands apart from the paragraphs. */
export type Block =
  | string
  | { heading: string }
  | { question: string }
  | { pull: string }
  /** An entry of a live blog. */
  | { time: string; title: string; text: string[] };
