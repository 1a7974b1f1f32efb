import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { SignInProviderSettings } from '../sign-in-config.js';

type Claims = Record<string, unknown>;

/** Misbehaviour, as the demo identity provider can be told to show it. */
interface Knobs {
  mutate?: (claims: Claims) => Claims;
  header?: Record<string, unknown>;
  sign?: (claims: Claims, header: Record<string, unknown>) => string;
  tokenResponse?: (body: { id_token: string }) => unknown;
  intercept?: (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;
}

interface DemoTenant extends SignInProviderSettings {
  readonly metadataUrl: string;
  readonly mountPath: string;
  readonly knobs: Knobs;
  readonly browserHandler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  rotateKeys(): Promise<void>;
  signingKey(): { readonly privateJwk: { readonly n?: string } };
  stop(): Promise<void>;
}

interface DemoAccount {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

interface DemoModule {
  readonly people: readonly DemoAccount[];
  objectIdOf(key: string): string;
  startDemoIdentityProvider(options: { publicOrigin: string; environment: string | undefined }): Promise<DemoTenant>;
}

const moduleUrl = new URL('../../../../../../tools/demo-identity-provider/provider.mjs', import.meta.url);

export const demoModuleFile = fileURLToPath(moduleUrl);
export const demoModule = (await import(moduleUrl.href)) as DemoModule;
