import type { PublishedContent } from '@malspar/publication-model';
import { canonicalJson, sha256Hex } from '@malspar/shared-api';
import type { PublishedKind } from './published-kind.js';

const MOMENTLESS = { publishedAt: null, publishedOn: null, auditHead: null };

/** Hash of a version as it is looked at before it is published, whenever that is and whichever version it becomes. */
export function contentHashOf(content: PublishedContent): string {
  const said = { ...content, version: 1, correction: null, ...MOMENTLESS };
  return sha256Hex(new TextEncoder().encode(canonicalJson(said)));
}

/** Whether a reader would find the same in both, as `PublishedKind.said` says. */
export const saysTheSame = (kind: Pick<PublishedKind, 'said'>, a: PublishedContent, b: PublishedContent): boolean =>
  contentHashOf(kind.said(a)) === contentHashOf(kind.said(b));
