import type { PublishableKind, Publication, PublicationVersion } from '@malspar/publication-model';
import { comparePeriods } from '@malspar/shared-model';

/** A period or a year that may be published, or has been. */
interface PeriodRow {
  readonly period: string;
  /** Newest first; empty while nothing is published. */
  readonly versions: readonly PublicationVersion[];
}

/** One kind's periods, apart by whether they are published; newest first. */
export interface KindRows {
  readonly kind: PublishableKind;
  readonly published: readonly PeriodRow[];
  readonly unpublished: readonly PeriodRow[];
}

/** What has been published and can be, kind by kind. */
export const kindRows = (publications: readonly Publication[], kinds: readonly PublishableKind[]): KindRows[] =>
  kinds.map((kind) => {
    const own = publications.filter(({ contentKind }) => contentKind === kind.contentKind);
    const known = new Set(own.map(({ period }) => period));
    return {
      kind,
      published: own
        .filter(({ versions }) => versions.length > 0)
        .map(({ period, versions }) => ({ period, versions }))
        .sort((a, b) => comparePeriods(b.period, a.period)),
      unpublished: kind.periods.filter((code) => !known.has(code)).map((period) => ({ period, versions: [] })),
    };
  });
