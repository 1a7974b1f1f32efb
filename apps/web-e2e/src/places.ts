import { expect, type Page } from '@playwright/test';
import type { PersonKey } from './people.js';

export interface Place {
  readonly name: string;
  readonly as: PersonKey;
  /** Where it is; a function where the address holds an id. */
  readonly path: string | ((page: Page) => Promise<string>);
}

interface Reports {
  readonly items: readonly {
    readonly id: string;
    readonly state: string;
    readonly focusArea: { readonly slug: string };
  }[];
}

/** The address of a page about the first of the person's reports in that state. */
const ofReport = (state: string, rest: string) => async (page: Page) => {
  const answer = await page.request.get(`/api/v1/reports?mine=true&limit=100&state=${state}`);
  const { items } = (await answer.json()) as Reports;
  const [first] = items;
  if (!first) throw new Error(`There is no report in the state ${state}.`);
  return `/app/rapporter/${first.id}${rest}`;
};

/** Every kind of page in the internal app, seen by somebody who uses it. */
export const places: readonly Place[] = [
  { name: 'start, owner', as: 'owner-6', path: '/app/' },
  { name: 'report form', as: 'owner-6', path: ofReport('draft', '') },
  { name: 'report form, verdict', as: 'owner-6', path: ofReport('draft', '?mal=bedomning') },
  { name: 'report form, year', as: 'owner-6', path: ofReport('draft', '?mal=aret') },
  { name: 'check page', as: 'owner-6', path: ofReport('draft', '/kontroll') },
  { name: 'report form, returned', as: 'owner-4', path: ofReport('returned', '') },
  { name: 'report form, approved', as: 'owner-5', path: ofReport('approved', '') },
  { name: 'start, manager', as: 'manager-1', path: '/app/' },
  { name: 'queue', as: 'manager-1', path: '/app/granskning' },
  { name: 'review', as: 'manager-1', path: ofReport('submitted', '/granska') },
  { name: 'history', as: 'coordinator', path: ofReport('endorsed', '/historik') },
  { name: 'review before approval', as: 'coordinator', path: ofReport('endorsed', '/granska') },
  { name: 'board', as: 'coordinator', path: '/app/oversikt' },
  { name: 'board, all years', as: 'coordinator', path: '/app/oversikt?vy=ar' },
  { name: 'publications', as: 'coordinator', path: '/app/publicering' },
  { name: 'publishing a period', as: 'coordinator', path: '/app/publicering/2025-Q4' },
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

export async function goTo(page: Page, place: Place): Promise<void> {
  await page.goto(typeof place.path === 'string' ? place.path : await place.path(page));
  await page.locator('h1').first().waitFor();
  await expect(page.locator('ms-loading')).toHaveCount(0);
}
