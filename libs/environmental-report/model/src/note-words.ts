import type { Words } from '@malspar/figures-model';

/** What a note is about: an area by its title, a period as it stands within a sentence, a sign. */
interface About {
  readonly area: string;
  readonly period: string;
  readonly character: string;
}

type Said = (about: About) => string;

/** What the coordinator is told of a report that is to be published, by the note's code. */
const NOTE_WORDS = {
  not_approved: {
    sv: ({ area, period }) =>
      `${area}, ${period}: rapporten är inte godkänd. Godkänn den, eller skriv varför den saknas.`,
    en: ({ area, period }) => `${area}, ${period}: the report is not approved. Approve it, or write why it is missing.`,
  },
  no_report: {
    sv: ({ area, period }) => `${area}, ${period}: det finns ingen rapport. Skriv varför den saknas.`,
    en: ({ area, period }) => `${area}, ${period}: there is no report. Write why it is missing.`,
  },
  nothing_at_all: {
    sv: () => 'Det finns inga rapporter att publicera.',
    en: () => 'There are no reports to publish.',
  },
  gap_stated: {
    sv: ({ area, period }) => `${area}, ${period} saknas i rapporten, med det skäl du har skrivit.`,
    en: ({ area, period }) => `${area}, ${period} is missing from the report, with the reason you have written.`,
  },
  gap_needless: {
    sv: ({ area, period }) => `${area}, ${period}: rapporten finns, så skälet behövs inte.`,
    en: ({ area, period }) => `${area}, ${period}: the report is there, so no reason is needed.`,
  },
  revision_differs: {
    sv: ({ area, period }) => `${area}, ${period} har ändrats sedan den senaste versionen.`,
    en: ({ area, period }) => `${area}, ${period} has changed since the latest version.`,
  },
  revision_repeats: {
    sv: ({ area, period }) =>
      `${area}, ${period} är godkänd på nytt men säger detsamma som den senaste versionen. Öppna rapporten igen, så kan den ändras eller rättelsen ångras.`,
    en: ({ area, period }) =>
      `${area}, ${period} has been approved anew but says the same as the latest version. Reopen the report, and it can be changed or the correction undone.`,
  },
  no_year_verdict: {
    sv: ({ area }) =>
      `${area} har ingen samlad bedömning för året. Rapporten säger det och visar periodernas bedömningar bredvid.`,
    en: ({ area }) =>
      `${area} has no verdict of the year as a whole. The report says so and shows the verdicts of its periods beside.`,
  },
  no_comparison: {
    sv: () => 'Det finns ingen publicerad rapport från året innan att jämföra med.',
    en: () => 'There is no published report from the year before to compare with.',
  },
  illustrative: {
    sv: () => 'Rapporten innehåller exempelvärden. De märks ut överallt.',
    en: () => 'The report has example values. They are marked everywhere.',
  },
  character_replaced: {
    sv: ({ area, character }) => `${area}: tecknet ${character} finns inte i PDF-filens teckensnitt och blir □ där.`,
    en: ({ area, character }) =>
      `${area}: the character ${character} is not in the typeface of the PDF and becomes □ there.`,
  },
  character_replaced_around: {
    sv: ({ character }) =>
      `Tecknet ${character} i förordet eller rubriken finns inte i PDF-filens teckensnitt och blir □ där.`,
    en: ({ character }) =>
      `The character ${character} in the foreword or title is not in the typeface of the PDF and becomes □ there.`,
  },
  unknown_area: {
    sv: ({ area }) => `Målområdet ${area} finns inte i planen.`,
    en: ({ area }) => `The focus area ${area} is not in the plan.`,
  },
} as const satisfies Record<string, { readonly sv: Said; readonly en: Said }>;

/** What can be said of a report that is to be published. */
export type NoteSubject = keyof typeof NOTE_WORDS;

/** A note's sentence in both languages. `period`: its name within a sentence in each. */
export const noteText = (
  subject: NoteSubject,
  { area, character, period }: Omit<About, 'period'> & { readonly period: Words },
): Words => ({
  sv: NOTE_WORDS[subject].sv({ area, character, period: period.sv }),
  en: NOTE_WORDS[subject].en({ area, character, period: period.en }),
});
