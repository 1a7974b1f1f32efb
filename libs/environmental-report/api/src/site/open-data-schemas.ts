import {
  OpenAmendment,
  OpenArea,
  OpenFile,
  OpenIndicator,
  OpenPlan,
  OpenPoint,
  OpenPublication,
  OpenSeries,
  OpenSource,
  OpenTarget,
  OpenVersion,
  OpenVersionSummary,
  PublishedEntry,
  PublishedReport,
} from '@malspar/environmental-report-model';
import { openListOf, type OpenSchema } from '@malspar/site-model';

/** Every shape of the report's open data that has a name of its own in the description. */
export const reportSchemas = {
  Amendment: { schema: OpenAmendment },
  Answer: {
    schema: PublishedEntry,
    description: 'What was reported of a target for a period: judgement, figures, comment, measure.',
  },
  Area: { schema: OpenArea },
  AreaList: { schema: openListOf(OpenArea), description: 'A page of focus areas.' },
  File: { schema: OpenFile },
  Indicator: { schema: OpenIndicator },
  IndicatorList: { schema: openListOf(OpenIndicator), description: 'A page of indicators.' },
  Plan: { schema: OpenPlan },
  Point: { schema: OpenPoint },
  Publication: { schema: OpenPublication },
  PublicationList: { schema: openListOf(OpenPublication), description: 'A page of publications.' },
  Report: {
    schema: PublishedReport,
    description:
      'A published version, whole, as it was frozen. Everything else that was published of it is made from this.',
  },
  Series: { schema: OpenSeries },
  Source: { schema: OpenSource },
  Target: { schema: OpenTarget },
  TargetList: { schema: openListOf(OpenTarget), description: 'A page of targets.' },
  Version: { schema: OpenVersion },
  VersionSummary: { schema: OpenVersionSummary },
  VersionSummaryList: { schema: openListOf(OpenVersionSummary), description: 'A page of versions.' },
} as const satisfies Record<string, OpenSchema>;

export type ReportSchemaName = keyof typeof reportSchemas;
