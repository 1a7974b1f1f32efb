import { pathToFileURL } from 'node:url';
import { isLocalOrigin } from '@malspar/shared-api';
import type { RequestHandler } from 'express';
import type { SignInProviderSettings } from './sign-in-config.js';

/** The stand-in for Azure AD on a machine of one's own, started. */
export interface DemoIdentityProvider {
  readonly settings: SignInProviderSettings;
  /** Where `browserHandler` has to be mounted, before anything that parses bodies or sets headers. */
  readonly mountPath: string;
  readonly browserHandler: RequestHandler;
  stop(): Promise<void>;
}

interface DemoModule {
  startDemoIdentityProvider(options: {
    publicOrigin: string;
    backChannelPort?: number;
  }): Promise<SignInProviderSettings & Omit<DemoIdentityProvider, 'settings'>>;
}

/**
 * Starts the demo identity provider from its module's file. It lets anybody in as anybody, so it throws when
 * `environment` is `production` or the origin is not this very machine.
 */
export async function startDemoIdentityProvider(options: {
  readonly moduleFile: string;
  readonly publicOrigin: string;
  readonly environment: string | undefined;
  readonly backChannelPort?: number;
}): Promise<DemoIdentityProvider> {
  const { moduleFile, publicOrigin, environment, backChannelPort } = options;
  if (environment === 'production' || !isLocalOrigin(publicOrigin)) {
    throw new Error('AUTH_MODE=demo is only for localhost, 127.0.0.1 or [::1], and never for NODE_ENV=production.');
  }
  const demo = (await import(pathToFileURL(moduleFile).href)) as DemoModule;
  const started = await demo.startDemoIdentityProvider({ publicOrigin, backChannelPort });
  const { issuer, tenantId, clientId, clientSecret, browserLeg, mountPath, browserHandler, stop } = started;
  const settings = { issuer, tenantId, clientId, clientSecret, browserLeg };
  return { settings, mountPath, browserHandler, stop };
}
