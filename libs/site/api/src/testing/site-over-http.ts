import { readFileSync } from 'node:fs';
import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  composePublishedReport,
  type Composition,
  ENVIRONMENTAL_REPORT,
  fileStem,
} from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { readPlanFile } from '@malspar/plan-model';
import { canonicalOf } from '@malspar/print-api';
import type { PublishedFile } from '@malspar/publication-model';
import { type Database, sha256Hex } from '@malspar/shared-api';
import express, { type RequestHandler } from 'express';
import { PublicSiteRouter } from '../site/public-site.router.js';
import { PublicSiteService } from '../site/public-site.service.js';
import type { SiteOptions, SiteRenderer } from '../site/site-renderer.js';
import { ShownKinds } from '../site/shown-kinds.js';
import { SiteRendering } from '../site/site-rendering.js';
import type { SiteRepository, SiteVersionRow } from '../site/site.repository.js';
import { Additions } from './additions.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const { plan } = reading;

/** A published version as the database has it, with its JSON and a CSV as files. */
export function publishedRow(period: string, change: Partial<Composition> = {}): SiteVersionRow {
  const report = composePublishedReport(sampleComposition(plan, period, change));
  const { canonical, sha256 } = canonicalOf(report);
  const file = (format: 'json' | 'csv', text: string): PublishedFile => ({
    name: `${fileStem(report)}.${format}`,
    format,
    mediaType: 'application/octet-stream',
    bytes: text.length,
    sha256: sha256Hex(new TextEncoder().encode(text)),
  });
  const files = [file('json', canonical), file('csv', csvOf(period, report.version))];
  return { contentKind: ENVIRONMENTAL_REPORT, canonical, sha256, files };
}

/** The CSV that `publishedRow` names. */
export const csvOf = (period: string, version: number): string => `mål;värde\r\n${period};${version}\r\n`;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** The public site behind a real socket, on a table of versions that can be stopped. */
export class SiteOverHttp {
  stopped = false;
  #server: Server | undefined;

  private constructor(
    readonly service: PublicSiteService,
    readonly rows: readonly SiteVersionRow[],
  ) {}

  static async start(
    rows: readonly SiteVersionRow[],
    renderer: SiteRenderer,
    live: (service: PublicSiteService) => readonly RequestHandler[],
    before: readonly RequestHandler[] = [],
  ): Promise<SiteOverHttp> {
    const running = <T>(value: T): Promise<T> =>
      site.stopped ? Promise.reject(new Error('connect ECONNREFUSED')) : Promise.resolve(value);
    const table: Pick<SiteRepository, 'fingerprint' | 'versions' | 'pages' | 'keepPacking' | 'assets' | 'file'> = {
      fingerprint: () => running(String(rows.length)),
      versions: () => running([...rows]),
      pages: () => running([]),
      keepPacking: () => running(undefined),
      assets: () => running([]),
      file: () => running(null),
    };
    const options: SiteOptions = { origin: 'https://exempel.se', renderer: () => Promise.resolve(renderer) };
    const service = new PublicSiteService(
      { read: {} } as Database,
      table,
      new SiteRendering(options),
      options,
      new Additions().service(),
      new ShownKinds(),
    );
    const site = new SiteOverHttp(service, rows);
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

  stop(): void {
    this.service.onModuleDestroy();
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  get port(): number {
    return (this.#server?.address() as AddressInfo).port;
  }

  ask(path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = httpRequest({ port: this.port, host: '127.0.0.1', path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Answer['headers'],
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Sends a file as the form on the page does. */
  upload(path: string, bytes: Uint8Array | string, name = 'rapport.json', field = 'file'): Promise<Answer> {
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
