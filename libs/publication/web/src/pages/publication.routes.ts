import type { Routes } from '@angular/router';
import type { Translation } from '@jsverse/transloco';
import { provideTextsOf } from '@malspar/shared-web';

const merged = async (files: readonly Promise<{ default: Translation }>[]): Promise<Translation> =>
  Object.assign({}, ...(await Promise.all(files)).map((file) => file.default)) as Translation;

const texts = {
  sv: () => merged([import('../i18n/sv.json'), import('../i18n/site.sv.json')]),
  en: () => merged([import('../i18n/en.json'), import('../i18n/site.en.json')]),
};

/** The pages where reports are published and corrected and the site is looked after, relative to the app's root. */
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
  {
    path: 'synpunkter',
    providers: provideTextsOf('publication', texts),
    loadComponent: () => import('./feature-feedback/feedback-page').then((m) => m.FeedbackPage),
  },
  {
    path: 'webbplatsen',
    providers: provideTextsOf('publication', texts),
    loadComponent: () => import('./feature-site/site-page').then((m) => m.SitePage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./feature-site/documents-page').then((m) => m.DocumentsPage),
      },
      {
        path: 'tillganglighet',
        loadComponent: () => import('./feature-site/statement-page').then((m) => m.StatementPage),
      },
    ],
  },
];
