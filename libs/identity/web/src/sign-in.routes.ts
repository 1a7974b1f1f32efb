import type { Routes } from '@angular/router';
import { provideTextsOf } from '@malspar/shared-web';
import { identityTexts } from './i18n';

/** The pages about sign-in itself, open without a session; relative to the internal app's root. */
export const signInRoutes: Routes = [
  {
    path: '',
    providers: provideTextsOf('identity', identityTexts),
    children: [
      { path: 'ingen-behorighet', loadComponent: () => import('./feature-sign-in/no-access').then((m) => m.NoAccess) },
      {
        path: 'inloggning-misslyckades',
        loadComponent: () => import('./feature-sign-in/sign-in-failed').then((m) => m.SignInFailed),
      },
      { path: 'utloggad', loadComponent: () => import('./feature-sign-in/signed-out').then((m) => m.SignedOut) },
    ],
  },
];
