/** The languages that texts computed from data are written in. */
export type Language = 'sv' | 'en';

/** A text in every language. */
export type Words = Readonly<Record<Language, string>>;

/** The same text rule in every language. */
export const inBoth = (write: (language: Language) => string): Words => ({ sv: write('sv'), en: write('en') });
