import type { Language } from '@malspar/figures-model';
import type { PlainPlace, SiteWords } from '@malspar/site-model';
import { en } from './i18n/en.js';
import { sv, type Texts } from './i18n/sv.js';

const TEXTS: Readonly<Record<Language, Texts>> = { sv, en };

interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}
const textOf = (sections: readonly Section[]): string =>
  sections.flatMap(({ heading, paragraphs }) => [`${heading}.`, ...paragraphs]).join(' ');

/** What the site itself says, for its search: the glossary and the pages of words. */
export function searchableWords(language: Language): SiteWords {
  const t = TEXTS[language];
  const page = (at: PlainPlace, title: string, text: string) => ({ at, title, text });
  return {
    terms: t.words.glossary.terms.flatMap(([term, meaning]) => (term && meaning ? [[term, meaning] as const] : [])),
    pages: [
      page('about', t.about.title, textOf(t.about.sections)),
      page('verify', t.verify.title, [t.verify.lead, t.verify.kept].join(' ')),
      page('compare', t.compare.title, t.compare.lead),
      page('embed', t.embed.title, [t.embed.lead, ...t.embed.facts].join(' ')),
      page('accessibility', t.statement.title, `${t.statement.conformance.heading}. ${t.statement.feedback.lead}`),
      page('privacy', t.words.privacy.title, textOf(t.words.privacy.sections)),
      page('open-data', t.openData.title, `${t.openData.lead} ${textOf(t.openData.sections)}`),
      page('archive', t.archive.title, t.archive.lead),
    ],
  };
}
