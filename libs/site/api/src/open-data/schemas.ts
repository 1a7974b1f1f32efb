import { PublishedEntry, PublishedReport } from '@malspar/environmental-report-model';
import { Problem } from '@malspar/shared-model';
import {
  OpenAmendment,
  OpenApiInfo,
  OpenArea,
  OpenFile,
  OpenIndex,
  OpenIndicator,
  OpenLicense,
  OpenLink,
  openListOf,
  OpenPlan,
  OpenPoint,
  OpenPublication,
  OpenSeries,
  OpenSource,
  OpenTarget,
  OpenVersion,
  OpenVersionSummary,
  OpenWords,
} from '@malspar/site-model';
import * as z from 'zod';

/** Every shape that has a name of its own in the description. */
export const SCHEMAS = {
  Amendment: OpenAmendment,
  Answer: PublishedEntry,
  ApiInfo: OpenApiInfo,
  Area: OpenArea,
  AreaList: openListOf(OpenArea),
  File: OpenFile,
  Index: OpenIndex,
  Indicator: OpenIndicator,
  IndicatorList: openListOf(OpenIndicator),
  License: OpenLicense,
  Link: OpenLink,
  Plan: OpenPlan,
  Point: OpenPoint,
  Problem,
  Publication: OpenPublication,
  PublicationList: openListOf(OpenPublication),
  Report: PublishedReport,
  Series: OpenSeries,
  Source: OpenSource,
  Target: OpenTarget,
  TargetList: openListOf(OpenTarget),
  Version: OpenVersion,
  VersionSummary: OpenVersionSummary,
  VersionSummaryList: openListOf(OpenVersionSummary),
  Words: OpenWords,
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof SCHEMAS;

/** The name of the shape of a page of something. */
export const listOf = (name: SchemaName): SchemaName => {
  const list = `${name}List`;
  if (!(list in SCHEMAS)) throw new Error(`No list of ${name}`);
  return list as SchemaName;
};

/** What is said of shapes that say nothing of themselves. */
const DESCRIPTIONS: Partial<Record<SchemaName, string>> = {
  Answer: 'What was reported of a target for a period: judgement, figures, comment, measure.',
  AreaList: 'A page of focus areas.',
  IndicatorList: 'A page of indicators.',
  Problem: 'Why there is no answer (RFC 9457).',
  PublicationList: 'A page of publications.',
  Report: 'A published version, whole, as it was frozen. Everything else that was published of it is made from this.',
  TargetList: 'A page of targets.',
  VersionSummaryList: 'A page of versions.',
};

/** All of them as JSON Schema (2020-12), each described and referring to the others by name. */
export function jsonSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'output',
    uri: (id) => `#/components/schemas/${id}`,
    // A later release may say more; whoever reads must not be surprised.
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      // That a number is one that JavaScript can count with goes without saying.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const own = Object.entries(schema).filter(([key]) => key !== '$id' && key !== '$schema');
      return [name, { description: DESCRIPTIONS[name as SchemaName], ...Object.fromEntries(own) }];
    }),
  );
}
