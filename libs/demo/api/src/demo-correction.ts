import { numberText, roundDecimal } from '@malspar/figures-model';
import type { CheckedPlan } from '@malspar/plan-model';
import { type CheckedEntry, checkEntry, type EntryContent, type Report } from '@malspar/reporting-model';
import type { PeriodCode } from '@malspar/shared-model';

export type VerifiedPeriods = ReadonlyMap<string, ReadonlySet<PeriodCode>>;

/** The periods for which the file has a verified value, by target. */
export const verifiedPeriods = (file: CheckedPlan): VerifiedPeriods =>
  new Map(
    file.focusAreas
      .flatMap((area) => area.targets)
      .map(({ code, indicator }) => {
        const points = indicator.series.filter((point) => point.provenance === 'verified');
        return [code, new Set(points.map((point) => point.period))];
      }),
  );

/** What is looked at of a report to see whether a correction can be shown with it. */
type SeenReport<Entry> = Pick<Report, 'period' | 'checks' | 'verdictProvenance'> & {
  readonly entries: readonly Entry[];
  readonly year?: Pick<NonNullable<Report['year']>, 'verdictProvenance'> | null;
};

const EXPLAINED_HERE: readonly string[] = ['/explanation', '/year/explanation'];

/**
 * The entry to show a correction with: its value is an example that stays within what is allowed when put right. Null
 * where anything in the report is verified, or where the report would not pass as it stands; a verdict without its
 * explanation, as histories have them, gets one, the period's and the year's alike.
 */
export function correctable<Entry extends CheckedEntry>(
  report: SeenReport<Entry>,
  verified: VerifiedPeriods,
): Entry | null {
  const hasFacts = report.entries.some(({ targetCode, content }) =>
    content.values.some(({ period }) => verified.get(targetCode)?.has(period)),
  );
  const lacks = report.checks.some((check) => check.kind === 'hard' && !EXPLAINED_HERE.includes(check.field));
  const isFact = [report.verdictProvenance, report.year?.verdictProvenance].includes('verified');
  if (hasFacts || lacks || isFact) return null;
  const passes = (entry: Entry): boolean => {
    const content = putRight(entry.content, entry.indicator.decimals);
    return checkEntry({ ...entry, content }, report.period).every((check) => check.kind !== 'hard');
  };
  const given = report.entries.filter(({ content }) => content.values.some((value) => value.value !== null));
  return given.find(passes) ?? null;
}

/** An entry with a slip of the pen put right: each value, and the words about it where the comment names it. */
export function putRight<Content extends Pick<EntryContent, 'values' | 'comment'>>(
  content: Content,
  decimals: number,
): Content {
  const values = content.values.map(({ period, value }) => ({ period, value: value && nudged(value, decimals) }));
  const comment = content.values.reduce(
    (text, { value }, nth) => renamed(text, value, values[nth]?.value ?? null, decimals),
    content.comment,
  );
  return { ...content, values, comment: `${comment} Utfallet är rättat sedan den första versionen.`.trim() };
}

/** The value with its last written digit two steps up. */
const nudged = (value: string, decimals: number): string =>
  roundDecimal(String(Number(value) + 2 * 10 ** -decimals), decimals);

/** Only where it is first named: what is equal further on is another period's value. */
function renamed(text: string, from: string | null, to: string | null, decimals: number): string {
  if (from === null || to === null) return text;
  const [before, after] = [from, to].map((value) => value && numberText(value, decimals, 'sv'));
  return text.replace(new RegExp(`(?<![\\d,.])${before}(?![\\d]|[,.]\\d)`), () => after ?? '');
}
