// The places that name every domain, its routes or its pages, and the line that a new domain gets in each. `domains.spec`
// in apps/api and apps/web say which place is missing here.

/** @typedef {import('./new-domain.mjs').Names} Names */
/** @typedef {{file: string, edit: (text: string, names: Names) => string}} Registration */

const SIDES = ['model', 'api', 'web'];

/** Puts lines right after the first match. */
function after(/** @type {string} */ text, /** @type {RegExp} */ mark, /** @type {string} */ lines) {
  return text.replace(demanded(text, mark), (found) => `${found}\n${lines}`);
}

/** Puts lines right before the first match. */
function before(/** @type {string} */ text, /** @type {RegExp} */ mark, /** @type {string} */ lines) {
  return text.replace(demanded(text, mark), (found) => `${lines}\n${found}`);
}

/** The mark; throws when the text has no such place. */
function demanded(/** @type {string} */ text, /** @type {RegExp} */ mark) {
  if (!mark.test(text)) throw new Error(`Inget ställe är som ${mark}`);
  return mark;
}

const row = (/** @type {string} */ name, /** @type {string} */ answers) => `    ${name} ${answers}`;

/** @type {Registration[]} */
export const registrations = [
  {
    file: 'tools/lint/domains.mjs',
    edit: (text, { kebab }) => after(text, /^export const DOMAINS = \{$/m, `  '${kebab}': ['identity'],`),
  },
  {
    file: 'README.md',
    edit: (text, { kebab, title }) =>
      text.replace(demanded(text, /^(Domains: .*\))\. /m), `$1, \`${kebab}\` (${title}). `),
  },
  { file: 'package-lock.json', edit: withPackages },
  { file: 'apps/api/tsconfig.json', edit: withReferences },
  {
    file: 'apps/api/src/app.module.ts',
    edit: (text, { kebab, Pascal }) =>
      after(
        `import { ${Pascal}Module } from '@malspar/${kebab}-api';\n${text}`,
        /^ +const domains = \[/m,
        `      ${Pascal}Module,`,
      ),
  },
  {
    file: 'libs/shared/api/src/security/permissions.ts',
    edit: (text, { kebab }) =>
      before(
        text,
        /^\} as const satisfies/m,
        `  '${kebab}.read': ['coordinator', 'admin'],\n  '${kebab}.edit': ['coordinator'],`,
      ),
  },
  {
    file: 'apps/api-e2e/src/permission-tables.ts',
    edit: (text, { kebab }) =>
      before(
        text,
        /^ +GET openapi\.json/m,
        [
          row(`GET ${kebab}`, '401 401 403 403 403 403 200 200 200'),
          row(`POST ${kebab}`, '401 401 403 403 403 403 428 428 403'),
        ].join('\n'),
      ),
  },
  {
    file: 'apps/api-e2e/src/statement-budgets.ts',
    edit: (text, { kebab }) => after(text, /^const READ = \[$/m, `  '${kebab}',`),
  },
  {
    // Where the migrations are tried, no table may be without a row.
    file: 'apps/api-e2e/src/harness/publishing.ts',
    edit: (text, { kebab }) =>
      after(
        text,
        /^ {2}await rewriteDraft\(origin\);$/m,
        `  demand(
    await coordinator.api('POST', '${kebab}', {
      body: { title: 'Något' },
      headers: { 'idempotency-key': randomUUID() },
    }),
  );`,
      ),
  },
  {
    file: 'apps/web/src/app/app.routes.ts',
    edit: (text, { kebab, camel }) =>
      // Not first: the group also answers to the empty address.
      before(
        text,
        /^ {4}\],$/m,
        `      { path: '', loadChildren: () => import('@malspar/${kebab}-web').then((m) => m.${camel}Routes) },`,
      ),
  },
  {
    file: 'apps/web/src/app/destinations.ts',
    edit: (text, { kebab, camel }) =>
      before(
        text,
        /^ +\{ path: '\/plan',/m,
        `  { path: '/${kebab}', text: 'shared.nav.${camel}', permission: '${kebab}.read' },`,
      ),
  },
  ...['sv', 'en'].map((language) => ({
    file: `libs/shared/web/src/i18n/${language}.json`,
    edit: (/** @type {string} */ text, /** @type {Names} */ { camel, Title }) =>
      after(text, /^ {2}"nav": \{$/m, `    "${camel}": "${Title}",`),
  })),
  {
    file: 'apps/web/src/app/audit-catalogue.ts',
    edit: (text, { kebab, camel }) =>
      before(`import { ${camel}Audit } from '@malspar/${kebab}-model';\n${text}`, /^\]\);$/m, `  ${camel}Audit,`),
  },
  {
    file: 'apps/web-e2e/src/places.ts',
    edit: (text, { kebab }) =>
      before(text, /^ +\{ name: 'no access',/m, `  { name: '${kebab}', as: 'coordinator', path: '/app/${kebab}' },`),
  },
];

/** As `npm install` writes it, without asking a registry for anything. */
function withPackages(/** @type {string} */ text, /** @type {Names} */ { kebab }) {
  const lock = JSON.parse(text);
  for (const side of SIDES) {
    lock.packages[`libs/${kebab}/${side}`] = { name: `@malspar/${kebab}-${side}`, version: '0.1.0' };
    lock.packages[`node_modules/@malspar/${kebab}-${side}`] = { resolved: `libs/${kebab}/${side}`, link: true };
  }
  const entries = Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`;
}

function withReferences(/** @type {string} */ text, /** @type {Names} */ { kebab }) {
  const config = JSON.parse(text);
  config.references.push(...['model', 'api'].map((side) => ({ path: `../../libs/${kebab}/${side}` })));
  return `${JSON.stringify(config, null, 2)}\n`;
}
