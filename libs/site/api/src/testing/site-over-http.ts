import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '@malspar/shared-api';
import type { ShownKind } from '@malspar/site-model';
import express, { type RequestHandler } from 'express';
import { PublicSiteRouter } from '../site/public-site.router.js';
import { PublicSiteService } from '../site/public-site.service.js';
import type { SiteOptions, SiteRenderer } from '../site/site-renderer.js';
import { SiteRendering } from '../site/site-rendering.js';
import type { SiteVersionRow } from '../site/site.repository.js';
import { Additions } from './additions.js';
import { kindsOf } from './kinds-of.js';
import { PublishedTable } from './published-table.js';

export interface SiteReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** How a site over HTTP is made. */
interface SiteSetup {
  readonly rows: readonly SiteVersionRow[];
  readonly kinds: readonly ShownKind[];
  readonly renderer: SiteRenderer;
  readonly live: (service: PublicSiteService) => readonly RequestHandler[];
  /** What is asked before the site. */
  readonly before?: readonly RequestHandler[];
}

/** The public site behind a real socket, on a table of versions that can be stopped. */
export class SiteOverHttp {
  #server: Server | undefined;

  private constructor(
    readonly service: PublicSiteService,
    private readonly table: PublishedTable,
  ) {}

  static async start({ rows, kinds, renderer, live, before = [] }: SiteSetup): Promise<SiteOverHttp> {
    const table = new PublishedTable([...rows]);
    const options: SiteOptions = { origin: 'https://exempel.se', renderer: () => Promise.resolve(renderer) };
    const service = new PublicSiteService(
      { read: {} } as Database,
      table,
      new SiteRendering(options),
      options,
      new Additions().service(),
      kindsOf(kinds),
    );
    const site = new SiteOverHttp(service, table);
    const app = express();
    for (const handler of before) app.use(handler);
    for (const handler of live(service)) app.use(handler);
    app.use(new PublicSiteRouter(service).handler);
    app.use((_request, response) => response.status(418).end());
    await new Promise<void>((listening) => {
      site.#server = app.listen(0, '127.0.0.1', () => listening());
    });
    return site;
  }

  get rows(): readonly SiteVersionRow[] {
    return this.table.rows;
  }

  /** The database does not answer from now on. */
  set stopped(stopped: boolean) {
    this.table.stopped = stopped;
  }

  stop(): void {
    this.service.onModuleDestroy();
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  get port(): number {
    return (this.#server?.address() as AddressInfo).port;
  }

  ask(path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<SiteReply> {
    return new Promise((resolve, reject) => {
      const request = httpRequest({ port: this.port, host: '127.0.0.1', path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as SiteReply['headers'],
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Sends a file as the form on the page does. */
  upload(path: string, bytes: Uint8Array | string, name = 'rapport.json', field = 'file'): Promise<SiteReply> {
    const boundary = '----malsparspec';
    const escaped = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${escaped}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(body.length),
    };
    return this.ask(path, { method: 'POST', headers, body });
  }
}
