import type { Language } from '@malspar/figures-model';

/** The language of what is at a path. */
export const languageOf = (path: string): Language => (/^\/en(\/|$)/.test(path) ? 'en' : 'sv');
