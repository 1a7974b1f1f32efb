import type { PrintedKind } from '@malspar/print-api';
import { tableOf } from '@malspar/print-api';
import {
  type KindNote,
  kindNote,
  type KindSource,
  type PublishedKind,
  PublishedKinds,
  PublishedKindsModule,
  type SourceRequest,
} from '@malspar/publication-api';
import type { PublicationReport, PublishedDifference } from '@malspar/publication-model';
import { WrongState } from '@malspar/shared-api';
import { dateInZone, type PeriodCode, writtenDay } from '@malspar/shared-model';
import { ShownKinds, ShownKindsModule } from '@malspar/site-api';
import { CycleCount, shownCycleCount } from '@malspar/site-api/testing';
import { drawnByTheSite } from '@malspar/site-model';
import { Injectable, Module } from '@nestjs/common';

const TEMPLATE = String.raw`
#let r = json("report.json")
#set document(title: r.title, date: none)
#set text(lang: "sv", font: "Source Sans 3", fallback: false)
= #r.title
#r.weather
#table(columns: 2, table.header[Plats][Antal], ..r.rows.flatten())
`;

const print: PrintedKind<CycleCount> = {
  stem: ({ slug, version }) => `${slug}-v${version}`,
  about: ({ title }, sha256) => [
    ['Räkning', title.sv],
    ['Kontrollsumma', sha256],
  ],
  tables: ({ places }) => [
    tableOf('counts', 'Räknade', places, [
      { key: 'place', title: 'Plats', width: 20, cell: ({ place }) => place },
      { key: 'count', title: 'Antal', width: 10, cell: ({ count }) => ({ number: count }) },
    ]),
  ],
  csvTables: [['counts', 'raknade']],
  manifest: ({ title }, canonicalSha256) => ({ title, canonicalSha256 }),
  pdf: {
    template: TEMPLATE,
    data: ({ title, weather, places }) => ({
      title: title.sv,
      weather,
      rows: places.map(({ place, count }) => [place, count]),
    }),
  },
};

/** The counting as it is worked on, with a workflow of its own. */
export class Counting {
  readonly id = '5f0c2c5e-7a51-4a53-9d2d-3d7a5b1f7c11';
  state: 'counting' | 'checked' | 'published' = 'counting';
  said: Pick<CycleCount, 'weather' | 'countedBy' | 'places'> = {
    weather: 'Ihållande regn hela veckan.',
    countedBy: 'Cykelfrämjandet',
    places: [
      { place: 'Älvgatan', count: '1204' },
      { place: 'Bron', count: '87' },
    ],
  };
}

const NOT_CHECKED = { sv: 'Räkningen är inte kontrollerad.', en: 'The counting has not been checked.' };

/** The made-up domain's kind: all that it hands over. */
@Injectable()
export class CycleCountKind implements PublishedKind<CycleCount> {
  readonly name = shownCycleCount.name;
  readonly content = CycleCount;
  readonly print = print;
  readonly title = shownCycleCount.title;

  constructor(private readonly counting: Counting) {}

  periods(): Promise<readonly PeriodCode[]> {
    return Promise.resolve(['2027']);
  }

  planId(): Promise<null> {
    return Promise.resolve(null);
  }

  source(_tx: unknown, request: SourceRequest<CycleCount>): Promise<KindSource<CycleCount>> {
    const { period, version, correction, draft } = request;
    const { counting } = this;
    const isReady = counting.state !== 'counting';
    return Promise.resolve({
      listed: [this.part(period)],
      blockers: isReady ? [] : [kindNote('not_checked', NOT_CHECKED)],
      repeats: [],
      differs: () => [],
      compose: ({ publishedAt, auditHead }) => ({
        slug: `cyklister-${period}`,
        title: { sv: draft.title ?? `Cyklister ${period}`, en: `Cyclists ${period}` },
        ...{ period, version, correction, auditHead },
        publishedAt: publishedAt.toISOString(),
        publishedOn: writtenDay(dateInZone(publishedAt)),
        ...counting.said,
      }),
      settle: () => {
        counting.state = 'published';
        return Promise.resolve();
      },
    });
  }

  said(content: CycleCount): CycleCount {
    return content;
  }

  order(): readonly string[] {
    return [];
  }

  notes(): KindNote[] {
    return [];
  }

  correct(): Promise<void> {
    if (this.counting.state !== 'published') return Promise.reject(new WrongState('not-published'));
    this.counting.state = 'counting';
    return Promise.resolve();
  }

  difference(before: CycleCount, after: CycleCount): PublishedDifference {
    return shownCycleCount.difference(before, after);
  }

  private part(period: PeriodCode): PublicationReport {
    const { id, state } = this.counting;
    return {
      reportId: id,
      areaSlug: 'rakning',
      areaTitle: 'Räkning',
      period,
      state,
      revision: 1,
      sha256: null,
      published: state === 'published',
      canReopen: state === 'published',
      link: null,
    };
  }
}

@Module({ imports: [PublishedKindsModule, ShownKindsModule], providers: [Counting, CycleCountKind] })
export class MadeUpModule {
  constructor(published: PublishedKinds, shown: ShownKinds, kind: CycleCountKind) {
    published.add(kind);
    shown.add(drawnByTheSite(shownCycleCount));
  }
}
