import type { AccessibilityStatement } from './accessibility-statement.js';

/**
 * The statement that counts until somebody has saved one: what is true of the site as it is built, and no more than has
 * been tried. Whoever answers for the site has to go through it and make it their own.
 */
export const defaultStatement: AccessibilityStatement = {
  conformance: 'partial',
  standard: 'EN 301 549 V3.2.1',
  standardDate: '2021-03',
  method: 'self',
  assessor: '',
  assessedOn: '2026-11-25',
  procedure: {
    sv: 'Varje slags sida har prövats med automatiska kontroller (axe) i en webbläsare, på bred och smal skärm, i ljust och mörkt läge och utan skript. Ingen oberoende granskning är gjord, och webbplatsen är inte prövad av personer som använder hjälpmedel. Rapporternas PDF-filer är satta enligt PDF/UA-1 men är inte granskade med något annat program än det som satte dem.',
    en: 'Every kind of page has been tried with automatic checks (axe) in a browser, on wide and narrow screens, in light and dark mode and without scripts. No independent audit has been made, and the site has not been tried by people who use assistive technology. The PDF files of the reports are set according to PDF/UA-1 but have not been checked with any other program than the one that set them.',
  },
  failures: [
    {
      what: {
        sv: 'Rapporternas texter, målens och målområdenas namn är på planens språk, också på sidor på ett annat språk.',
        en: 'The texts of the reports and the names of targets and focus areas are in the language of the plan, also on pages in another one.',
      },
      where: {
        sv: 'Alla sidor på engelska, och rapporterna som PDF',
        en: 'All pages in English, and the reports as PDF',
      },
      // Marked with its language in the page, so that 3.1.2 holds; what lacks is a translation, which no criterion demands.
      criteria: [],
      reason: 'not_yet',
      motivation: { sv: '', en: '' },
      plannedFor: null,
      alternative: {
        sv: 'Figurer, tabeller, bedömningar och rubriker finns på engelska. Skriv till oss om du behöver en text översatt.',
        en: 'Charts, tables, assessments and headings are in English. Write to us if you need a text translated.',
      },
    },
    {
      what: {
        sv: 'I PDF-filernas tabeller är radernas första cell märkt som vanlig cell och inte som radrubrik. Kolumnernas rubriker är märkta.',
        en: 'In the tables of the PDF files the first cell of each row is tagged as an ordinary cell and not as a row header. The column headers are tagged.',
      },
      where: { sv: 'Rapporterna som PDF', en: 'The reports as PDF' },
      criteria: ['1.3.1'],
      reason: 'not_yet',
      motivation: {
        sv: 'Programmet som sätter PDF-filerna kan inte märka radrubriker ännu.',
        en: 'The program that sets the PDF files cannot tag row headers yet.',
      },
      plannedFor: null,
      alternative: {
        sv: 'Samma rapport finns som webbsida, där raderna har rubriker, och som Excel och CSV.',
        en: 'The same report is there as a web page, where the rows have headers, and as Excel and CSV.',
      },
    },
    {
      what: {
        sv: 'Planens egna dokument läggs upp så som de är. Om varje fil är uppmärkt för skärmläsare kontrolleras inte av systemet.',
        en: 'The plan’s own documents are put here as they are. The system does not check whether each file is tagged for screen readers.',
      },
      where: { sv: 'Dokument på första sidan och på plansidan', en: 'Documents on the first page and the plan page' },
      criteria: ['1.1.1', '1.3.1', '1.3.2'],
      reason: 'not_yet',
      motivation: { sv: '', en: '' },
      plannedFor: null,
      alternative: {
        sv: 'Planens mål, målområden och mål står också på webbplatsens sidor. Skriv till oss om du behöver ett dokument i annan form.',
        en: 'The plan’s goals, focus areas and targets are on the pages of the site too. Write to us if you need a document in another form.',
      },
    },
  ],
  contact: '',
  phone: '',
  responseDays: 5,
};
