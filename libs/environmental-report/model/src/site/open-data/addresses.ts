import type { OpenDataAddress } from '@malspar/site-model';
import type { ReportSite } from '../report-site.js';
import { reportDataPath } from './address.js';
import { openTargets } from './responses.js';

const ADDRESSES = {
  plan: {
    sv: 'Planen med övergripande mål, skalor och ändringar.',
    en: 'The plan with overarching goals, scales and amendments.',
  },
  areas: { sv: 'Målområden med samlade bedömningar.', en: 'Focus areas with their overall verdicts.' },
  targets: { sv: 'Mål med senaste redovisning.', en: 'Targets with what was last reported.' },
  indicators: {
    sv: 'Indikatorer med utgångsvärde, målvärde och alla utfall.',
    en: 'Indicators with baseline, target value and every figure.',
  },
  series: {
    sv: 'En indikators utfall som CSV. Byt ut koden mot ett annat måls.',
    en: 'An indicator’s figures as CSV. Replace the code with another target’s.',
  },
  publications: {
    sv: 'Allt som har publicerats, senaste perioden först.',
    en: 'Everything that has been published, latest period first.',
  },
  version: {
    sv: 'En version av en rapport, med filernas adresser, storlekar och kontrollsummor.',
    en: 'One version of a report, with addresses, sizes and checksums of its files.',
  },
} as const;

/** What the page about the open data lists; `site` null while nothing is published. */
export function reportDataAddresses(site: ReportSite | null): OpenDataAddress[] {
  const report = site?.latest.report;
  const sample = sampleDataPath(site);
  return [
    ...(report ? [{ path: reportDataPath.plan, text: ADDRESSES.plan }] : []),
    { path: reportDataPath.areas, text: ADDRESSES.areas },
    { path: reportDataPath.targets, text: ADDRESSES.targets },
    { path: reportDataPath.indicators, text: ADDRESSES.indicators },
    ...(sample === null ? [] : [{ path: sample, text: ADDRESSES.series }]),
    { path: reportDataPath.publications, text: ADDRESSES.publications },
    ...(report ? [{ path: reportDataPath.version(report.period, report.version), text: ADDRESSES.version }] : []),
  ];
}

/** A series of the first target that has one. */
export function sampleDataPath(site: ReportSite | null): string | null {
  const held = openTargets({ site, origin: '' }).find(({ target }) => target.series.length > 0);
  return held ? reportDataPath.seriesCsv(held.target.code) : null;
}
