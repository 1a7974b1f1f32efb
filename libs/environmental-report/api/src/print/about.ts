import type { PublishedReport } from '@malspar/environmental-report-model';

/** What one must know to read the files, as label and text. The same wording in every format. */
export function aboutLines(report: PublishedReport, sha256: string): [label: string, text: string][] {
  const { plan, correction } = report;
  return [
    ['Rapport', report.title.sv],
    ['Plan', `${plan.title}, ${plan.organisation}`],
    ['Period', `${report.periodText.sv} (${report.start} – ${report.end})`],
    ['Version', String(report.version)],
    ['Publicerad', report.publishedOn.sv],
    ...(correction
      ? ([['Rättelse', `Ersätter version ${correction.ofVersion} (${correction.date}): ${correction.reason}`]] as [
          string,
          string,
        ][])
      : []),
    ...(report.illustrative ? ([['Exempelvärden', ILLUSTRATIVE]] as [string, string][]) : []),
    ...report.gaps.map((gap): [string, string] => ['Rapport saknas', `${gap.areaTitle}, ${gap.period}: ${gap.reason}`]),
    ['Tal', 'Tomma celler betyder att uppgiften saknas. Enheten står i en egen kolumn.'],
    [
      'Ursprung',
      '”Redovisat” har lämnats av den som ansvarar för målområdet, ”Uppgift ur källa” är läst i en namngiven källa.',
    ],
    ['Bedömningar', 'Målbedömning och samlad bedömning görs av människor och räknas aldrig fram ur talen.'],
    ['Kontakt', plan.contact],
    ['Kontrollsumma', `SHA-256 ${sha256} över rapportens JSON`],
    ['Händelselogg', `Kedjans senaste länk när rapporten sattes samman: ${report.auditHead}`],
  ];
}

/** Said wherever example data is shown. */
export const ILLUSTRATIVE =
  'Rapporten innehåller exempelvärden. Uppgifter märkta Exempelvärde är påhittade för att visa hur rapporten ser ut och är inte organisationens egna siffror.';
