/** The same keys with the same facts, in another language. */
export type TextsLike<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends (facts: infer Facts) => string ? (facts: Facts) => string : string;
};
