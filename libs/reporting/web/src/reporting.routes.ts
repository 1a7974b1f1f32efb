import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { reportingTexts } from './i18n';

/** The pages of the reporting domain, relative to the internal app's root; each page is a chunk of its own. */
export const reportingRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope({ scope: 'reporting', loader: reportingTexts })],
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
    ],
  },
];
