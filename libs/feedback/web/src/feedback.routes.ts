import type { Routes } from '@angular/router';
import { provideTextsOf } from '@malspar/shared-web';

const texts = {
  sv: async () => (await import('./i18n/sv.json')).default,
  en: async () => (await import('./i18n/en.json')).default,
};

/** What visitors have answered, relative to the app's root. */
export const feedbackRoutes: Routes = [
  {
    path: 'synpunkter',
    providers: provideTextsOf('feedback', texts),
    loadComponent: () => import('./feature-feedback/feedback-page').then((m) => m.FeedbackPage),
  },
];
