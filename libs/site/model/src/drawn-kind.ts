import type { FigureTable, Language, Words } from '@malspar/figures-model';
import type { PublishedContent, PublishedDifference } from '@malspar/publication-model';
import { frozenDrawnPages, drawnPages } from './drawn-pages.js';
import type { ListedVersion } from './listed-publication.js';
import type { FoundEntry } from './search-entry.js';
import type { FrozenVersion, ShownKind, StoredVersion } from './shown-kind.js';
import type { SiteName } from './site-name.js';

/** A heading with what stands below it. */
interface ShownSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly FigureTable[];
}

/** What stands on a version's page in one language, between its title and its files. */
interface ShownBody {
  readonly lead: string | null;
  readonly sections: readonly ShownSection[];
}

/** A published version that the site draws, with all that it shows of it. */
export interface ShownVersion extends ListedVersion {
  readonly contentKind: string;
  readonly kindTitle: Words;
  readonly siteName: SiteName;
  readonly auditHead: string;
  readonly body: Readonly<Record<Language, ShownBody>>;
  readonly searched: Readonly<Record<Language, readonly string[]>>;
  /** Against the version before it; null for the first one. */
  readonly changes: PublishedDifference | null;
}

/** All versions of a kind for one period, newest first. */
export interface ShownPublication {
  readonly root: string;
  readonly kindTitle: Words;
  readonly versions: readonly [ShownVersion, ...ShownVersion[]];
}

/** All that has been published of a kind that the site draws, the latest period first. */
export interface DrawnPublished<Content = PublishedContent> {
  readonly publications: readonly ShownPublication[];
  /** In no certain order, as they are kept. */
  readonly versions: readonly StoredVersion<Content>[];
}

/** A kind of publication that is texts and tables: it hands them over, and the site draws them. */
export interface DrawnKind<Content extends PublishedContent = PublishedContent> extends Pick<
  ShownKind<Content, DrawnPublished<Content>>,
  'name' | 'content' | 'root' | 'title' | 'openData'
> {
  siteName(content: Content): SiteName;
  body(content: Content, language: Language): ShownBody;
  /** The texts that the search finds it by, beside its title. */
  searched(content: Content, language: Language): readonly string[];
  difference(before: Content, after: Content): PublishedDifference;
}

/** How a kind is shown that the site draws. */
export function drawnByTheSite<Content extends PublishedContent>(
  kind: DrawnKind<Content>,
): ShownKind<Content, DrawnPublished<Content>> {
  const { name, content, root, title, openData } = kind;
  return {
    ...{ name, content, root, title, ...(openData ? { openData } : {}) },
    read: (versions) => (versions.length === 0 ? null : { versions, publications: publicationsOf(kind, versions) }),
    list: ({ publications }) => publications,
    pages: ({ publications }) => drawnPages(publications),
    frozen: (version, previous) => frozenDrawnPages(shownVersion(kind, version, previous?.content ?? null)),
    found: ({ publications }, language) => publications.map((publication) => foundEntry(publication, language)),
    news: ({ publications }) =>
      publications.flatMap(({ versions }) =>
        versions.map(({ period, version, title: named, publishedAt, correction }) => ({
          ...{ title: named, version, publishedAt, updatedAt: publishedAt },
          place: { at: 'published', root, period, version },
          summary: correction && { text: correction.reason, language: null },
        })),
      ),
  };
}

/** A version as the site shows it. `previous`: the version that it corrects. */
function shownVersion<Content extends PublishedContent>(
  kind: DrawnKind<Content>,
  { content, sha256, files }: FrozenVersion<Content>,
  previous: Content | null,
): ShownVersion {
  const { period, version, title, correction, publishedAt, publishedOn, auditHead } = content;
  const inBoth = <T>(write: (language: Language) => T): Record<Language, T> => ({ sv: write('sv'), en: write('en') });
  return {
    ...{ period, version, title, correction, publishedAt, publishedOn, auditHead, sha256, files },
    contentKind: kind.name,
    root: kind.root,
    kindTitle: kind.title,
    siteName: kind.siteName(content),
    body: inBoth((language) => kind.body(content, language)),
    searched: inBoth((language) => kind.searched(content, language)),
    changes: previous && kind.difference(previous, content),
  };
}

function publicationsOf<Content extends PublishedContent>(
  kind: DrawnKind<Content>,
  versions: readonly FrozenVersion<Content>[],
): ShownPublication[] {
  const periods = [...new Set(versions.map(({ content }) => content.period))].sort().reverse();
  return periods.flatMap((period) => {
    const own = versions
      .filter(({ content }) => content.period === period)
      .sort((a, b) => b.content.version - a.content.version);
    const [newest, ...older] = own.map((version, nth) => shownVersion(kind, version, own[nth + 1]?.content ?? null));
    return newest ? [{ root: kind.root, kindTitle: kind.title, versions: [newest, ...older] as const }] : [];
  });
}

/** What has been published for one period: found by what its newest version says. */
function foundEntry({ versions }: ShownPublication, language: Language): FoundEntry {
  const [newest] = versions;
  return {
    group: 'report',
    code: null,
    title: newest.title[language],
    isExample: false,
    language,
    period: newest.period,
    versions: versions.map(({ root, period, version, title, correction, searched }, nth) => ({
      ...{ period, version, title: title[language], area: null },
      place: { at: 'published', root, period, version: nth === 0 ? null : version },
      texts: [
        ...(correction ? [{ field: 'correction' as const, text: correction.reason, isExample: false }] : []),
        ...searched[language].map((text) => ({ field: 'text' as const, text, isExample: false })),
      ],
    })),
  };
}
