import type { SiteWords } from '@malspar/site-model';
import type { PageTexts } from '@malspar/site-web/parts';

/** What the report's pages at the frame's places say, to be searched. */
export const searchable = (t: PageTexts): SiteWords['pages'] => [
  {
    at: 'about',
    title: t.about.title,
    text: t.about.sections.flatMap(({ heading, paragraphs }) => [`${heading}.`, ...paragraphs]).join(' '),
  },
  { at: 'compare', title: t.compare.title, text: t.compare.lead },
  { at: 'embed', title: t.embed.title, text: [t.embed.lead, ...t.embed.facts].join(' ') },
  { at: 'archive', title: t.archive.title, text: t.archive.lead },
];
