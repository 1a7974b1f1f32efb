import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PublicationService } from '@malspar/publication-api';
import { withDomains } from './command.js';

const { positionals } = parseArgs({ allowPositionals: true });
const [file] = positionals;
if (file === undefined || positionals.length > 1) throw new Error('Usage: report-verify FILE');

const found = await withDomains((app) => app.get(PublicationService).verify(readFileSync(file)));
if (found.outcome === 'unknown') {
  console.error(`${file} is not a published file, nor the content of a published report (SHA-256 ${found.sha256}).`);
  process.exitCode = 1;
} else {
  const what = found.match === 'bytes' ? (found.file ?? 'the JSON') : 'the content of the JSON, written otherwise,';
  const when = `published ${found.publishedAt}`;
  console.log(`${file} is ${what} of ${found.period}, version ${found.version}, ${when}.`);
  if (found.newestVersion > found.version) console.log(`There is a newer version: ${found.newestVersion}.`);
}
