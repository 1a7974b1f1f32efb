import { randomUUID } from 'node:crypto';
import * as z from 'zod';

const httpsUrl = z.url({ protocol: /^https$/ });
const Document = z.object({
  issuer: z.string(),
  authorization_endpoint: httpsUrl,
  token_endpoint: httpsUrl,
  end_session_endpoint: httpsUrl,
  jwks_uri: httpsUrl,
});
// 342 base64url characters hold 2048 bits, the least that RS256 allows.
const RsaKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  use: z.literal('sig').optional(),
  n: z.string().regex(/^[\w-]{342,}$/),
  e: z.string().regex(/^[\w-]+$/),
});
const Keys = z.object({ keys: z.array(z.unknown()) });

/** What the provider publishes about itself, as far as we use it. */
export interface ProviderMetadata {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly endSessionEndpoint: string;
  readonly keys: readonly z.infer<typeof RsaKey>[];
  /** Different for each time it was loaded. */
  readonly generation: string;
}

export interface MetadataOptions {
  readonly issuer: string;
  /** How long a document is used, in milliseconds. */
  readonly maxAge?: number;
  /** The least time between two loads forced by an unknown key, in milliseconds. */
  readonly minRefreshInterval?: number;
  readonly timeout?: number;
}

const LARGEST_DOCUMENT = 500_000;

async function fetchJson(url: string, timeout: number): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeout), redirect: 'error' });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
  if (text.length > LARGEST_DOCUMENT) throw new Error('answered too much');
  return JSON.parse(text);
}

/**
 * Loads what the provider publishes, with a time limit, and holds it for half an hour; `refreshed` follows a change of
 * keys at once. Both reject when the provider is down or answers anything but a complete document of its own.
 */
export class ProviderMetadataLoader {
  private held: { readonly metadata: ProviderMetadata; readonly at: number } | null = null;
  private pending: Promise<ProviderMetadata> | null = null;
  private lastForced = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: MetadataOptions) {}

  /** The document, at most `maxAge` old. */
  async current(): Promise<ProviderMetadata> {
    const { maxAge = 30 * 60_000 } = this.options;
    if (this.held && performance.now() - this.held.at < maxAge) return this.held.metadata;
    return this.load();
  }

  /** The document as it is now, unless it was forced less than `minRefreshInterval` ago. */
  async refreshed(): Promise<ProviderMetadata> {
    const { minRefreshInterval = 5000 } = this.options;
    if (performance.now() - this.lastForced < minRefreshInterval) return this.current();
    this.lastForced = performance.now();
    return this.load();
  }

  private load(): Promise<ProviderMetadata> {
    this.pending ??= this.fetchAll().finally(() => (this.pending = null));
    return this.pending;
  }

  private async fetchAll(): Promise<ProviderMetadata> {
    const { issuer, timeout = 5000 } = this.options;
    const document = Document.parse(await fetchJson(`${issuer}/.well-known/openid-configuration`, timeout));
    if (document.issuer !== issuer) throw new Error('names another issuer');
    const published = Keys.parse(await fetchJson(document.jwks_uri, timeout)).keys;
    const keys = published.flatMap((key) => RsaKey.safeParse(key).data ?? []);
    if (keys.length === 0) throw new Error('publishes no usable key');
    const metadata: ProviderMetadata = {
      issuer,
      authorizationEndpoint: document.authorization_endpoint,
      tokenEndpoint: document.token_endpoint,
      endSessionEndpoint: document.end_session_endpoint,
      keys,
      generation: randomUUID(),
    };
    this.held = { metadata, at: performance.now() };
    return metadata;
  }
}
