import type { AskedPage } from '@malspar/site-model';
import { chooseVersions } from './chosen-versions.js';
import type { PublishedReports } from './published-reports.js';
import { pageWith } from './report-pages.js';

/** No code of a version is as long as this. */
const LONGEST = 40;

/** Answers `/jamfor?fran=…&till=…`: what differs between any two published versions. */
export const compared: AskedPage<PublishedReports> = {
  at: 'compare',
  names: ['fran', 'till'],
  respond({ site }, query, { frame }) {
    const [from = '', till = ''] = ['fran', 'till'].map((name) => (query.get(name) ?? '').trim().slice(0, LONGEST));
    const asked = chooseVersions(site, from, till);
    return {
      page: pageWith({ at: 'compared', from, till }, { kind: 'compare', site, asked }, { ...frame, changedOn: null }),
      status: asked.difference ? 200 : 400,
    };
  },
};
