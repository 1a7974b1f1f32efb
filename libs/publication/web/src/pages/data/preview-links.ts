import type { PublicationPreviewReceipt } from '@malspar/publication-model';
import { isDataOfVersion, publicFilePath, publicPath } from '@malspar/site-model';
import { fileOfPreview } from './publication-client';

/** What is needed here of a receipt. */
type Previewed = Pick<PublicationPreviewReceipt, 'id' | 'version'> & {
  readonly files: readonly Pick<PublicationPreviewReceipt['files'][number], 'name'>[];
};

/**
 * Where a link of a previewed page is to lead: to the preview's own file for one that is to be published, nowhere when
 * its address comes with the publication, otherwise where it says.
 */
export function previewedLink(
  { pathname, href }: Pick<HTMLAnchorElement, 'pathname' | 'href'>,
  period: string,
  { id, version, files }: Previewed,
): string | null {
  // Whatever the kind is, its addresses have one shape.
  const [, root = ''] = pathname.replace(/^\/en\//, '/').split('/');
  const file = files.find(({ name }) => publicFilePath(root, period, version, name) === pathname);
  if (file) return fileOfPreview(id)(file.name);
  const isBelow = (place: string): boolean => pathname === place || pathname.startsWith(`${place}/`);
  const roots = (['sv', 'en'] as const).map((language) =>
    publicPath({ at: 'published', root, period, version }, language),
  );
  return roots.some(isBelow) || isDataOfVersion(pathname, period, version) ? null : href;
}
