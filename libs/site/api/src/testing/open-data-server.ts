import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '@malspar/shared-api';
import type { OpenLicense, ShownKind } from '@malspar/site-model';
import express from 'express';
import { openDataHandler } from '../site/open-data.router.js';
import { PublicSiteService } from '../site/public-site.service.js';
import { SiteRendering } from '../site/site-rendering.js';
import { Additions } from './additions.js';
import { kindsOf } from './kinds-of.js';
import type { PublishedTable } from './published-table.js';

export const ORIGIN = 'https://exempel.se';

export interface OpenDataReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** The open data over HTTP, out of a table in memory. */
export class OpenDataServer {
  private constructor(
    readonly site: PublicSiteService,
    private readonly server: Server,
  ) {}

  static async on(
    published: PublishedTable,
    kinds: readonly ShownKind[],
    license: OpenLicense | null = null,
  ): Promise<OpenDataServer> {
    const renderer = (): Promise<never> => Promise.reject(new Error('no page is wanted'));
    const options = { origin: ORIGIN, license, renderer };
    const database = { read: {} } as Database;
    const additions = new Additions().service();
    const site = new PublicSiteService(
      database,
      published,
      new SiteRendering(options),
      options,
      additions,
      kindsOf(kinds),
    );
    const app = express();
    app.set('query parser', 'simple');
    app.use(openDataHandler(site));
    app.use((_request, response) => response.status(418).end());
    const server = await new Promise<Server>((listening) => {
      const started = app.listen(0, '127.0.0.1', () => listening(started));
    });
    return new OpenDataServer(site, server);
  }

  end(): void {
    this.site.onModuleDestroy();
    this.server.close();
    this.server.closeAllConnections();
  }

  /** Any request; an absolute address of the site is asked for here. */
  ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<OpenDataReply> {
    const { port } = this.server.address() as AddressInfo;
    const path = address.replace(ORIGIN, '');
    return new Promise((resolve, reject) => {
      httpRequest({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string | undefined>,
            body: Buffer.concat(chunks),
          }),
        );
      })
        .on('error', reject)
        .end();
    });
  }

  async json<T>(address: string): Promise<T> {
    const { status, body } = await this.ask(address);
    if (status !== 200) throw new Error(`${address}: ${status} ${body.toString()}`);
    return JSON.parse(body.toString()) as T;
  }
}

/** Every address of the open data in an answer. */
export const addressesIn = (text: string, root = `${ORIGIN}/public/`): string[] =>
  [...text.matchAll(/"(https?:[^"]+)"/g)].flatMap(([, address = '']) => (address.startsWith(root) ? [address] : []));
