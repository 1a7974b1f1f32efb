import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { identityTexts } from './i18n';

/** Assignments and the audit log, relative to the internal app's root; each page is a chunk of its own. */
export const identityRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope({ scope: 'identity', loader: identityTexts })],
    children: [
      {
        path: 'uppdrag',
        loadComponent: () => import('./feature-assignments/assignments-page').then((m) => m.AssignmentsPage),
      },
      { path: 'logg', loadComponent: () => import('./feature-audit/audit-page').then((m) => m.AuditPage) },
    ],
  },
];
