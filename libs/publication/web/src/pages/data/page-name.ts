/** The words for a page of the public site: the key of a text and what it is filled in with. */
export interface PageName {
  readonly key: string;
  readonly name?: string;
  /** A code, to be written out as a period. */
  readonly period?: string;
  readonly version?: string;
}

const ALONE: Readonly<Record<string, string>> = {
  '/': 'publication.feedback.pages.home',
  '/plan': 'publication.feedback.pages.plan',
  '/rapporter': 'publication.feedback.pages.archive',
  '/om-siffrorna': 'publication.feedback.pages.about',
  '/tillganglighet': 'publication.feedback.pages.accessibility',
  '/kakor': 'publication.feedback.pages.privacy',
  '/ordlista': 'publication.feedback.pages.glossary',
  '/webbkarta': 'publication.feedback.pages.siteMap',
  '/oppna-data': 'publication.feedback.pages.openData',
  '/sok': 'publication.feedback.pages.search',
  '/kontrollera': 'publication.feedback.pages.verify',
  '/jamfor': 'publication.feedback.pages.compare',
  '/badda-in': 'publication.feedback.pages.embed',
};

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\/malomraden\/(?<name>[^/]+)$/, 'publication.feedback.pages.area'],
  [/^\/mal\/(?<name>[^/]+)$/, 'publication.feedback.pages.target'],
  [/^\/rapporter\/(?<period>[^/]+)\/v(?<version>\d+)$/, 'publication.feedback.pages.report'],
  [/^\/rapporter\/(?<period>[^/]+)\/v(?<version>\d+)\/andringar$/, 'publication.feedback.pages.correction'],
  [/^\/rapporter\/(?<period>[^/]+)\/mot-aret-innan$/, 'publication.feedback.pages.comparison'],
];

/** What a public page is called, by its Swedish address; one that is not known is called by its address. */
export function pageName(path: string): PageName {
  const alone = ALONE[path];
  if (alone !== undefined) return { key: alone };
  for (const [pattern, key] of KINDS) {
    const found = pattern.exec(path)?.groups;
    if (found) return { key, ...found, ...(found['name'] ? { name: readable(found['name']) } : {}) };
  }
  return { key: 'publication.feedback.pages.other', name: path };
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
