import { EMBED_HEIGHT_MODULE, EMBED_MODULE, type PublicPage } from '@malspar/site-model';

/** The one script that a page has, if it has any: pages to be framed tell their height, and one page shows the element. */
export function scriptOf(page: PublicPage): string {
  if (isFramed(page)) return moduleAt(EMBED_HEIGHT_MODULE);
  return page.showsElement === true ? moduleAt(EMBED_MODULE.newest) : '';
}

/** Whether a page may be framed by others: a figure alone, or the sentence that stands in its place. */
export const isFramed = ({ kind, isFramed: framed = false }: PublicPage): boolean =>
  framed || kind === 'embedded-missing';

const moduleAt = (path: string): string => `<script type="module" src="${path}"></script>`;
