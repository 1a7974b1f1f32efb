import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  composePublishedReport,
  type PublishedReport,
  ENVIRONMENTAL_REPORT,
} from '@malspar/environmental-report-model';
import { HOSTILE_TEXTS, sampleComposition, withTexts } from '@malspar/environmental-report-model/testing';
import { readPlanFile } from '@malspar/plan-model';
import { cleanText } from '@malspar/shared-model';
import { reportWithData } from '@malspar/environmental-report-api';
import { PublicSiteRouter, PublicSiteService, ShownKinds, type SiteRenderer, SiteRendering } from '@malspar/site-api';
import { NO_ADDITIONS } from '@malspar/site-model';
import { expect, type Page, test } from '@playwright/test';
import express, { type RequestHandler } from 'express';

const ORIGIN = 'http://localhost:4199';
const SITES = [
  {
    // The policy would stop what should not have been there in the first place.
    title: 'every payload in every text, and no policy to save it',
    soil: (text: string) => `${text} ${HOSTILE_TEXTS.join(' ')}`,
    guarded: false,
    showsAll: true,
  },
  {
    title: 'a payload instead of each text, as the site is served',
    soil: (_: string, index: number) => HOSTILE_TEXTS[index % HOSTILE_TEXTS.length] ?? '',
    guarded: true,
    showsAll: false,
  },
] as const;

/** Two years' reports of a small plan, the later one corrected, with the same done to every text. */
function reportsWith(soil: (text: string, index: number) => string): PublishedReport[] {
  const reading = readPlanFile(
    JSON.parse(readFileSync(new URL('../../../tools/seed/data/exempel-tertial.json', import.meta.url), 'utf8')),
  );
  if (!reading.ok) throw new Error('The example plan cannot be read');
  const compose = (period: string, change: object) =>
    composePublishedReport(withTexts(sampleComposition(reading.plan, period, change), soil));
  const gaps = [{ areaSlug: 'skolmat', period: '2028-T1', reason: 'Saknas.' }];
  const before = compose('2027-T1', {});
  const first = compose('2028-T1', { before, gaps });
  const correction = { reason: 'Fel.', date: '2028-09-01', ofVersion: 1 };
  return [
    before,
    first,
    compose('2028-T1', { before, gaps, version: 2, correction, title: 'Rapport', foreword: 'Nytt.' }),
  ];
}

/** The site as it is served, of these reports; `front` comes before it. */
async function serve(reports: readonly PublishedReport[], front: RequestHandler): Promise<Server> {
  const rows = reports.map((report, index) => ({
    contentKind: ENVIRONMENTAL_REPORT,
    canonical: JSON.stringify(report),
    sha256: String(index).padEnd(64, '0'),
    files: [],
  }));
  const repository = {
    fingerprint: () => Promise.resolve('1'),
    versions: () => Promise.resolve(rows),
    pages: () => Promise.resolve([]),
    assets: () => Promise.resolve([]),
    keepPacking: () => Promise.resolve(),
    file: () => Promise.resolve(null),
  };
  const renderer = async (): Promise<SiteRenderer> => {
    const [{ siteRenderer }, { reportPages }] = await Promise.all([
      import('@malspar/site-web/site'),
      import('@malspar/environmental-report-web/site'),
    ]);
    return siteRenderer([reportPages]);
  };
  const options = { origin: ORIGIN, renderer };
  const kinds = new ShownKinds();
  kinds.add(reportWithData);
  const additions = {
    fingerprint: () => Promise.resolve(''),
    read: () => Promise.resolve(NO_ADDITIONS),
    document: () => Promise.resolve(null),
  };
  const database = { read: {} } as ConstructorParameters<typeof PublicSiteService>[0];
  const site = new PublicSiteService(database, repository, new SiteRendering(options), options, additions, kinds);
  const app = express().use(front).use(new PublicSiteRouter(site).handler);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const withoutPolicy: RequestHandler = (_request, response, next) => {
  const append = response.appendHeader.bind(response);
  response.appendHeader = (name, value) => (/^content-security-policy$/i.test(name) ? response : append(name, value));
  next();
};
const asItIs: RequestHandler = (_request, _response, next) => next();

/** As a reader sees it: without what is never shown, and however lines and spaces fall. */
const visible = (text: string): string =>
  cleanText(text).replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]+/g, '');

