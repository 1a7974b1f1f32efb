import { type DemoIdentityProvider, type SignInConfig, startDemoIdentityProvider } from '@malspar/identity-api';
import { EnduringClient } from '@malspar/shared-api';
import pg from 'pg';
import { type Config, databaseTls, stepsDown } from './config.js';

export interface SignInSetup {
  readonly config: SignInConfig;
  /** The stand-in for Azure AD, when there is one. */
  readonly demo: DemoIdentityProvider | null;
  /** Ends what sign-in has started; Nest calls it as the app closes. */
  onApplicationShutdown(): Promise<void>;
}

/** Chooses who signs people in, as the environment says, and opens the connections sessions are kept over. */
export async function setUpSignIn(config: Config): Promise<SignInSetup> {
  const demo =
    config.AUTH_MODE === 'demo'
      ? await startDemoIdentityProvider({
          moduleFile: needed(config, 'DEMO_IDP_MODULE'),
          publicOrigin: config.PUBLIC_ORIGIN,
          environment: config.NODE_ENV,
        })
      : null;
  const pool = sessionPool(config);
  return {
    demo,
    config: {
      publicOrigin: config.PUBLIC_ORIGIN,
      provider: demo?.settings ?? azure(config),
      appRoles: {
        owner: config.AZURE_ROLE_OWNER,
        manager: config.AZURE_ROLE_MANAGER,
        coordinator: config.AZURE_ROLE_COORDINATOR,
        admin: config.AZURE_ROLE_ADMIN,
        viewer: config.AZURE_ROLE_VIEWER,
      },
      sessionSecrets: [config.SESSION_SECRET],
      pool,
    },
    async onApplicationShutdown() {
      await demo?.stop();
      await pool.end();
    },
  };
}

/** What `readConfig` has already demanded for this way of signing in. */
function needed(
  config: Config,
  name: 'AZURE_CLIENT_ID' | 'AZURE_CLIENT_SECRET' | 'AZURE_TENANT_ID' | 'DEMO_IDP_MODULE',
): string {
  const value = config[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

const azure = (config: Config): SignInConfig['provider'] => ({
  issuer: `${config.AZURE_AUTHORITY_HOST}/${config.AZURE_TENANT_ID}/v2.0`,
  tenantId: needed(config, 'AZURE_TENANT_ID'),
  clientId: needed(config, 'AZURE_CLIENT_ID'),
  clientSecret: needed(config, 'AZURE_CLIENT_SECRET'),
});

function sessionPool(config: Config): pg.Pool {
  const role = stepsDown(config) ? ' -c role=malspar_app' : '';
  const pool = new pg.Pool({
    Client: EnduringClient,
    connectionString: config.DATABASE_URL,
    ssl: databaseTls(config),
    max: Math.max(2, Math.ceil(config.DATABASE_POOL / 2)),
    connectionTimeoutMillis: 10_000,
    statement_timeout: 5000,
    query_timeout: 6000,
    // Sessions are kept with a time that knows no zone.
    options: `-c timezone=UTC${role}`,
    application_name: 'malspar-sessions',
  });
  // An idle connection that the server closes is replaced at the next request; it must not end the process.
  pool.on('error', () => undefined);
  return pool;
}
