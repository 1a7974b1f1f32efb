// The one list of domains. Lint's walls are made of it, and the specs called `domains.spec` hold every other place that
// names domains, their routes or their pages against it and against the code, and say where something is missing.

/**
 * Every domain, with the domains that it reads beside itself, shared and figures.
 * @type {Record<string, string[]>}
 */
export const DOMAINS = {
  figures: [],
  identity: [],
  plan: [],
  reporting: ['plan', 'identity'],
  'environmental-report': ['publication', 'print', 'site', 'reporting', 'plan'],
  print: ['publication'],
  site: ['publication', 'print'],
  feedback: ['site'],
  publication: ['print', 'site'],
  // Of the seed command alone.
  demo: ['publication', 'print', 'site', 'feedback', 'reporting', 'plan', 'identity'],
};

/**
 * Domains that only the specs of a domain read, to have a world to stand in.
 * @type {Record<string, string[]>}
 */
export const READ_BY_SPECS = {
  'environmental-report': ['identity'],
  feedback: ['identity'],
  demo: ['environmental-report'],
};
