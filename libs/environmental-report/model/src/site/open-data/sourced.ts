import type { Provenance } from '@malspar/shared-model';
import type { PublishedReport } from '../../published-report.js';
import type { OpenSource } from './shapes.js';

/** Where something comes from, with its source named in full. Only an address on the web is passed on. */
export function sourced(
  report: PublishedReport,
  { provenance, sourceKey }: { readonly provenance: Provenance; readonly sourceKey: string | null },
): { provenance: Provenance; source: OpenSource | null } {
  const found = report.sources.find(({ key }) => key === sourceKey);
  return { provenance, source: found && isWeb(found.url) ? { title: found.title, url: found.url } : null };
}

const isWeb = (url: string): boolean => /^https?:\/\//.test(url) && URL.canParse(url);
