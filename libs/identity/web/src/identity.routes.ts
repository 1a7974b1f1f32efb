import type { Routes } from '@angular/router';
import type { AuditCatalogue } from '@malspar/shared-model';
import { provideTextsOf } from '@malspar/shared-web';
import { AUDIT_CATALOGUE } from './data/audit-catalogue';
import { identityTexts } from './i18n';

/** Assignments, people, one's own sessions and the audit log, relative to the internal app's root; each page is a chunk of its own. */
export const identityRoutes = (audit: AuditCatalogue): Routes => [
  {
    path: '',
    providers: provideTextsOf('identity', identityTexts),
    children: [
      {
        path: 'uppdrag',
        loadComponent: () => import('./feature-assignments/assignments-page').then((m) => m.AssignmentsPage),
      },
      { path: 'personer', loadComponent: () => import('./feature-people/people-page').then((m) => m.PeoplePage) },
      {
        path: 'mina-inloggningar',
        loadComponent: () => import('./feature-own-sessions/own-sessions-page').then((m) => m.OwnSessionsPage),
      },
      {
        path: 'logg',
        providers: [{ provide: AUDIT_CATALOGUE, useValue: audit }],
        loadComponent: () => import('./feature-audit/audit-page').then((m) => m.AuditPage),
      },
    ],
  },
];
