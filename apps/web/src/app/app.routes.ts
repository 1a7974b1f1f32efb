import type { Routes } from '@angular/router';
import { signedIn } from '@malspar/shared-web';

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
      { path: '', loadChildren: () => import('@malspar/identity-web').then((m) => m.identityRoutes) },
      { path: '', loadChildren: () => import('@malspar/publication-web/pages').then((m) => m.publicationRoutes) },
    ],
  },
  // After the others: a group of pages without a path of its own also answers to the empty address.
  { path: '', loadChildren: () => import('@malspar/identity-web').then((m) => m.signInRoutes) },
  {
    path: '**',
    canActivate: [signedIn],
    loadComponent: () => import('./not-found').then((m) => m.NotFound),
  },
];
