import { periodHeading, periodText } from '@malspar/figures-model';
import { type PublicPage, siteNameOf } from '@malspar/site-model';
import type { DrawnPage, Step } from './kind-pages.js';
import type { PageContext } from './page-context.js';

/** A page of a kind's own, as the kind draws it; null for the site's own pages. */
type Drawn = DrawnPage | null;

/** What the page is called, in its title and at the end of its trail. */
export function headingOf(context: PageContext, drawn: Drawn): string {
  const { page, texts } = context;
  switch (page.kind) {
    case 'own':
      return drawn?.heading ?? '';
    case 'nothing-yet':
      return texts.empty.title;
    case 'search':
      return page.asked && page.asked.query !== '' ? texts.search.heading(page.asked.query) : texts.search.title;
    case 'embedded-missing':
      return texts.embed.missing.title;
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

/** What a page of what differs is called. */
export function differenceHeading(
  { difference }: Extract<PublicPage, { kind: 'difference' }>,
  context: PageContext,
): string {
  const { before, after } = difference;
  const heading = periodHeading(after.period, context.language);
  return before.period === after.period
    ? context.texts.difference.correctionTitle(heading, before.version, after.version)
    : context.texts.difference.comparisonTitle(heading, periodText(before.period, context.language));
}

/** The pages above this one. */
export function trailOf(context: PageContext, drawn: Drawn): readonly Step[] {
  const { page, texts } = context;
  const home: Step = { place: { at: 'home' }, text: texts.nav.home };
  switch (page.kind) {
    case 'own':
      return drawn?.trail ?? [];
    case 'nothing-yet':
      return [];
    case 'difference': {
      const { below, whole, difference } = page;
      const list = below === null ? [] : [{ place: { at: below }, text: texts.nav[below] }];
      return [home, ...list, { place: whole, text: context.say(difference.after.title) }];
    }
    default:
      return [home];
  }
}

/** What the page is about, in a sentence, for search and for links. */
export function descriptionOf(context: PageContext, drawn: Drawn): string {
  const { page, texts } = context;
  switch (page.kind) {
    case 'own':
      return drawn?.description ?? siteDescription(context);
    case 'open-data':
      return texts.openData.lead;
    case 'search':
      return texts.search.hint(context.planLanguageName);
    case 'verify':
      return texts.verify.lead;
    case 'accessibility': {
      const { organisation, service } = page.statement;
      return texts.statement.lead(organisation ?? texts.statement.nobody, service ?? texts.statement.thisSite);
    }
    case 'published':
      return (
        page.shown.body[context.language].lead ??
        texts.report.version(page.shown.version, context.say(page.shown.publishedOn))
      );
    default:
      return siteDescription(context);
  }
}

/** What the whole site is about. */
function siteDescription({ page, texts }: PageContext): string {
  return page.plan
    ? texts.home.lead(page.plan.organisation, `${page.plan.start.slice(0, 4)}–${page.plan.end.slice(0, 4)}`)
    : texts.empty.text(siteNameOf(page)?.title ?? null);
}
