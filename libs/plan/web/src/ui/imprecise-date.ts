type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** A date as exactly as it is known, taken apart: `text` for a day, month or year, or a season of a year. */
export type KnownDate =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'season'; readonly season: Season; readonly year: string };

const SEASON = /^(\d{4})-(spring|summer|autumn|winter)$/;

/** Reads `2023`, `2021-06`, `2021-06-22` or `2023-autumn`; anything else stands as it is. */
export function knownDate(date: string, language: string): KnownDate {
  const [, year, season] = SEASON.exec(date) ?? [];
  if (year && season) return { kind: 'season', season: season as Season, year };
  const locale = language === 'en' ? 'en-GB' : 'sv-SE';
  const write = (iso: string, options: Intl.DateTimeFormatOptions): KnownDate => ({
    kind: 'text',
    text: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${iso}T00:00:00Z`)),
  });
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return write(date, { dateStyle: 'long' });
  if (/^\d{4}-\d{2}$/.test(date)) return write(`${date}-01`, { month: 'long', year: 'numeric' });
  return { kind: 'text', text: date };
}
