import { randomUUID } from 'node:crypto';
import type {
  FiredCheck,
  DraftSaved,
  Entry,
  EntryContent,
  Report,
  TransitionName,
  TransitionReceipt,
  TransitionRequest,
} from '@malspar/reporting-model';
import type * as z from 'zod';
import type { ApiResponse, Person } from './person.js';

export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
  readonly current?: unknown;
}

/** Content that passes every hard check, whatever the indicator is. */
export function sound(entry: Entry, comment = `Redovisning av ${entry.targetCode}.`): EntryContent {
  const latest = entry.series.at(-1)?.value ?? entry.indicator.baseline ?? '1';
  return {
    assessment: entry.duePeriods.length > 0 ? 'on_track' : 'not_measured',
    values: entry.duePeriods.map((period) => ({ period, value: latest })),
    noValueReason: '',
    parts: [],
    milestones: [],
    comment,
    measure: null,
    explanations: {},
  };
}

export const writeEntry = <T = DraftSaved>(
  person: Person,
  reportId: string,
  entry: Pick<Entry, 'targetCode' | 'version'>,
  content: unknown,
) =>
  person.api<T>('PUT', `reports/${reportId}/entries/${encodeURIComponent(entry.targetCode)}`, {
    body: content,
    headers: { 'if-match': `"${entry.version}"` },
  });

export const writeVerdict = (person: Person, report: Pick<Report, 'id' | 'verdictVersion'>, explanation: string) =>
  person.api<DraftSaved>('PUT', `reports/${report.id}/verdict`, {
    body: { verdict: 'largely', explanation },
    headers: { 'if-match': `"${report.verdictVersion}"` },
  });

/** A year part that passes every check, whatever is said of the last period. */
export const writeYear = (person: Person, { id, year, entries }: Report, words: string) =>
  person.api<DraftSaved>('PUT', `reports/${id}/year`, {
    body: {
      verdict: 'partly',
      explanation: words,
      targets: entries.map(({ targetCode }) => ({ targetCode, assessment: 'uncertain', comment: words })),
    },
    headers: { 'if-match': `"${year?.version ?? 0}"` },
  });

/**
 * Fills the report in so that it can be submitted: every entry, explanations of what the checks ask about, the verdict, the
 * year where the period is its last. */
export async function fill(
  person: Person,
  reportId: string,
  words = 'Läget är avstämt med verksamheten.',
): Promise<void> {
  const report = await person.read<Report>(`reports/${reportId}`);
  for (const entry of report.entries) {
    const content = sound(entry, `${words} ${entry.targetCode}`);
    const saved = demand(await writeEntry(person, reportId, entry, content));
    const asked = saved.checks.filter((check) => check.targetCode === entry.targetCode && check.kind === 'soft');
    if (asked.length === 0) continue;
    const explanations = Object.fromEntries(asked.map((check: FiredCheck) => [check.code, 'Kontrollerat.']));
    const { targetCode } = entry;
    demand(await writeEntry(person, reportId, { targetCode, version: saved.version }, { ...content, explanations }));
  }
  demand(await writeVerdict(person, report, words));
  if (report.year) demand(await writeYear(person, report, words));
}

/** Takes a step; a key of its own unless one is given. */
export const take = <T = TransitionReceipt>(
  person: Person,
  reportId: string,
  request: { readonly transition: TransitionName } & Partial<z.input<typeof TransitionRequest>>,
  key: string = randomUUID(),
): Promise<ApiResponse<T>> =>
  person.api<T>('POST', `reports/${reportId}/transitions`, { body: request, headers: { 'idempotency-key': key } });

/** The body of a response that must be a success. */
export function demand<T>(response: ApiResponse<T>): T {
  if (response.status < 200 || response.status > 299)
    throw new Error(`${response.status} ${JSON.stringify(response.body)}`);
  return response.body;
}
