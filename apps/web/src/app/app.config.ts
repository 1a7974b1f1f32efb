import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject, provideAppInitializer, provideZonelessChangeDetection } from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import {
  bidiInterceptor,
  LanguageChoice,
  provideFocus,
  provideTexts,
  Session,
  signedOutInterceptor,
} from '@malspar/shared-web';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideHttpClient(withInterceptors([signedOutInterceptor, bidiInterceptor])),
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled' })),
    provideFocus(),
    provideTexts(),
    // The language is in place before the first page is drawn, so that nothing is said in the wrong one.
    provideAppInitializer(() => inject(LanguageChoice).ready()),
    provideAppInitializer(() => inject(Session).load()),
  ],
};