async function watched(page: Page): Promise<string[]> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused|violat/i.test(message.text())) seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  page.on('popup', () => seen.push('another window'));
  await page.route(/.*/, async (route) => {
    const { hostname, protocol } = new URL(route.request().url());
    if (hostname === '127.0.0.1' || protocol === 'data:') return route.continue();
    seen.push(`asks for ${route.request().url()}`);
    return route.abort();
  });
  return seen;
}

/** What the site has of its own: its forms, its frames, and its scripts, which stand in the head. */
const OURS = [
  ...['ms-feedback-question *', 'ms-search *', 'ms-verify *', 'ms-compare-form *', 'ms-embed *'],
  ...['head > script[type="module"][src^="/assets/"]:empty', 'head > script[type="module"][src^="/badda-in/"]:empty'],
].join(', ');
/** What no text can bring: elements and attributes that run, load or lead elsewhere. */
const FOREIGN = `[...document.querySelectorAll('*')].filter((each) => !each.matches('${OURS}')).flatMap((element) => [
  ...(/^(script|style|iframe|object|embed|base|form|input|video|math|template|animate)$/i.test(element.localName) ? [element.localName] : []),
  ...[...element.attributes].filter(({ name, value }) => /^on|^style$|^srcdoc$/i.test(name)
    || (/^(href|src|action|xlink:href)$/i.test(name) && !/^(https?:|mailto:|\\/(?!\\/)|#|data:,$)/i.test(value)))
    .map(({ name, value }) => name + '=' + value),
])`;

for (const { title, soil, guarded, showsAll } of SITES) {
  test(`${title}: nothing runs on any page`, async ({ page }) => {
    const reports = reportsWith(soil);
    const server = await serve(reports, guarded ? asItIs : withoutPolicy);
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const seen = await watched(page);
      const map = await (await fetch(`${origin}/sitemap.xml`)).text();
      const paths = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
      expect(paths.length).toBeGreaterThan(30);
      let shown = '';
      for (const path of paths) {
        const response = await page.goto(origin + path, { waitUntil: 'load' });
        expect([path, response?.status()]).toEqual([path, 200]);
        expect(response?.headers()['content-security-policy'] !== undefined).toBe(guarded);
        expect({ path, foreign: await page.evaluate(FOREIGN) }).toEqual({ path, foreign: [] });
        expect({ path, ran: await page.evaluate('window.hasRun ?? 0') }).toEqual({ path, ran: 0 });
        shown += visible(String(await page.evaluate('document.documentElement.textContent')));
      }
      expect(seen).toEqual([]);
      // Each of them is there to be read, as the words it is.
      if (showsAll) expect(HOSTILE_TEXTS.filter((text) => !shown.includes(visible(text)))).toEqual([]);

      const feed = await (await fetch(`${origin}/atom.xml`)).text();
      const parsed = await page.evaluate<[number, number, number, string]>(
        `(() => { const feed = new DOMParser().parseFromString(${JSON.stringify(feed)}, 'application/xml');
            return [feed.querySelectorAll('parsererror').length, feed.querySelectorAll('entry').length,
              [...feed.querySelectorAll('*')].filter((each) => each.namespaceURI !== 'http://www.w3.org/2005/Atom').length,
              feed.documentElement.textContent]; })()`,
      );
      expect(parsed.slice(0, 3)).toEqual([0, reports.length, 0]);
      const said = visible(parsed[3]);
      for (const { correction } of reports) if (correction) expect(said).toContain(visible(correction.reason));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}

test('words without an end do not push a page sideways, on the narrowest phone', async ({ page }) => {
  const server = await serve(
    reportsWith((text) => `${text} ${'oändligtord'.repeat(20)}`),
    asItIs,
  );
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await page.setViewportSize({ width: 320, height: 900 });
    for (const path of ['/', '/plan', '/malomraden/skolmat', '/mal/S1', '/rapporter', '/rapporter/2028-T1']) {
      await page.goto(origin + path);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect({ path, overflow }).toEqual({ path, overflow: 0 });
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
