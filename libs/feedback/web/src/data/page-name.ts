/** The words for a page of the public site: the key of a text and what it is filled in with. */
export interface PageName {
  readonly key: string;
  readonly name?: string;
  /** A code, to be written out as a period. */
  readonly period?: string;
  readonly version?: string;
}

const ALONE: Readonly<Record<string, string>> = {
  '/': 'feedback.pages.home',
  '/plan': 'feedback.pages.plan',
  '/rapporter': 'feedback.pages.archive',
  '/om-siffrorna': 'feedback.pages.about',
  '/tillganglighet': 'feedback.pages.accessibility',
  '/kakor': 'feedback.pages.privacy',
  '/ordlista': 'feedback.pages.glossary',
  '/webbkarta': 'feedback.pages.siteMap',
  '/oppna-data': 'feedback.pages.openData',
  '/sok': 'feedback.pages.search',
  '/kontrollera': 'feedback.pages.verify',
  '/jamfor': 'feedback.pages.compare',
  '/badda-in': 'feedback.pages.embed',
};

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\/malomraden\/(?<name>[^/]+)$/, 'feedback.pages.area'],
  [/^\/mal\/(?<name>[^/]+)$/, 'feedback.pages.target'],
  [/^\/rapporter\/(?<period>[^/]+)\/v(?<version>\d+)$/, 'feedback.pages.report'],
  [/^\/rapporter\/(?<period>[^/]+)\/v(?<version>\d+)\/andringar$/, 'feedback.pages.correction'],
  [/^\/rapporter\/(?<period>[^/]+)\/mot-aret-innan$/, 'feedback.pages.comparison'],
];

/** What a public page is called, by its Swedish address; one that is not known is called by its address. */
export function pageName(path: string): PageName {
  const alone = ALONE[path];
  if (alone !== undefined) return { key: alone };
  for (const [pattern, key] of KINDS) {
    const found = pattern.exec(path)?.groups;
    if (found) return { key, ...found, ...(found['name'] ? { name: readable(found['name']) } : {}) };
  }
  return { key: 'feedback.pages.other', name: path };
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
