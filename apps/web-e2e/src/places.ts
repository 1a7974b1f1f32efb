import { expect, type Page } from '@playwright/test';
import type { PersonKey } from './people.js';

export interface Place {
  readonly name: string;
  readonly as: PersonKey;
  /** Where it is; `:id` is that of a report. */
  readonly path: string;
  /** The state of the report that it is about. */
  readonly report?: string;
}

interface Reports {
  readonly items: readonly {
    readonly id: string;
    readonly state: string;
    readonly focusArea: { readonly slug: string };
  }[];
}

/**
 * Every kind of page in the internal app, seen by somebody who uses it. `domains.spec` in apps/web reads the paths here, and
 * says which page has no place.
 */
export const places: readonly Place[] = [
  { name: 'start, owner', as: 'owner-6', path: '/app/' },
  { name: 'report form', as: 'owner-6', path: '/app/rapporter/:id', report: 'draft' },
  { name: 'report form, verdict', as: 'owner-6', path: '/app/rapporter/:id?mal=bedomning', report: 'draft' },
  { name: 'report form, year', as: 'owner-6', path: '/app/rapporter/:id?mal=aret', report: 'draft' },
  { name: 'check page', as: 'owner-6', path: '/app/rapporter/:id/kontroll', report: 'draft' },
  { name: 'report form, returned', as: 'owner-4', path: '/app/rapporter/:id', report: 'returned' },
  { name: 'report form, approved', as: 'owner-5', path: '/app/rapporter/:id', report: 'approved' },
  { name: 'start, manager', as: 'manager-1', path: '/app/' },
  { name: 'queue', as: 'manager-1', path: '/app/granskning' },
  { name: 'review', as: 'manager-1', path: '/app/rapporter/:id/granska', report: 'submitted' },
  { name: 'history', as: 'coordinator', path: '/app/rapporter/:id/historik', report: 'endorsed' },
  { name: 'review before approval', as: 'coordinator', path: '/app/rapporter/:id/granska', report: 'endorsed' },
  { name: 'board', as: 'coordinator', path: '/app/oversikt' },
  { name: 'board, all years', as: 'coordinator', path: '/app/oversikt?vy=ar' },
  { name: 'publications', as: 'coordinator', path: '/app/publicering' },
  { name: 'publishing a period', as: 'coordinator', path: '/app/publicering/2025-Q4' },
  { name: 'correcting a report', as: 'coordinator', path: '/app/publicering/2025-Q3/ratta' },
  { name: 'feedback', as: 'coordinator', path: '/app/synpunkter' },
  { name: 'feedback, suspicious, about one page', as: 'admin', path: '/app/synpunkter?visa=misstankta&om=/rapporter' },
  { name: 'website, documents', as: 'admin', path: '/app/webbplatsen' },
  { name: 'website, accessibility statement', as: 'admin', path: '/app/webbplatsen/tillganglighet' },
  { name: 'website, to read', as: 'coordinator', path: '/app/webbplatsen' },
  { name: 'plan', as: 'viewer', path: '/app/plan' },
  { name: 'focus area', as: 'viewer', path: '/app/malomraden/lakemedel' },
  { name: 'target', as: 'viewer', path: '/app/mal/L1' },
  { name: 'target with milestones', as: 'viewer', path: '/app/mal/B2' },
  { name: 'assignments', as: 'coordinator', path: '/app/uppdrag' },
  { name: 'people', as: 'admin', path: '/app/personer' },
  { name: 'own sessions', as: 'owner-6', path: '/app/mina-inloggningar' },
  { name: 'audit log', as: 'coordinator', path: '/app/logg' },
  { name: 'no access', as: 'no-role', path: '/app/ingen-behorighet' },
  { name: 'sign-in failed', as: 'no-role', path: '/app/inloggning-misslyckades?reason=unknown-state' },
  { name: 'signed out', as: 'no-role', path: '/app/utloggad' },
  { name: 'not found', as: 'viewer', path: '/app/finns-inte' },
];

/** The address of the page, about the first of the person's reports in the state that the place names. */
async function addressOf(page: Page, { path, report }: Place): Promise<string> {
  if (!report) return path;
  const response = await page.request.get(`/api/v1/reports?mine=true&limit=100&state=${report}`);
  const { items } = (await response.json()) as Reports;
  const [first] = items;
  if (!first) throw new Error(`There is no report in the state ${report}.`);
  return path.replace(':id', first.id);
}

export async function goTo(page: Page, place: Place): Promise<void> {
  await page.goto(await addressOf(page, place));
  await page.locator('h1').first().waitFor();
  await expect(page.locator('ms-loading')).toHaveCount(0);
}
