// Which project may import which: by side (model, api, web) and by domain.

import { DOMAINS, READ_BY_SPECS } from './domains.mjs';

const SHARED = 'domain:shared';
const FIGURES = 'domain:figures';

/** What publishes whatever is published knows no domain: kinds register. The pages of the app may link to each other. */
const PUBLISHING = ['publication', 'print', 'site', 'figures'];
const NAMED_BY_NO_PUBLISHER = Object.keys(DOMAINS).filter((domain) => !PUBLISHING.includes(domain));
const NAMES_NO_DOMAIN = [
  { project: ['domain:publication', 'side:api'], nor: ['site'] },
  { project: ['domain:publication', 'side:model'], nor: ['site', 'print'] },
  { project: ['domain:print', 'side:api'], nor: ['site'] },
];

const domainConstraints = (/** @type {boolean} */ testing) =>
  Object.entries(DOMAINS).map(([domain, others]) => ({
    sourceTag: `domain:${domain}`,
    onlyDependOnLibsWithTags: [
      SHARED,
      FIGURES,
      ...[domain, ...others, ...(testing ? (READ_BY_SPECS[domain] ?? []) : [])].map((name) => `domain:${name}`),
    ],
  }));

/** The harness of the HTTP journeys starts the whole application, and the demo people are told of where they sign in. */
export const STARTED_BY_JOURNEYS = [
  '../../../api/src/**',
  '../../../../tools/**',
  '../../../tools/**',
  '../../tools/**',
];

/** The public pages are rendered on the server: the API's shell alone puts the two together. */
export const RENDERED_BY_THE_SHELL = ['@malspar/site-web/site', '@malspar/environmental-report-web/site'];

/**
 * Which project may depend on which, by its tags.
 * @param {{testing: boolean}} options specs may also use the test harness
 */
export const dependencies = ({ testing }) => {
  const harness = testing ? ['side:testing'] : [];
  return [
    { sourceTag: 'side:model', onlyDependOnLibsWithTags: ['side:model'] },
    { sourceTag: 'side:api', onlyDependOnLibsWithTags: ['side:api', 'side:model', ...harness] },
    { sourceTag: 'side:web', onlyDependOnLibsWithTags: ['side:web', 'side:model'] },
    { sourceTag: 'side:testing', onlyDependOnLibsWithTags: ['side:testing', 'side:api', 'side:model'] },
    { sourceTag: 'side:e2e', onlyDependOnLibsWithTags: ['side:testing', 'side:api', 'side:model'] },
    { sourceTag: SHARED, onlyDependOnLibsWithTags: [SHARED, FIGURES] },
    { sourceTag: 'domain:shell', onlyDependOnLibsWithTags: ['*'] },
    ...domainConstraints(testing),
    ...NAMES_NO_DOMAIN.map(({ project, nor }) => ({
      allSourceTags: project,
      notDependOnLibsWithTags: [...NAMED_BY_NO_PUBLISHER, ...nor].map((domain) => `domain:${domain}`),
    })),
  ];
};

/** @param {{testing: boolean}} options */
export const boundaries = ({ testing }) => [
  'error',
  {
    allow: [...RENDERED_BY_THE_SHELL, ...(testing ? STARTED_BY_JOURNEYS : [])],
    enforceBuildableLibDependency: false,
    // Pages are loaded lazily, and other pages may still link to their parts.
    checkDynamicDependenciesExceptions: ['.*'],
    depConstraints: dependencies({ testing }),
  },
];
