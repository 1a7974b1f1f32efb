import type { SiteRenderer } from '@malspar/site-api';

/**
 * What makes the text of the public pages: the site's own, and those of every kind of publication that draws its own. A
 * domain that does hands its `KindPages` over here, beside `ShownKinds`.
 */
export async function publicPages(): Promise<SiteRenderer> {
  const [{ siteRenderer }, { reportPages }] = await Promise.all([
    import('@malspar/site-web/site'),
    import('@malspar/environmental-report-web/site'),
  ]);
  return siteRenderer([reportPages]);
}
