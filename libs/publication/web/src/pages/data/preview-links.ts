import type { PublicationPreviewReceipt } from '@malspar/publication-model';
import { openDataPath, publicFilePath, publicPath } from '@malspar/site-model';
import { filesOfPreview } from './publication-client';

/**
 * Where a link of a previewed page is to lead: to the preview's own file for one that is to be published, nowhere when
 * its address comes with the publication, otherwise where it says.
 */
export function previewedLink(
  { pathname, href }: Pick<HTMLAnchorElement, 'pathname' | 'href'>,
  period: string,
  { id, version, files }: PublicationPreviewReceipt,
): string | null {
  const file = files.find(({ name }) => publicFilePath(period, version, name) === pathname);
  if (file) return `${filesOfPreview(id)}/${encodeURIComponent(file.name)}`;
  const isBelow = (root: string): boolean => pathname === root || pathname.startsWith(`${root}/`);
  const roots = (['sv', 'en'] as const).map((language) => publicPath({ at: 'report', period, version }, language));
  return [...roots, openDataPath.version(period, version)].some(isBelow) ? null : href;
}
