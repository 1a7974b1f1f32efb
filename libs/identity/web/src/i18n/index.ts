/** The texts of the pages on people and sign-in, one loader per language; keys live under `identity.`. */
export const identityTexts = {
  sv: () => import('./sv.json').then((file) => file.default),
  en: () => import('./en.json').then((file) => file.default),
};
