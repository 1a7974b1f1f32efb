import { periodHeading, periodText } from '@malspar/figures-model';
import type { PublishedDifference } from '@malspar/publication-model';
import { isolated } from '@malspar/shared-model';
import { type PublicPage, type PublicPlace, siteNameOf } from '@malspar/site-model';
import type { PageContext } from './page-context.js';

/** A page on the way to this one. */
export interface Step {
  readonly place: PublicPlace;
  readonly text: string;
  /** Whether the text is the plan's words. */
  readonly isPlanText?: boolean;
}

/** Whether what the page is called is the plan's words alone. */
export const headingIsPlanText = ({ kind }: PublicPage): boolean => kind === 'home' || kind === 'area';

/** What the page is called, in its title and at the end of its trail. */
export function headingOf(context: PageContext): string {
  const { page, texts } = context;
  switch (page.kind) {
    case 'home':
      return page.site.current.plan.title;
    case 'nothing-yet':
      return texts.empty.title;
    case 'area':
    case 'embedded-area':
      return page.area.title;
    case 'search':
      return page.asked && page.asked.query !== '' ? texts.search.heading(page.asked.query) : texts.search.title;
    case 'compare':
      return comparedHeading(page, context);
    case 'embedded-missing':
      return texts.embed.missing.title;
    case 'embed':
      return texts.embed.title;
    case 'embedded-target':
    case 'target':
      return texts.target.heading(page.target.code);
    case 'report':
      return texts.report.reference(context.say(page.version.report.title), page.version.report.version);
    case 'difference':
      return differenceHeading(page, context);
    case 'published':
      return texts.report.reference(context.say(page.shown.title), page.shown.version);
    case 'feedback':
      return texts.feedback.titles[page.outcome.said];
    case 'accessibility':
      return texts.statement.title;
    default:
      return texts.nav[page.kind];
  }
}

function differenceHeading({ difference }: Extract<PublicPage, { kind: 'difference' }>, context: PageContext): string {
  const { before, after } = difference;
  const heading = periodHeading(after.period, context.language);
  return before.period === after.period
    ? context.texts.difference.correctionTitle(heading, before.version, after.version)
    : context.texts.difference.comparisonTitle(heading, periodText(before.period, context.language));
}

function comparedHeading({ asked }: Extract<PublicPage, { kind: 'compare' }>, context: PageContext): string {
  const { compare } = context.texts;
  if (!asked?.difference) return compare.title;
  const { before, after } = asked.difference;
  const text = ({ period, version }: typeof before): string =>
    compare.option(periodText(period, context.language), version);
  return compare.heading(text(before), text(after));
}

/** Where what was changed is shown, in its newest version. */
export function changedPlace(page: PublicPage, { after: { period } }: PublishedDifference): PublicPlace {
  return page.kind === 'difference' && page.shown
    ? { at: 'published', root: page.shown.root, period, version: null }
    : { at: 'report', period, version: null };
}

/** The pages above this one. */
export function trailOf(context: PageContext): Step[] {
  const { page, texts } = context;
  const home: Step = { place: { at: 'home' }, text: texts.nav.home };
  const plan: Step = { place: { at: 'plan' }, text: texts.nav.plan };
  const archive: Step = { place: { at: 'archive' }, text: texts.nav.archive };
  switch (page.kind) {
    case 'home':
    case 'nothing-yet':
      return [];
    case 'area':
      return [home, plan];
    case 'target':
      return [home, plan, { place: { at: 'area', slug: page.area.slug }, text: page.area.title, isPlanText: true }];
    case 'report':
    case 'compare':
      return [home, archive];
    case 'difference': {
      const whole = { place: changedPlace(page, page.difference), text: context.say(page.difference.after.title) };
      return page.shown ? [home, whole] : [home, archive, whole];
    }
    default:
      return [home];
  }
}

/** What the page is about, in a sentence, for search and for links. */
export function descriptionOf(context: PageContext): string {
  const { page, texts } = context;
  switch (page.kind) {
    case 'embedded-target':
    case 'target':
      return `${isolated(page.target.title)} ${context.say(page.target.caption)}.`;
    case 'embedded-area':
    case 'area':
      return page.area.aim.text;
    case 'open-data':
      return texts.openData.lead;
    case 'search':
      return texts.search.hint(context.planLanguageName);
    case 'verify':
      return texts.verify.lead;
    case 'compare':
      return texts.compare.lead;
    case 'embed':
      return texts.embed.lead;
    case 'accessibility': {
      const { organisation, service } = page.statement;
      return texts.statement.lead(organisation ?? texts.statement.nobody, service ?? texts.statement.thisSite);
    }
    case 'published':
      return (
        page.shown.body[context.language].lead ??
        texts.report.version(page.shown.version, context.say(page.shown.publishedOn))
      );
    case 'report':
      return texts.report.version(page.version.report.version, context.say(page.version.report.publishedOn));
    default:
      return page.plan
        ? texts.home.lead(page.plan.organisation, `${page.plan.start.slice(0, 4)}–${page.plan.end.slice(0, 4)}`)
        : texts.empty.text(siteNameOf(page)?.title ?? null);
  }
}
