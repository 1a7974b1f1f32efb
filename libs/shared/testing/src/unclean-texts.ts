import { cleanText } from '@malspar/shared-model';
import type * as z from 'zod';

/** What no text may keep: a bidi override, a zero byte, a word processor's bullet. */
const DIRTY = 'x\u202ey\u0000 \uf0b7';

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

/** Places in a request's schema where a text is taken as it comes, rather than through `requiredText` and its family. */
export function uncleanTexts(schema: Schema, path = ''): string[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'string') return takesAsItComes(schema) ? [path] : [];
  if (def.type === 'pipe') return ofPipe(schema, def.in, def.out, path);
  return partsOf(def).flatMap(([step, part]) => uncleanTexts(part, `${path}${step}`));
}

function ofPipe(schema: Schema, into: Schema, out: Schema, path: string): string[] {
  const { type } = (into as z.core.$ZodTypes)._zod.def;
  if (type === 'transform') return uncleanTexts(out, path);
  return type === 'string' || type === 'pipe' ? (takesAsItComes(schema) ? [path] : []) : uncleanTexts(into, path);
}

// Codes, dates and choices refuse the text; what takes it must have cleaned it.
function takesAsItComes(schema: Schema): boolean {
  const result = (schema as z.ZodType).safeParse(DIRTY);
  return result.success && typeof result.data === 'string' && result.data !== cleanText(DIRTY);
}

function partsOf(def: Def): readonly (readonly [string, Schema])[] {
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).map(([key, part]) => [`/${key}`, part] as const);
    case 'array':
      return [['/*', def.element]];
    case 'record':
      return [
        ['/{key}', def.keyType],
        ['/*', def.valueType],
      ];
    case 'union':
      return def.options.map((option) => ['', option] as const);
    case 'tuple':
      return def.items.map((item, index) => [`/${index}`, item] as const);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return [['', def.innerType]];
    case 'lazy':
      return [['', def.getter()]];
    default:
      return [];
  }
}
