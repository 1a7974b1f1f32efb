import type { Routes } from '@angular/router';
import { provideTextsOf } from '@malspar/shared-web';

const texts = {
  sv: async () => (await import('../i18n/sv.json')).default,
  en: async () => (await import('../i18n/en.json')).default,
};

/** The pages where the public site is looked after, relative to the app's root. */
export const siteRoutes: Routes = [
  {
    path: 'webbplatsen',
    providers: provideTextsOf('site', texts),
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
