import type { Words } from '@malspar/figures-model';
import type { OpenLink } from './shapes.js';

/** Said in every answer that holds example data. */
const EXAMPLE_NOTICE: Words = {
  sv: 'Svaret innehåller exempelvärden: uppgifter med ursprunget illustrative är påhittade och är inte organisationens egna.',
  en: 'The answer holds example values: what has the provenance illustrative is made up and is not the organisation’s own.',
};

/** The answer with its links, and with a notice if anything in it is an example. */
export const openResponse = <T extends object>(content: T, links: readonly OpenLink[]) => ({
  ...content,
  notice: holdsExamples(content) ? EXAMPLE_NOTICE : null,
  links: [...links],
});

function holdsExamples(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsExamples);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, part]) =>
      (/provenance$/i.test(key) && part === 'illustrative') ||
      (key === 'illustrative' && part === true) ||
      holdsExamples(part),
  );
}

/** A page of a list at the address, with ways to the pages around it. */
export function openListResponse<T>(address: string, all: readonly T[], page: number, limit: number) {
  const last = Math.max(1, Math.ceil(all.length / limit));
  const at = (rel: string, number: number): OpenLink => ({ rel, href: `${address}?page=${number}&limit=${limit}` });
  return openResponse({ items: all.slice((page - 1) * limit, page * limit), page, limit, total: all.length }, [
    at('self', page),
    at('first', 1),
    ...(page > 1 ? [at('prev', Math.min(page - 1, last))] : []),
    ...(page < last ? [at('next', page + 1)] : []),
    at('last', last),
  ]);
}
