import type { ShownPublication, ShownVersion } from './drawn-kind.js';
import type { FrozenForm, FrozenPlace } from './frozen-pages.js';
import type { PublicPage } from './public-page.js';

/** A version's own page. */
function shownPage(shown: ShownVersion, superseded: boolean): PublicPage {
  const { root, period, version, sha256 } = shown;
  return {
    kind: 'published',
    place: { at: 'published', root, period, version },
    shown,
    superseded,
    ...(superseded ? {} : { alsoAt: { at: 'published', root, period, version: null } }),
    ...frameOf(shown, superseded ? 'superseded' : 'newest', `${sha256} ${superseded}`),
  };
}

/** What a version changed in the one before it; null for the first one. */
function shownChangesPage(shown: ShownVersion): PublicPage | null {
  const { root, period, version, changes, correction, sha256 } = shown;
  return (
    changes && {
      kind: 'difference',
      place: { at: 'published-changes', root, period, version },
      difference: changes,
      reason: correction?.reason ?? null,
      whole: { at: 'published', root, period, version: null },
      below: null,
      ...frameOf(shown, 'changes', `${sha256} changes`),
    }
  );
}

/** Every page that is made when a version is published and never again. */
export function frozenDrawnPages(shown: ShownVersion): [FrozenPlace, ...FrozenPlace[]] {
  const changes = shownChangesPage(shown);
  return [
    { form: 'newest', page: shownPage(shown, false) },
    { form: 'superseded', page: shownPage(shown, true) },
    ...(changes ? [{ form: 'changes' as const, page: changes }] : []),
  ];
}

function frameOf(
  { siteName, publishedOn, contentKind, period, version }: ShownVersion,
  form: FrozenForm,
  key: string,
): Pick<PublicPage, 'plan' | 'awaited' | 'isPublished' | 'changedOn' | 'frozen' | 'key'> {
  return {
    plan: null,
    awaited: siteName,
    isPublished: true,
    changedOn: publishedOn,
    frozen: { contentKind, period, version, form },
    key,
  };
}

/** Every page of what has been published of kinds that the site draws. */
export const drawnPages = (publications: readonly ShownPublication[]): PublicPage[] =>
  publications.flatMap(({ versions }) =>
    versions.flatMap((version, nth) => [shownPage(version, nth > 0), shownChangesPage(version) ?? []].flat()),
  );
