import type { PublicationDraft, PublicationNote, PublishedContent } from '@malspar/publication-model';
import type { Tx } from '@malspar/shared-api';
import { parsePeriod, type PeriodCode, type PlainDate } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { contentHashOf, saysTheSame } from './content-hash.js';
import { NOTHING_NEW, PERIOD_NOT_OVER, REASON_MISSING } from './publication-notes.js';
import { type FullVersionRow, PublicationRepository } from './publication.repository.js';
import { readContent, PublishedContents, type PublishedContentsRead } from './published-contents.js';
import type { KindSource, PublishedKind } from './published-kind.js';

/** All that a new version would be made of, read once. */
export interface Sources extends Pick<KindSource<PublishedContent>, 'listed' | 'compose' | 'settle'> {
  readonly kind: PublishedKind;
  readonly planId: string | null;
  readonly period: PeriodCode;
  /** What has been published before. */
  readonly published: PublishedContentsRead;
  readonly newest: FullVersionRow | null;
  readonly nextVersion: number;
  readonly blockers: readonly PublicationNote[];
  readonly differs: readonly PublicationNote[];
  /** Of everything but the moment; null while it cannot be composed. */
  readonly contentHash: string | null;
}

const NO_MOMENT = { publishedAt: new Date(0), auditHead: '0'.repeat(64) };

/** Reads what a publication is to be made of and says what stands in its way. */
@Injectable()
export class PublicationSource {
  constructor(
    private readonly repository: PublicationRepository,
    private readonly published: PublishedContents,
  ) {}

  /** What the next version of the period's publication would be made of. `today` dates a correction and tells whether the period is over. */
  async read(
    tx: Tx,
    kind: PublishedKind,
    period: PeriodCode,
    draft: PublicationDraft,
    today: PlainDate,
  ): Promise<Sources> {
    const { end } = parsePeriod(period);
    const planId = await kind.planId(tx, end);
    const key = { planId, contentKind: kind.name };
    const newest = await this.repository.newest(tx, key, period);
    const published = await this.published.of(tx, kind, planId);
    const nextVersion = (newest?.number ?? 0) + 1;
    const last = newest && readContent(kind, newest.canonical);
    const source = await kind.source(tx, {
      period,
      draft,
      version: nextVersion,
      correction: newest && { reason: draft.correctionReason ?? '', date: today, ofVersion: newest.number },
      last,
      earlier: published.contents,
    });
    // A lacking reason stops a correction, but it can be composed and looked at.
    const composed = source.blockers.length === 0 ? source.compose(NO_MOMENT) : null;
    const lacksReason = newest !== null && draft.correctionReason === null;
    const saysNothingNew = composed !== null && last !== null && saysTheSame(kind, last, composed);
    return {
      kind,
      planId,
      period,
      published,
      newest,
      nextVersion,
      listed: source.listed,
      blockers: saysNothingNew
        ? [NOTHING_NEW, ...source.repeats]
        : [...source.blockers, ...(lacksReason ? [REASON_MISSING] : [])],
      differs: [...(end >= today ? [PERIOD_NOT_OVER] : []), ...source.differs(composed)],
      contentHash: composed && contentHashOf(composed),
      compose: (moment) => source.compose(moment),
      settle: (...settled) => source.settle(...settled),
    };
  }
}
