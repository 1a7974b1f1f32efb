import { Decimal, requiredText } from '@malspar/shared-model';
import * as z from 'zod';
import { uncleanTexts } from './unclean-texts.js';

it('finds every text that is taken as it comes, wherever it stands', () => {
  const schema = z.strictObject({
    clean: requiredText(20).nullable().default(null),
    code: z.enum(['a', 'b']),
    number: Decimal,
    raw: z.string(),
    list: z.array(z.object({ trimmed: z.string().trim().optional() })),
    map: z.record(z.string(), z.string()),
    either: z.union([z.uuid(), z.string().max(9)]),
    renamed: z.string().transform((text) => text.toUpperCase()),
    guessed: z.preprocess((value) => value, z.strictObject({ raw: z.string() })),
  });
  expect(uncleanTexts(schema)).toEqual([
    ...['/raw', '/list/*/trimmed', '/map/{key}', '/map/*', '/either', '/renamed', '/guessed/raw'],
  ]);
});
