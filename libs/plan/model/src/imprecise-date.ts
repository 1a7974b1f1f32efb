import { PlainDate } from '@malspar/shared-model';
import * as z from 'zod';

/** First month of each season, as the Swedish meteorological institute counts them. */
const SEASON_START = { spring: '03', summer: '06', autumn: '09', winter: '12' } as const;

const SHAPE = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?|-(spring|summer|autumn|winter))?$/;

const exists = (text: string): boolean => !/^\d{4}-\d{2}-\d{2}$/.test(text) || PlainDate.safeParse(text).success;

/** When something was decided, as exactly as it is known: a day, a month, a season (`2023-autumn`) or a year. */
export const ImpreciseDate = z
  .string()
  .regex(SHAPE, { error: 'not-a-date' })
  .refine(exists, { error: 'no-such-date', abort: true });
export type ImpreciseDate = z.infer<typeof ImpreciseDate>;

/**
 * The first day an imprecise date counts from: the day itself, else the first day of the month, season or year.
 * Seasons begin on 1 March, 1 June, 1 September and 1 December. Throws `RangeError` when it is no such date.
 */
export function validFromOf(date: ImpreciseDate): PlainDate {
  if (!ImpreciseDate.safeParse(date).success) throw new RangeError(`Not a date: ${date}`);
  const [year, part, day] = date.split('-');
  if (part === undefined) return `${year}-01-01`;
  const month = SEASON_START[part as keyof typeof SEASON_START] ?? part;
  return `${year}-${month}-${day ?? '01'}`;
}
