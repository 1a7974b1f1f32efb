import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

const texts = {
  sv: () => import('../i18n/sv.json').then((file) => file.default),
  en: () => import('../i18n/en.json').then((file) => file.default),
};

/** The pages where reports are published and corrected, relative to the internal app's root. */
export const publicationRoutes: Routes = [
  {
    path: 'publicering',
    providers: [provideTranslocoScope({ scope: 'publication', loader: texts })],
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
  {
    path: 'synpunkter',
    providers: [provideTranslocoScope({ scope: 'publication', loader: texts })],
    loadComponent: () => import('./feature-feedback/feedback-page').then((m) => m.FeedbackPage),
  },
];
