import type { FigureTable, Language, Words } from '@malspar/figures-model';
import type { PublishedContent, PublishedDifference, PublishedFile } from '@malspar/publication-model';
import type { ZodType } from 'zod';
import type { SiteName } from './site-name.js';

/** A heading with what stands below it. */
interface ShownSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly FigureTable[];
}

/** What stands on a version's page in one language, between its title and its files. */
export interface ShownBody {
  readonly lead: string | null;
  readonly sections: readonly ShownSection[];
}

/**
 * How one kind of publication is shown: its address, its page, what of it is searched. A domain registers it with
 * `ShownKinds`, beside the `PublishedKind` of the same name.
 */
export interface ShownKind<Content extends PublishedContent = PublishedContent> {
  readonly name: string;
  /** Everything that was ever frozen of the kind is read through it. */
  readonly content: ZodType<Content>;
  /** The first part of its addresses, `/cyklister/2027/v1`; the same in both languages and for ever. */
  readonly root: string;
  /** What such publications are called: the heading of a list of them. */
  readonly title: Words;
  siteName(content: Content): SiteName;
  body(content: Content, language: Language): ShownBody;
  /** The texts that the search finds it by, beside its title. */
  searched(content: Content, language: Language): readonly string[];
  difference(before: Content, after: Content): PublishedDifference;
}

/** A published version of a registered kind, with all that the site shows of it. */
export interface ShownVersion extends Omit<PublishedContent, 'slug'> {
  readonly contentKind: string;
  readonly root: string;
  readonly kindTitle: Words;
  readonly siteName: SiteName;
  readonly sha256: string;
  readonly files: readonly PublishedFile[];
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

interface FrozenVersion {
  readonly content: PublishedContent;
  readonly sha256: string;
  readonly files: readonly PublishedFile[];
}

/** A version as the site shows it. `previous`: the version that it corrects. */
export function shownVersion(
  kind: ShownKind,
  { content, sha256, files }: FrozenVersion,
  previous: PublishedContent | null,
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

/** What has been published of one kind, the latest period first. The order of `versions` does not matter. */
export function shownPublications(kind: ShownKind, versions: readonly FrozenVersion[]): ShownPublication[] {
  const periods = [...new Set(versions.map(({ content }) => content.period))].sort().reverse();
  return periods.flatMap((period) => {
    const own = versions
      .filter(({ content }) => content.period === period)
      .sort((a, b) => b.content.version - a.content.version);
    const [newest, ...older] = own.map((version, nth) => shownVersion(kind, version, own[nth + 1]?.content ?? null));
    return newest ? [{ root: kind.root, kindTitle: kind.title, versions: [newest, ...older] as const }] : [];
  });
}
