import type { Language } from '@malspar/figures-model';
import { comparePeriods, type PeriodCode, type Provenance, UNSTATED_LANGUAGE } from '@malspar/shared-model';
import type { FoundEntry, FoundText, FoundVersion, SearchField, SearchGroup } from '@malspar/site-model';
import type { PublishedEntry, PublishedTarget } from '../published-report.js';
import { entriesSaid, type SaidOfArea, verdictsSaid } from '../said-over-time.js';
import { reportPlace, type ReportPlace } from './report-places.js';
import type { PublishedVersion, ReportSite } from './report-site.js';

type Written = readonly [field: SearchField, text: string | null | undefined, of: Provenance | null, weight?: number];

const isExample = (of: Provenance | null): boolean => of === 'illustrative';

const textsOf = (written: readonly Written[]): FoundText[] =>
  written.flatMap(([field, text, of, weight = 1]) => (text ? [{ field, text, weight, isExample: isExample(of) }] : []));

/** What the search finds: areas, targets and the plan as they stand, and what every report says. */
export function reportFound(site: ReportSite, language: Language): FoundEntry[] {
  const report = site.current;
  const { language: plansLanguage = UNSTATED_LANGUAGE } = report.plan;
  const single = (
    group: SearchGroup,
    place: ReportPlace,
    title: string,
    texts: readonly Written[],
    { code = null, of = null }: { readonly code?: string | null; readonly of?: Provenance | null } = {},
  ): FoundEntry => ({
    ...{ group, code, title, isExample: isExample(of), language: plansLanguage, period: null },
    versions: [{ ...versionRef(site.latest, language), place: reportPlace(place), area: null, texts: textsOf(texts) }],
  });
  return [
    ...report.areas.map((area) =>
      single(
        'area',
        { at: 'area', slug: area.slug },
        area.title,
        [
          ['aim', area.aim.text, area.aim.provenance],
          ['department', area.department.title, area.department.provenance],
        ],
        { of: area.provenance },
      ),
    ),
    ...report.areas.flatMap(({ targets }) =>
      targets.map(({ code, title, indicator, note, provenance }) =>
        single(
          'target',
          { at: 'target', code },
          title,
          [
            ['indicator', indicator.name, indicator.provenance, 2],
            ['method', indicator.method, indicator.provenance],
            ['text', note, provenance],
          ],
          { code, of: provenance },
        ),
      ),
    ),
    single('plan', { at: 'plan' }, report.plan.title, [
      ...report.goals.map(({ title, provenance }): Written => ['goal', title, provenance]),
      ...report.climateGoals.map(({ year, text, provenance }): Written => [
        'climate-goal',
        `${year} – ${text}`,
        provenance,
      ]),
      ...(report.drivers ?? []).map(({ title, provenance }): Written => ['driver', title, provenance]),
      ...report.amendments.map(({ text, provenance }): Written => ['amendment', text, provenance]),
    ]),
    ...reportEntries(site, language),
  ];
}

const versionRef = ({ report }: PublishedVersion, language: Language) => ({
  period: report.period,
  version: report.version,
  title: report.title[language],
});

interface BuildingVersion extends FoundVersion {
  /** Whether it says what holds now; of what has been corrected, only the correction is found. */
  readonly holds: boolean;
}

interface Building extends FoundEntry {
  readonly period: PeriodCode;
  readonly versions: BuildingVersion[];
}

/** What reports say, by what it is about: however often it was published, it is found once. */
function reportEntries({ archive, word }: ReportSite, language: Language): FoundEntry[] {
  const entries = new Map<string, Building>();
  for (const { versions } of archive) {
    versions.forEach((version, nth) => {
      const { report } = version;
      const place = reportPlace({ at: 'report', period: report.period, version: nth === 0 ? null : report.version });
      const add = (
        about: {
          key: string;
          period: PeriodCode;
          title: string;
          code?: string;
          titleIn: string;
          area?: number;
          /** Where the title comes from; absent for words of the site's own. */
          of?: Provenance | null;
        },
        written: readonly Written[],
        holding: readonly Written[] = written,
      ): void => {
        const { key, period, title, code = null, titleIn, area = null, of = null } = about;
        const building: Building = entries.get(key) ?? {
          ...{ group: 'report', code, title, isExample: isExample(of), language: titleIn, period },
          versions: [],
        };
        entries.set(key, building);
        const holds = JSON.stringify(written) === JSON.stringify(holding);
        building.versions.push({ ...versionRef(version, language), place, area, texts: textsOf(written), holds });
      };
      add({ key: `report ${report.period}`, period: report.period, title: report.title[language], titleIn: language }, [
        ['foreword', report.foreword, null],
        ['correction', report.correction?.reason, null],
        ...report.gaps.map((gap): Written => ['gap', gap.reason, null]),
      ]);
      report.areas.forEach((area, index) => {
        const here = { titleIn: report.plan.language ?? UNSTATED_LANGUAGE, area: index + 1 };
        for (const said of verdictsSaid(area)) {
          const key = `${area.slug} ${said.period}`;
          const now = word.verdict(area.slug, said.period)?.said;
          if (now)
            add(
              { key, period: said.period, title: area.title, of: area.provenance, ...here },
              saidOf(said),
              saidOf(now),
            );
        }
        for (const [target, answer] of area.targets.flatMap(saidOfTarget)) {
          const { code, title, provenance: of } = target;
          const about = { key: `${code} ${answer.period}`, period: answer.period, title, code, of, ...here };
          const now = word.entry(code, answer.period)?.said;
          if (now) add(about, writtenIn(answer), writtenIn(now));
        }
      });
    });
  }
  return [...entries.values()]
    .sort((a, b) => comparePeriods(b.period, a.period))
    .map(({ versions, ...entry }) => ({
      ...entry,
      // Among those that say what holds, the period's own report before a year's that gathers it.
      versions: versions.sort(
        (a, b) =>
          Number(b.holds) - Number(a.holds) || Number(b.period === entry.period) - Number(a.period === entry.period),
      ),
    }));
}

const saidOfTarget = (target: PublishedTarget): [PublishedTarget, PublishedEntry][] =>
  entriesSaid(target).map((entry) => [target, entry]);

const saidOf = ({ explanation, provenance }: SaidOfArea): Written[] => [['verdict', explanation, provenance]];

const writtenIn = (entry: PublishedEntry): Written[] => [
  ['comment', entry.comment, entry.provenance],
  ['measure', entry.measure?.text, entry.provenance],
  ['no-value', entry.noValueReason, entry.provenance],
];
