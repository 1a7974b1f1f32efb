import { HttpResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { signal, type Type } from '@angular/core';
import { provideRouter } from '@angular/router';
import { planTexts } from '@malspar/plan-web';
import { provideTextsOf, Session } from '@malspar/shared-web';
import { render, waitFor } from '@testing-library/angular';
import { of } from 'rxjs';
import { AreaPage } from '../feature-area/area-page';
import { BoardPage } from '../feature-board/board-page';
import { CheckPage } from '../feature-check/check-page';
import { PlanPage } from '../feature-plan/plan-page';
import { ReportPage } from '../feature-report/report-page';
import { ReviewPage } from '../feature-review/review-page';
import { TargetPage } from '../feature-target/target-page';
import { VERDICT_STEP, YEAR_STEP } from '../field-names';
import { markedApi, type Marking } from './marked-app';
import { aSummary } from './report-fixture';
import { withTexts } from './texts';

const { id, focusArea } = aSummary();
const reportPage = (mal: string, canWrite: boolean): MarkedPage => [
  `${canWrite ? 'the form' : 'the report as read'}, ${mal}`,
  ReportPage,
  { id, mal },
  canWrite,
];
export type MarkedPage = readonly [
  name: string,
  page: Type<unknown>,
  inputs: Readonly<Record<string, string>>,
  canWrite?: boolean,
];

/** Every page that shows what the plan or a report says. */
export const MARKED_PAGES: readonly MarkedPage[] = [
  ...[true, false].flatMap((canWrite) => ['R1', VERDICT_STEP, YEAR_STEP].map((step) => reportPage(step, canWrite))),
  ['the check before handing in', CheckPage, { id }, true],
  ['the review', ReviewPage, { id }],
  ['the board', BoardPage, {}],
  ['all years', BoardPage, { vy: 'ar' }],
  ['the plan', PlanPage, {}],
  ['an area', AreaPage, { slug: focusArea.slug }],
  ['a target', TargetPage, { code: 'R1' }],
];

/** The page with all that it loads, from an API where everything is an example or everything a fact. */
export async function openMarked([, page, inputs, canWrite = false]: MarkedPage, marking: Marking): Promise<Element> {
  localStorage.clear();
  const api = markedApi(marking, { canWrite });
  const me = { email: 'anna@example.org', roles: [], permissions: [] };
  const { container } = await render(page, {
    providers: [
      provideHttpClient(
        withInterceptors([({ url }) => of(new HttpResponse({ body: api[url.replace('/api/v1/', '')], status: 200 }))]),
      ),
      provideRouter([]),
      withTexts(),
      provideTextsOf('plan', planTexts),
      { provide: Session, useValue: { me: signal(me) } },
    ],
    inputs: { ...inputs },
  });
  await waitFor(() => {
    expect(container.querySelector('ms-assessment, ms-verdict')).not.toBeNull();
    expect(container.querySelector('ms-loading')).toBeNull();
    expect(container.querySelector('ms-problem')?.textContent).toBeUndefined();
  });
  // What is folded is a part of the page.
  container.querySelectorAll('details').forEach((each) => (each.open = true));
  return container;
}
