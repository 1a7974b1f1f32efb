import {
  entryFields,
  type Entry,
  type EntryContent,
  originAfter,
  pickFields,
  type Report,
  type ReportYear,
  type VerdictContent,
  verdictFields,
  type YearContent,
  yearFields,
  yearOriginsAfter,
} from '@malspar/reporting-model';
import type { DraftSlot } from './draft-slot';

type Written<C> = Pick<DraftSlot<C>, 'content'>;

/** The report with the origin of each part that has been written since it was read, as the server would now give it. */
export function withOrigins(
  report: Report,
  drafts: {
    readonly entries: ReadonlyMap<string, Written<EntryContent>>;
    readonly verdict: Written<VerdictContent>;
    readonly year: Written<YearContent> | null;
  },
): Report {
  const fields = verdictFields(report.verdictContent);
  const examples = pickFields(fields, report.verdictExampleFields);
  const { provenance: verdictProvenance, exampleFields: verdictExampleFields } = originAfter(
    { fields, provenance: report.verdictProvenance, examples },
    verdictFields(drafts.verdict.content()),
  );
  return {
    ...{ ...report, verdictProvenance, verdictExampleFields },
    entries: report.entries.map((entry) => {
      const draft = drafts.entries.get(entry.targetCode);
      return draft ? entryWithOrigin(entry, draft.content()) : entry;
    }),
    year: report.year && drafts.year ? yearWithOrigins(report.year, drafts.year.content()) : report.year,
  };
}

function entryWithOrigin(entry: Entry, now: EntryContent): Entry {
  const fields = entryFields(entry.content);
  const { provenance, exampleFields } = originAfter(
    { fields, provenance: entry.contentProvenance, examples: pickFields(fields, entry.exampleFields) },
    entryFields(now),
  );
  return { ...entry, contentProvenance: provenance, exampleFields };
}

// Saved as one, but each judgement in it has an origin of its own.
function yearWithOrigins(year: ReportYear, now: YearContent): ReportYear {
  const fields = yearFields(year.content);
  const examples = pickFields(fields, year.exampleFields);
  const { verdictProvenance, provenances } = yearOriginsAfter({ ...year, fields, examples }, yearFields(now));
  return { ...year, verdictProvenance, provenances };
}
