import { readFileSync } from 'node:fs';
import { isLocalHost, isLocalOrigin } from '@malspar/shared-api';
import * as z from 'zod';
import { haveSameRole, productionFaults, type ProductionSettings } from './production-rules.js';

const optionalUrl = z.url({ protocol: /^postgres(ql)?$/ }).optional();

const databaseSettings = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_MIGRATION_URL: optionalUrl,
  DATABASE_CA_FILE: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
};
const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);
const CommandEnvironment = z
  .object({ ...databaseSettings, PUBLIC_ORIGIN: origin.optional() })
  .superRefine((env, context) => refuseInProduction(env, context));

/** All that a command needs to know: where the database is and, to publish, what stands in the pages. */
export type CommandConfig = z.output<typeof CommandEnvironment>;

const Environment = z
  .object({
    ...databaseSettings,
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4200),
    PUBLIC_ORIGIN: origin,
    TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
    SESSION_SECRET: z.string().min(32),
    AUTH_MODE: z.enum(['azure', 'demo']).default('azure'),
    AZURE_AUTHORITY_HOST: z.url({ protocol: /^https$/ }).default('https://login.microsoftonline.com'),
    AZURE_TENANT_ID: z.uuid().optional(),
    AZURE_CLIENT_ID: z.uuid().optional(),
    AZURE_CLIENT_SECRET: z.string().min(1).optional(),
    AZURE_ROLE_OWNER: z.string().default('Owner'),
    AZURE_ROLE_MANAGER: z.string().default('Manager'),
    AZURE_ROLE_COORDINATOR: z.string().default('Coordinator'),
    AZURE_ROLE_ADMIN: z.string().default('Admin'),
    AZURE_ROLE_VIEWER: z.string().default('Viewer'),
    DEMO_IDP_MODULE: z.string().optional(),
    MIGRATE_ON_START: z.stringbool().default(false),
    OPEN_DATA_LICENSE_NAME: z.string().max(120).optional(),
    OPEN_DATA_LICENSE_URL: z.url({ protocol: /^https?$/ }).optional(),
    WEB_ROOT: z.string().optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .superRefine((env, context) => {
    refuseInProduction({ ...env, appRoles: appRolesOf(env) }, context);
    if ((env.OPEN_DATA_LICENSE_NAME === undefined) !== (env.OPEN_DATA_LICENSE_URL === undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['OPEN_DATA_LICENSE_NAME'],
        message: 'and OPEN_DATA_LICENSE_URL belong together: give both or neither',
      });
    }
    if (env.AUTH_MODE === 'azure') {
      for (const name of ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'] as const) {
        if (!env[name]) context.addIssue({ code: 'custom', path: [name], message: 'is needed when AUTH_MODE=azure' });
      }
      return;
    }
    if (!isLocalOrigin(env.PUBLIC_ORIGIN)) {
      context.addIssue({
        code: 'custom',
        path: ['AUTH_MODE'],
        message: 'demo sign-in is an open door: it needs a local PUBLIC_ORIGIN',
      });
    }
    if (!isLocalHost(env.HOST)) {
      context.addIssue({
        code: 'custom',
        path: ['HOST'],
        message: 'is for others too, and demo sign-in is an open door: it listens on 127.0.0.1, ::1 or localhost',
      });
    }
    if (!env.DEMO_IDP_MODULE)
      context.addIssue({ code: 'custom', path: ['DEMO_IDP_MODULE'], message: 'is needed when AUTH_MODE=demo' });
  });

const APP_ROLE = /^AZURE_ROLE_/;
const appRolesOf = (env: object): Record<string, string> =>
  Object.fromEntries(Object.entries(env as Record<string, string>).filter(([name]) => APP_ROLE.test(name)));

function refuseInProduction(env: ProductionSettings & { NODE_ENV: string }, context: z.core.$RefinementCtx): void {
  if (env.NODE_ENV !== 'production') return;
  for (const { setting, sentence } of productionFaults(env)) {
    context.addIssue({ code: 'custom', path: [setting], message: sentence });
  }
}

/** Everything the process is told from outside, parsed once. */
export type Config = z.output<typeof Environment>;

function parse<T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T {
  // An empty variable means "not set": compose files pass unset ones on as empty texts.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration cannot be used:\n${faults.join('\n')}`);
}

/** Reads the environment; throws one error that names every variable at fault. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => parse(Environment, environment);

/** Reads only what a command needs; throws as `readConfig`. */
export const readCommandConfig = (environment: NodeJS.ProcessEnv = process.env): CommandConfig =>
  parse(CommandEnvironment, environment);

const MigrationEnvironment = z
  .object({ ...databaseSettings, DATABASE_URL: optionalUrl })
  .superRefine(({ NODE_ENV, DATABASE_URL: app, DATABASE_MIGRATION_URL: owner }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['DATABASE_MIGRATION_URL'], message });
    if (owner === undefined && (NODE_ENV === 'production' || app === undefined)) {
      refuse("says where the database is, with the schema owner's login; DATABASE_URL alone is for development");
    }
    if (NODE_ENV === 'production' && app !== undefined && owner !== undefined && haveSameRole(app, owner)) {
      refuse('signs in as the same role as DATABASE_URL: the app must not own the schema, so give them two');
    }
  });

/** Where migrations are run, and as whom; nothing else need be configured there. Throws as `readConfig`. */
export function readMigrationConfig(environment: NodeJS.ProcessEnv = process.env): {
  url: string;
  tls?: { ca: string };
} {
  const env = parse(MigrationEnvironment, environment);
  return { url: env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL ?? '', tls: databaseTls(env) };
}

/**
 * Whether the app steps down from owner to its own role as soon as it connects: in development, where one address may
 * be all there is. In production the login itself has no more than the app's rights.
 */
export const stepsDown = (config: Pick<CommandConfig, 'NODE_ENV' | 'DATABASE_MIGRATION_URL'>): boolean =>
  config.NODE_ENV !== 'production' && config.DATABASE_MIGRATION_URL === undefined;

/** TLS towards PostgreSQL when a CA file is given; else as the address says. */
export const databaseTls = (config: Pick<Config, 'DATABASE_CA_FILE'>): { ca: string } | undefined =>
  config.DATABASE_CA_FILE ? { ca: readFileSync(config.DATABASE_CA_FILE, 'utf8') } : undefined;

/** What is said of the open data; a command need not know it. */
export type OpenDataSettings = Partial<Pick<Config, 'OPEN_DATA_LICENSE_NAME' | 'OPEN_DATA_LICENSE_URL'>>;

/** On what terms the open data may be used: what the publisher has said, and nothing on the publisher's behalf. */
export const openDataLicense = ({
  OPEN_DATA_LICENSE_NAME: name,
  OPEN_DATA_LICENSE_URL: url,
}: OpenDataSettings): { name: string; url: string } | null => (name && url ? { name, url } : null);
