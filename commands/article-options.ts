import { type Question, sourceOfOptions, suggestLanguages } from '#discord';

/** How an article is given, in every command that takes one. */
export const articleOptions = {
  article: { type: 'string', name: 'optionArticleName', description: 'optionArticle' },
  file: { type: 'file', name: 'optionFileName', description: 'optionFile' },
} as const;

export const answerOptions = {
  language: {
    type: 'string',
    name: 'optionLanguageName',
    description: 'optionLanguage',
    suggest: suggestLanguages,
  },
  private: { type: 'boolean', name: 'optionPrivateName', description: 'optionPrivate' },
} as const;

interface GivenArticle {
  readonly article: string | null;
  readonly file: Parameters<typeof sourceOfOptions>[1];
}

export const isGiven = ({ article, file }: GivenArticle): boolean => article !== null || file !== null;
export const sourceOf = ({ article, file }: GivenArticle): Question['source'] => sourceOfOptions(article, file);
