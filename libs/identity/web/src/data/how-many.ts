/** The last part of a text's key, by a number of things. */
export const howMany = (count: number | null): 'none' | 'one' | 'many' =>
  count === 1 ? 'one' : count ? 'many' : 'none';
