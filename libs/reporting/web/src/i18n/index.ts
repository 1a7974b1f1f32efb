import type { Translation } from '@jsverse/transloco';

type TextFile = Promise<{ default: Translation }>;

const merged = async (files: readonly TextFile[]): Promise<Translation> =>
  Object.assign({}, ...(await Promise.all(files)).map((file) => file.default)) as Translation;

/** The texts of the reporting pages, one loader per language; keys live under `reporting.`. */
export const reportingTexts = {
  sv: () => merged([import('./owner.sv.json'), import('./reviewer.sv.json')]),
  en: () => merged([import('./owner.en.json'), import('./reviewer.en.json')]),
};
