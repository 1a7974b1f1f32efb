import type { FrozenPlace } from './frozen-pages.js';
import type { PublicPage } from './public-page.js';
import type { ShownPublication, ShownVersion } from './shown-kind.js';

/** A version's own page. */
const shownPage = (shown: ShownVersion, superseded: boolean): PublicPage => ({
  kind: 'published',
  place: { at: 'published', root: shown.root, period: shown.period, version: shown.version },
  shown,
  superseded,
  ...frameOf(shown),
});

/** What a version changed in the one before it; null for the first one. */
function shownChangesPage(shown: ShownVersion): PublicPage | null {
  const { root, period, version, changes, correction } = shown;
  return (
    changes && {
      kind: 'difference',
      place: { at: 'published-changes', root, period, version },
      shown,
      difference: changes,
      reason: correction?.reason ?? null,
      ...frameOf(shown),
    }
  );
}

/** Every page that is made when a version is published and never again. */
export function frozenShownPages(shown: ShownVersion): [FrozenPlace, ...FrozenPlace[]] {
  const changes = shownChangesPage(shown);
  return [
    { form: 'newest', page: shownPage(shown, false) },
    { form: 'superseded', page: shownPage(shown, true) },
    ...(changes ? [{ form: 'changes' as const, page: changes }] : []),
  ];
}

const frameOf = ({ siteName, publishedOn }: ShownVersion): Pick<PublicPage, 'plan' | 'awaited' | 'changedOn'> => ({
  plan: null,
  awaited: siteName,
  changedOn: publishedOn,
});

/** Every page of what has been published of registered kinds. */
export const shownPages = (publications: readonly ShownPublication[]): PublicPage[] =>
  publications.flatMap(({ versions }) =>
    versions.flatMap((version, nth) => [shownPage(version, nth > 0), shownChangesPage(version) ?? []].flat()),
  );
