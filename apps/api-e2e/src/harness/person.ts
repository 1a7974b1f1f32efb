import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import makeFetchCookie from 'fetch-cookie';
import { CookieJar } from 'tough-cookie';

export interface ApiResponse<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface Call {
  readonly body?: unknown;
  /** A body that is sent as it is; its type stands in the headers. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Record<string, string>;
}

/** As a browser would: what is told to come again, since the queue is long on a slow machine, comes again. */
export async function untilHeard<T>(send: () => Promise<ApiResponse<T>>): Promise<ApiResponse<T>> {
  for (;;) {
    const response = await send();
    if (response.status !== 503) return response;
    await sleep(Number(response.headers.get('retry-after')) * 1000);
  }
}

const textOf = (body: unknown): string | undefined =>
  body === undefined || typeof body === 'string' ? body : JSON.stringify(body);

/** One person's browser, as far as HTTP goes: cookies kept, redirects followed, the app's own origin sent. */
export class Person {
  private readonly jar = new CookieJar();
  private readonly fetch = makeFetchCookie(fetch, this.jar);

  constructor(readonly origin: string) {}

  /** Signs in through the identity provider's account picker, as the demo account of that key. */
  async signIn(key: string): Promise<this> {
    const picker = await this.fetch(`${this.origin}/auth/login`);
    const action = /<form method="post" action="([^"]+)"/.exec(await picker.text())?.[1];
    if (!action) throw new Error(`No account picker at ${picker.url} (${picker.status})`);
    await this.fetch(new URL(action, picker.url), {
      method: 'POST',
      body: new URLSearchParams({ person: key }),
      headers: { origin: this.origin },
    });
    return this;
  }

  /** Any request, with a path from the origin; JSON responses are parsed. */
  async request<T = unknown>(method: string, path: string, call: Call = {}): Promise<ApiResponse<T>> {
    const response = await this.fetch(new URL(path, this.origin), {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: this.origin }),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      body: call.bytes ?? textOf(call.body),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
  }

  /** A request to the app's own API. */
  api<T = unknown>(method: string, path: string, call?: Call): Promise<ApiResponse<T>> {
    return this.request<T>(method, `/api/v1/${path}`, call);
  }

  /** A request whose path goes over the wire exactly as written; nothing normalises it on the way. */
  async raw(method: string, path: string, call: Call = {}): Promise<Omit<ApiResponse<string>, 'headers'>> {
    const { hostname, port } = new URL(this.origin);
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const headers = {
      ...(method === 'GET' ? {} : { origin: this.origin }),
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      cookie: await this.jar.getCookieString(this.origin),
      ...call.headers,
    };
    return new Promise((resolve, reject) => {
      const request = httpRequest({ hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
      });
      request.on('error', reject).end(body);
    });
  }

  /** A successful read; throws when it is not one. */
  async read<T>(path: string): Promise<T> {
    const response = await this.api<T>('GET', path);
    if (response.status !== 200) throw new Error(`GET ${path}: ${response.status} ${JSON.stringify(response.body)}`);
    return response.body;
  }

  /** All cookies, as a request carries them. */
  cookies(): Promise<string> {
    return this.jar.getCookieString(this.origin);
  }

  /** The value of the session cookie; undefined when there is none. */
  async sessionCookie(): Promise<string | undefined> {
    const cookies = await this.jar.getCookies(this.origin);
    return cookies.find((cookie) => cookie.key.endsWith('malspar.sid'))?.value;
  }
}
