// A child process that renders a public page anew for each request, from what is published, and sends it as it is: what
// a published page would cost if it were not kept. Compressing it would only make it slower.
import { createServer } from 'node:http';
import { PublishedReport, shownReport } from '@malspar/environmental-report-model';
import { publicPages, publicPath, publicSite } from '@malspar/site-model';
import pg from 'pg';

/** @typedef {{databaseUrl: string, path: string, origin: string, assets: {stylesheet: string, script: string, fonts: string[]}}} Job */

async function serve(/** @type {Job} */ { databaseUrl, path, origin, assets }) {
  // Built by then; both are compiled by the Angular compiler.
  const { siteRenderer } = await import('@malspar/site-web/site');
  const { reportPages } = await import('@malspar/environmental-report-web/site');
  const renderer = siteRenderer([reportPages]);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query('SELECT canonical, sha256 FROM publication_version');
  await client.end();
  const versions = rows.map(({ canonical, sha256 }) => ({
    content: PublishedReport.parse(JSON.parse(canonical)),
    canonical,
    sha256,
    files: [],
  }));
  const page = publicPages(publicSite([{ kind: shownReport, versions }])).find(
    ({ place }) => publicPath(place, 'sv') === path,
  );
  if (!page) throw new Error(`No page at ${path}`);
  const server = createServer((_request, response) => {
    renderer.renderPage(page, { language: 'sv', origin, assets }).then(
      (html) => {
        const bytes = Buffer.from(html);
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': bytes.length });
        response.end(bytes);
      },
      (error) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: /** @type {any} */ (server.address()).port }));
}

process.on('message', (/** @type {Job} */ job) => void serve(job));
process.on('disconnect', () => process.exit(0));
