import type { Routes } from '@angular/router';
import { provideTextsOf } from '@malspar/shared-web';

const texts = {
  sv: async () => (await import('../i18n/sv.json')).default,
  en: async () => (await import('../i18n/en.json')).default,
};

/** The pages where reports are published and corrected, relative to the app's root. */
export const publicationRoutes: Routes = [
  {
    path: 'publicering',
    providers: provideTextsOf('publication', texts),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./feature-list/list-page').then((m) => m.ListPage),
      },
      {
        path: ':period',
        pathMatch: 'full',
        loadComponent: () => import('./feature-compose/compose-page').then((m) => m.ComposePage),
      },
      {
        path: ':period/ratta',
        loadComponent: () => import('./feature-correct/correct-page').then((m) => m.CorrectPage),
      },
    ],
  },
];
