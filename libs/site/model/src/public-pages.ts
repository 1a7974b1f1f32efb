import {
  asItStands,
  differenceOf,
  knownTo,
  overtakenIn,
  type PublishedReport,
} from '@malspar/environmental-report-model';
import { periodYearBefore, UNSTATED_LANGUAGE, writtenDay } from '@malspar/shared-model';
import type { PublishedStatement } from './accessibility-statement.js';
import { correctionPage, frameOf, reportPage } from './frozen-pages.js';
import type { OpenDataTerms } from './open-data-source.js';
import type { PlainPlace } from './public-address.js';
import type { PublicPage } from './public-page.js';
import type { ArchivedPublication, PublicSite } from './public-site.js';
import type { ShownPublication } from './shown-kind.js';
import { shownPages } from './shown-pages.js';
import type { SiteName } from './site-name.js';
import { laterOf, NO_ADDITIONS, type SiteAdditions } from './site-additions.js';

const NO_TERMS: OpenDataTerms = { origin: '', license: null };

/** Of pages of which there is one: whether it is there also before anything has been published. */
export const isThereFromTheStart = (at: PlainPlace): boolean =>
  at === 'home' || at === 'open-data' || at === 'accessibility' || at === 'privacy' || at === 'glossary';

/** Every page that there is, each once. Without anything published: one that says so. */
export function publicPages(
  site: PublicSite | null,
  additions: SiteAdditions = NO_ADDITIONS,
  terms: OpenDataTerms = NO_TERMS,
  others: readonly ShownPublication[] = site?.others ?? [],
): PublicPage[] {
  const { documents, documentsChangedAt, statement } = additions;
  const changedOn = site?.updatedOn ?? null;
  const listChangedOn = laterOf(changedOn, documentsChangedAt);
  const plan = site?.latest.report.plan ?? null;
  const words = (['privacy', 'glossary', 'not-found'] as const).map((kind): PublicPage => ({
    kind,
    place: { at: kind },
    plan,
    changedOn,
  }));
  const openData: PublicPage = { kind: 'open-data', place: { at: 'open-data' }, ...terms, site, plan, changedOn };
  words.push({ kind: 'embedded-missing', place: { at: 'embedded-missing' }, plan, changedOn });
  words.push({
    kind: 'accessibility',
    place: { at: 'accessibility' },
    plan,
    changedOn: writtenDay(statement.updatedOn),
    statement,
  });
  if (!site) {
    const first: PublicPage = {
      kind: 'nothing-yet',
      place: { at: 'home' },
      plan,
      changedOn: listChangedOn,
      documents,
      others,
    };
    const awaited = awaitedName(statement);
    return [...[first, openData, ...words].map((page) => ({ ...page, awaited })), ...shownPages(others)];
  }
  const about = { plan, changedOn };
  return [
    ...(['home', 'plan', 'archive', 'about', 'site-map', 'embed'] as const).map((kind): PublicPage => ({
      kind,
      place: { at: kind },
      site,
      plan,
      changedOn: kind === 'home' || kind === 'plan' ? listChangedOn : changedOn,
    })),
    openData,
    ...words,
    ...askingPages(site, about),
    ...areaPages(site, about),
    ...embeddedPages(site, about),
    ...site.archive.flatMap((publication) => reportPages(publication, site)),
    ...shownPages(others),
  ];
}

const awaitedName = ({ organisation, service, language, contact }: PublishedStatement): SiteName | null =>
  organisation !== null && service !== null
    ? { organisation, title: service, contact, language: language ?? UNSTATED_LANGUAGE }
    : null;

function areaPages({ areas, archive }: PublicSite, about: Pick<PublicPage, 'plan' | 'changedOn'>): PublicPage[] {
  const known = reportsIn(archive);
  return areas.flatMap(({ held, gap }): PublicPage[] => {
    if (!held) return [];
    const { area, version } = held;
    return [
      { kind: 'area', place: { at: 'area', slug: area.slug }, version, area, gap, known, ...about },
      ...area.targets.map((target): PublicPage => ({
        kind: 'target',
        place: { at: 'target', code: target.code },
        version,
        area,
        target,
        known,
        ...about,
      })),
    ];
  });
}

/** Every published report, the latest period and its newest version first. */
const reportsIn = (archive: PublicSite['archive']): PublishedReport[] =>
  archive.flatMap(({ versions }) => versions.map(({ report }) => report));

/** The pages with forms, before anything has been asked. */
function askingPages(site: PublicSite, about: Pick<PublicPage, 'plan' | 'changedOn'>): PublicPage[] {
  return [
    { kind: 'search', place: { at: 'search' }, site, asked: null, ...about },
    { kind: 'verify', place: { at: 'verify' }, asked: null, ...about },
    { kind: 'compare', place: { at: 'compare' }, site, asked: null, ...about },
  ];
}

function embeddedPages({ areas }: PublicSite, about: Pick<PublicPage, 'plan' | 'changedOn'>): PublicPage[] {
  return areas.flatMap(({ held }): PublicPage[] => {
    if (!held) return [];
    const { area, version } = held;
    return [
      { kind: 'embedded-area', place: { at: 'embedded-area', slug: area.slug }, version, area, ...about },
      ...area.targets.map((target): PublicPage => ({
        kind: 'embedded-target',
        place: { at: 'embedded-target', code: target.code },
        version,
        area,
        target,
        ...about,
      })),
    ];
  });
}

function reportPages({ period, versions }: ArchivedPublication, { archive, word }: PublicSite): PublicPage[] {
  const [newest] = versions;
  if (!newest) return [];
  const all = reportsIn(archive);
  const overtaken = new Map(versions.map((version) => [version, overtakenIn(version.report, word, all)]));
  const before = archive.find((each) => each.period === periodYearBefore(period))?.versions[0];
  return [
    ...versions.map((version) => ({
      ...reportPage(version, version !== newest, knownTo(version, all)),
      overtaken: overtaken.get(version) ?? [],
    })),
    ...versions.flatMap((version, index) => {
      const previous = versions[index + 1];
      return previous ? [{ ...correctionPage(previous, version), overtaken: overtaken.get(version) ?? [] }] : [];
    }),
    ...(before
      ? [
          {
            kind: 'difference' as const,
            place: { at: 'comparison' as const, period },
            difference: differenceOf(asItStands(before.report, word), asItStands(newest.report, word)),
            reason: null,
            ...frameOf(newest),
          },
        ]
      : []),
  ];
}
