import type { Translation } from '@jsverse/transloco';

/** The texts of the plan's components, one loader per language; keys live under `plan.`. */
export const planTexts = {
  sv: () => import('./sv.json').then((file): Translation => file.default),
  en: () => import('./en.json').then((file): Translation => file.default),
};
