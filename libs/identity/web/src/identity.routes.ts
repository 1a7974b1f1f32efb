import type { Routes } from '@angular/router';
import { provideTextsOf } from '@malspar/shared-web';
import { identityTexts } from './i18n';

/** Assignments and the audit log, relative to the internal app's root; each page is a chunk of its own. */
export const identityRoutes: Routes = [
  {
    path: '',
    providers: provideTextsOf('identity', identityTexts),
    children: [
      {
        path: 'uppdrag',
        loadComponent: () => import('./feature-assignments/assignments-page').then((m) => m.AssignmentsPage),
      },
      { path: 'logg', loadComponent: () => import('./feature-audit/audit-page').then((m) => m.AuditPage) },
    ],
  },
];
