import type { Routes } from '@angular/router';
import { provideTextsOf } from '@malspar/shared-web';
import { reportingTexts } from './i18n';

// Not imported outright: the plan's components would come along with the routes.
const planTexts = {
  sv: () => import('@malspar/plan-web').then(({ planTexts }) => planTexts.sv()),
  en: () => import('@malspar/plan-web').then(({ planTexts }) => planTexts.en()),
};

/** The pages of the reporting domain, relative to the internal app's root; each page is a chunk of its own. */
export const reportingRoutes: Routes = [
  {
    path: '',
    providers: provideTextsOf('reporting', reportingTexts),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./feature-start/start-page').then((m) => m.StartPage),
      },
      {
        path: 'rapporter/:id',
        pathMatch: 'full',
        loadComponent: () => import('./feature-report/report-page').then((m) => m.ReportPage),
      },
      {
        path: 'rapporter/:id/kontroll',
        loadComponent: () => import('./feature-check/check-page').then((m) => m.CheckPage),
      },
      {
        path: 'rapporter/:id/granska',
        loadComponent: () => import('./feature-review/review-page').then((m) => m.ReviewPage),
      },
      {
        path: 'rapporter/:id/historik',
        loadComponent: () => import('./feature-timeline/timeline-page').then((m) => m.TimelinePage),
      },
      {
        path: 'granskning',
        loadComponent: () => import('./feature-review/queue-page').then((m) => m.QueuePage),
      },
      {
        path: 'oversikt',
        loadComponent: () => import('./feature-board/board-page').then((m) => m.BoardPage),
      },
      {
        path: '',
        providers: [...provideTextsOf('reporting', reportingTexts), ...provideTextsOf('plan', planTexts)],
        children: [
          { path: 'plan', loadComponent: () => import('./feature-plan/plan-page').then((m) => m.PlanPage) },
          {
            path: 'malomraden/:slug',
            loadComponent: () => import('./feature-area/area-page').then((m) => m.AreaPage),
          },
          { path: 'mal/:code', loadComponent: () => import('./feature-target/target-page').then((m) => m.TargetPage) },
        ],
      },
    ],
  },
];
