import type { Type } from '@angular/core';
import {
  type ChosenVersions,
  ENVIRONMENTAL_REPORT,
  isReportPage,
  type ReportContent,
  type ReportPlace,
  reportPlace,
} from '@malspar/environmental-report-model';
import { periodText } from '@malspar/figures-model';
import { isolated } from '@malspar/shared-model';
import type { DrawnPage, KindPages, PageContext, Step } from '@malspar/site-web/parts';
import { OvertakenBanner } from './overtaken-banner.js';
import { AboutPage } from './pages/about.js';
import { ArchivePage } from './pages/archive.js';
import { AreaPage } from './pages/area.js';
import { ComparePage } from './pages/compare.js';
import { EmbedPage } from './pages/embed.js';
import { EmbeddedPage } from './pages/embedded.js';
import { HomePage } from './pages/home.js';
import { PlanPage } from './pages/plan.js';
import { ReportPage } from './pages/report.js';
import { SiteMapPage } from './pages/site-map.js';
import { TargetPage } from './pages/target.js';
import { searchable } from './searchable.js';

const COMPONENTS: Readonly<Record<ReportContent['kind'], Type<unknown>>> = {
  home: HomePage,
  plan: PlanPage,
  archive: ArchivePage,
  about: AboutPage,
  'site-map': SiteMapPage,
  embed: EmbedPage,
  compare: ComparePage,
  area: AreaPage,
  target: TargetPage,
  report: ReportPage,
  'embedded-area': EmbeddedPage,
  'embedded-target': EmbeddedPage,
};

/** The pages that the environmental report draws. */
export const reportPages: KindPages = {
  contentKind: ENVIRONMENTAL_REPORT,
  overtaken: OvertakenBanner,
  searchable,
  draw(page, context): DrawnPage {
    if (!isReportPage(page)) throw new Error(`Not a page of the report's: ${page.contentKind}`);
    const { own } = page;
    return {
      component: COMPONENTS[own.kind],
      inputs: inputsOf(own),
      heading: headingOf(own, context),
      headingIsPlanText: own.kind === 'home' || own.kind === 'area',
      trail: trailOf(own, context),
      description: descriptionOf(own, context),
    };
  },
};

/** What the page's component is given; an embedded one reads its page itself, since it is the whole document. */
function inputsOf(own: ReportContent): DrawnPage['inputs'] {
  switch (own.kind) {
    case 'home':
    case 'plan':
    case 'archive':
    case 'site-map':
      return { site: own.site, beside: own.beside };
    case 'about':
    case 'embed':
      return { site: own.site };
    case 'compare':
      return { site: own.site, asked: own.asked };
    case 'area':
      return { version: own.version, area: own.area, gap: own.gap, known: own.known };
    case 'target':
      return { version: own.version, area: own.area, target: own.target, known: own.known };
    case 'report':
      return { version: own.version, superseded: own.superseded, known: own.known };
    default:
      return {};
  }
}

function headingOf(own: ReportContent, context: PageContext): string {
  const { texts } = context;
  switch (own.kind) {
    case 'home':
      return own.site.current.plan.title;
    case 'area':
    case 'embedded-area':
      return own.area.title;
    case 'compare':
      return comparedHeading(own.asked, context);
    case 'embed':
      return texts.embed.title;
    case 'embedded-target':
    case 'target':
      return texts.target.heading(own.target.code);
    case 'report':
      return texts.report.reference(context.say(own.version.report.title), own.version.report.version);
    default:
      return texts.nav[own.kind];
  }
}

function comparedHeading(asked: ChosenVersions | null, { texts, language }: PageContext): string {
  if (!asked?.difference) return texts.compare.title;
  const { before, after } = asked.difference;
  const text = ({ period, version }: typeof before): string =>
    texts.compare.option(periodText(period, language), version);
  return texts.compare.heading(text(before), text(after));
}

/** The pages above this one. */
function trailOf(own: ReportContent, { texts }: PageContext): Step[] {
  const step = (place: ReportPlace, text: string): Step => ({ place: reportPlace(place), text });
  const home = step({ at: 'home' }, texts.nav.home);
  const plan = step({ at: 'plan' }, texts.nav.plan);
  switch (own.kind) {
    case 'home':
      return [];
    case 'area':
      return [home, plan];
    case 'target':
      return [home, plan, { ...step({ at: 'area', slug: own.area.slug }, own.area.title), isPlanText: true }];
    case 'report':
    case 'compare':
      return [home, step({ at: 'archive' }, texts.nav.archive)];
    default:
      return [home];
  }
}

function descriptionOf(own: ReportContent, { texts, language }: PageContext): string | null {
  switch (own.kind) {
    case 'embedded-target':
    case 'target':
      return `${isolated(own.target.title)} ${own.target.caption[language]}.`;
    case 'embedded-area':
    case 'area':
      return own.area.aim.text;
    case 'compare':
      return texts.compare.lead;
    case 'embed':
      return texts.embed.lead;
    case 'report':
      return texts.report.version(own.version.report.version, own.version.report.publishedOn[language]);
    default:
      return null;
  }
}
