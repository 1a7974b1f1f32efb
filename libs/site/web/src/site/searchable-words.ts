import type { Language } from '@malspar/figures-model';
import type { PlainPlace, SiteWords } from '@malspar/site-model';
import type { KindPages } from './kind-pages.js';
import { en } from './i18n/en.js';
import { sv, type Texts } from './i18n/sv.js';

const TEXTS: Readonly<Record<Language, Texts>> = { sv, en };

interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}
const textOf = (sections: readonly Section[]): string =>
  sections.flatMap(({ heading, paragraphs }) => [`${heading}.`, ...paragraphs]).join(' ');

/** In this order what is found alike is shown. */
const ORDER = [
  'about',
  'verify',
  'compare',
  'embed',
  'accessibility',
  'privacy',
  'open-data',
  'archive',
] as const satisfies readonly PlainPlace[];

/** What the site itself says, for its search: the glossary and the pages of words, those of its kinds among them. */
export function searchableWords(language: Language, kinds: readonly KindPages[]): SiteWords {
  const t = TEXTS[language];
  const page = (at: PlainPlace, title: string, text: string) => ({ at, title, text });
  const pages = [
    page('verify', t.verify.title, [t.verify.lead, t.verify.kept].join(' ')),
    page('accessibility', t.statement.title, `${t.statement.conformance.heading}. ${t.statement.feedback.lead}`),
    page('privacy', t.words.privacy.title, textOf(t.words.privacy.sections)),
    page('open-data', t.openData.title, `${t.openData.lead} ${textOf(t.openData.sections)}`),
    ...kinds.flatMap((kind) => kind.searchable(t)),
  ];
  return {
    terms: t.words.glossary.terms.flatMap(([term, meaning]) => (term && meaning ? [[term, meaning] as const] : [])),
    pages: ORDER.flatMap((at) => pages.filter((each) => each.at === at)),
  };
}
