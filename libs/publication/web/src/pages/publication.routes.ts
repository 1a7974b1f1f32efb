import type { CanMatchFn, Routes } from '@angular/router';
import { PeriodCode } from '@malspar/shared-model';
import { provideTextsOf } from '@malspar/shared-web';

const texts = {
  sv: async () => (await import('../i18n/sv.json')).default,
  en: async () => (await import('../i18n/en.json')).default,
};

/** Where the address does not name a period there is no page: its parts may take the period as one. */
const namesPeriod: CanMatchFn = (_route, [period]) => PeriodCode.safeParse(period?.path).success;

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
        canMatch: [namesPeriod],
        loadComponent: () => import('./feature-compose/compose-page').then((m) => m.ComposePage),
      },
      {
        path: ':period/ratta',
        canMatch: [namesPeriod],
        loadComponent: () => import('./feature-correct/correct-page').then((m) => m.CorrectPage),
      },
    ],
  },
];
