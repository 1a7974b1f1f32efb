import type { Routes } from '@angular/router';
import { NotFound, signedIn } from '@malspar/shared-web';

/** With what every domain logs, which the page of the log names. */
async function identityPages(): Promise<Routes> {
  const [{ identityRoutes }, { auditCatalogue }] = await Promise.all([
    import('@malspar/identity-web'),
    import('./audit-catalogue'),
  ]);
  return identityRoutes(auditCatalogue);
}

/** The internal app. Everything but the pages about sign-in itself needs somebody who is signed in. */
export const routes: Routes = [
  { path: 'no-access', redirectTo: 'ingen-behorighet' },
  { path: 'sign-in-failed', redirectTo: 'inloggning-misslyckades' },
  { path: 'signed-out', redirectTo: 'utloggad' },
  {
    path: '',
    canActivateChild: [signedIn],
    children: [
      { path: '', loadChildren: () => import('@malspar/reporting-web').then((m) => m.reportingRoutes) },
      { path: '', loadChildren: identityPages },
      { path: '', loadChildren: () => import('@malspar/publication-web').then((m) => m.publicationRoutes) },
      { path: '', loadChildren: () => import('@malspar/site-web/pages').then((m) => m.siteRoutes) },
      { path: '', loadChildren: () => import('@malspar/feedback-web').then((m) => m.feedbackRoutes) },
    ],
  },
  // After the others: a group of pages without a path of its own also answers to the empty address.
  { path: '', loadChildren: () => import('@malspar/identity-web').then((m) => m.signInRoutes) },
  {
    path: '**',
    canActivate: [signedIn],
    component: NotFound,
  },
];
