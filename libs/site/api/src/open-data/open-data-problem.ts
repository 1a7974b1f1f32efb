import { type ProblemDescription, problemOf } from '@malspar/shared-api';
import { OPEN_DATA_ROOT } from '@malspar/site-model';

const DETAILS: Readonly<Record<string, string>> = {
  'bad-request':
    'I errors står vilken parameter det gäller. Listor tar page (från 1) och limit (1–100); andra adresser tar inga.',
  'not-found': `Det finns inte, eller är inte publicerat. Alla adresser står i ${OPEN_DATA_ROOT}/openapi.json.`,
  'method-not-allowed': 'Öppna data läses med GET, HEAD eller OPTIONS.',
  'not-acceptable': 'Svaret finns okodat, och packat med br eller gzip.',
  unavailable: 'Inget har lästs in än och databasen svarar inte. Retry-After säger när det går att försöka igen.',
  unexpected: 'Felet är inte ditt, och det är antecknat.',
};

/** What is wrong, as `problemOf`, with what the caller can do about it. */
export function openDataProblem(error: unknown): ProblemDescription & { readonly detail: string } {
  const problem = problemOf(error);
  return { ...problem, detail: problem.detail ?? DETAILS[problem.type] ?? problem.title };
}
