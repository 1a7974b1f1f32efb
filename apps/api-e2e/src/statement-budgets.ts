/**
 * Statements that a request may send in all: who asks, and what the route needs beside what is in memory. What has to be
 * read into memory is read once for all, until the data has another version.
 */
const BUDGET = 3;
/** A whole period is gathered, as it would be published. */
const MORE = new Map([['publications/2025-Q1/preview', 10]]);

/** Every route that reads for somebody signed in, some of them asked in more than one way. */
const READ = [
  'me',
  'session',
  'plan',
  'focus-areas/:slug',
  'focus-areas/:slug/results',
  'targets/:code',
  'targets/:code/results',
  'results',
  'periods',
  'periods/next',
  'reports?limit=100',
  'reports?mine=true',
  'reports?period=:period',
  'reports/:id',
  'reports/:id/diff',
  'reports/:id/comments',
  'reports/:id/timeline',
  'reports/:id/earlier-wordings',
  'reports/:id/revisions/1',
  'people',
  'people?q=anna',
  'me/sessions',
  'assignments',
  'audit',
  'audit?signIns=false&from=2020-01-01',
  'audit/csv',
  'publications',
  'publications/kinds',
  'publications/2025-Q1/preview',
  'publications/2025-Q1/versions/1',
  'feedback/pages',
  'feedback/comments',
  'site/documents',
  'site/accessibility-statement',
];

export const budgets = READ.map((route) => ({ route, statements: MORE.get(route) ?? BUDGET }));
