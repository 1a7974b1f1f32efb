import type { ShownKind } from '@malspar/site-model';
import { ENVIRONMENTAL_REPORT, PublishedReport } from '../published-report.js';
import { frontPages, otherPages } from './all-pages.js';
import { compared } from './compared.js';
import { publishedReports, type PublishedReports, reportVersion } from './published-reports.js';
import { reportList, REPORTS_TITLE } from './report-list.js';
import { reportNews } from './report-news.js';
import { frozenPages } from './report-pages.js';
import { REPORT_ROOTS, REPORTS_ROOT } from './report-places.js';
import { reportFound } from './report-search.js';

/** How the environmental report is shown, but for its open data. Its pages are components of `environmental-report-web`. */
export const shownReport: ShownKind<PublishedReport, PublishedReports> = {
  name: ENVIRONMENTAL_REPORT,
  content: PublishedReport,
  root: REPORTS_ROOT,
  otherRoots: Object.values(REPORT_ROOTS),
  title: REPORTS_TITLE,
  read: publishedReports,
  list: ({ site }) => reportList(site),
  pages: ({ site }, around) => otherPages(site, around),
  frozen: (version, previous, earlier) =>
    frozenPages(reportVersion(version), previous && reportVersion(previous), earlier),
  found: ({ site }, language) => reportFound(site, language),
  news: ({ site }) => reportNews(site),
  front: {
    plan: ({ site }) => site.latest.report.plan,
    pages: ({ site }, around) => frontPages(site, around),
  },
  asked: [compared],
};
