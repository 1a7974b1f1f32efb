import type { Report, ReportYear, YearContent } from '@malspar/reporting-model';
import type { DraftSlot } from './draft-slot';

type Written = Pick<DraftSlot<unknown>, 'dirty' | 'version'>;
type WrittenYear = Pick<DraftSlot<YearContent>, 'content'>;

/** What has been written in since the server's version: it is then the writer's own, and no example any more. */
const isRewritten = (draft: Written | undefined, version: number): boolean =>
  draft ? draft.dirty() || draft.version() > version : false;

/** The report with the origin of each part that has been written since it was read, as the server would now give it. */
export function withOrigins(
  report: Report,
  drafts: {
    readonly entries: ReadonlyMap<string, Written>;
    readonly verdict: Written;
    readonly year: WrittenYear | null;
  },
): Report {
  return {
    ...report,
    entries: report.entries.map((entry) =>
      isRewritten(drafts.entries.get(entry.targetCode), entry.version)
        ? { ...entry, contentProvenance: 'reported' }
        : entry,
    ),
    ...(isRewritten(drafts.verdict, report.verdictVersion) && { verdictProvenance: 'reported' as const }),
    year: report.year && drafts.year ? yearWithOrigins(report.year, drafts.year.content()) : report.year,
  };
}

// Saved as one, but each judgement in it has an origin of its own.
function yearWithOrigins(year: ReportYear, now: YearContent): ReportYear {
  const { content, provenances } = year;
  const saidOf = ({ targets }: YearContent, code: string): string => {
    const said = targets.find(({ targetCode }) => targetCode === code);
    return JSON.stringify([said?.assessment ?? null, said?.comment ?? '']);
  };
  const isSame = now.verdict === content.verdict && now.explanation === content.explanation;
  return {
    ...year,
    verdictProvenance: isSame ? year.verdictProvenance : 'reported',
    provenances: Object.fromEntries(
      Object.entries(provenances).map(([code, origin]) => [
        code,
        saidOf(now, code) === saidOf(content, code) ? origin : 'reported',
      ]),
    ),
  };
}
