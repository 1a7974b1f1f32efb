import type { Words } from '@malspar/figures-model';
import type { Assessment, SoftCheckCode, Verdict } from '@malspar/reporting-model';
import type { Cadence, Provenance } from '@malspar/shared-model';
import type { Turn } from './published-report.js';

/** Assessments in words. */
export const assessmentWords: Readonly<Record<Assessment, Words>> = {
  achieved: { sv: 'Uppnått', en: 'Achieved' },
  on_track: { sv: 'På rätt väg', en: 'On track' },
  uncertain: { sv: 'Osäkert', en: 'Uncertain' },
  will_not_reach: { sv: 'Når inte målet', en: 'Will not reach the target' },
  not_started: { sv: 'Ej påbörjat', en: 'Not started' },
  not_measured: { sv: 'Ej mätt', en: 'Not measured' },
};

/** Verdicts in words, where the plan has none of its own. */
export const verdictWords: Readonly<Record<Verdict, Words>> = {
  fully: { sv: 'Helt enligt plan', en: 'Fully according to plan' },
  largely: { sv: 'Till stor del enligt plan', en: 'Largely according to plan' },
  partly: { sv: 'Till viss del enligt plan', en: 'Partly according to plan' },
  not: { sv: 'Inte alls enligt plan', en: 'Not at all according to plan' },
};
export const noVerdict: Words = { sv: 'Ingen bedömning', en: 'No verdict' };
export const noAssessment: Words = { sv: 'Ingen bedömning', en: 'No assessment' };

/** Where an item comes from, in words. What is illustrative is never mistaken for a fact. */
export const provenanceWords: Readonly<Record<Provenance, Words>> = {
  verified: { sv: 'Uppgift ur källa', en: 'From a source' },
  reported: { sv: 'Redovisat', en: 'Reported' },
  illustrative: { sv: 'Exempelvärde', en: 'Example value' },
};

export const cadenceWords: Readonly<Record<Cadence, Words>> = {
  quarter: { sv: 'kvartal', en: 'quarter' },
  tertial: { sv: 'tertial', en: 'tertial' },
  year: { sv: 'år', en: 'year' },
};

export const turnWords: Readonly<Record<Turn, Words>> = {
  better: { sv: 'Bättre', en: 'Better' },
  worse: { sv: 'Sämre', en: 'Worse' },
  same: { sv: 'Oförändrat', en: 'Unchanged' },
  unclear: { sv: 'Kan inte jämföras', en: 'Cannot be compared' },
};

/** What an explanation is about. */
export const softCheckWords: Readonly<Record<SoftCheckCode, Words>> = {
  factor_of_ten: { sv: 'Om talets storlek', en: 'On the size of the figure' },
  outside_series: { sv: 'Om den stora förändringen', en: 'On the large change' },
  fell_to_zero: { sv: 'Om att utfallet är noll', en: 'On the value being zero' },
  parts_sum: { sv: 'Om utfallets delar', en: 'On the parts of the value' },
  outside_unit: { sv: 'Om det ovanliga utfallet', en: 'On the unusual value' },
  measure_date: { sv: 'Om åtgärdens datum', en: 'On the date of the measure' },
  assessment_contradicts: { sv: 'Om bedömningen', en: 'On the assessment' },
  same_text: { sv: 'Om den oförändrade texten', en: 'On the unchanged text' },
};
