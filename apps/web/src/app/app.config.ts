import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject, provideAppInitializer, provideZonelessChangeDetection } from '@angular/core';
import {
  provideRouter,
  UrlSerializer,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import {
  bidiInterceptor,
  Connection,
  LanguageChoice,
  needsServerInterceptor,
  provideFocus,
  provideTexts,
  Session,
  signedOutInterceptor,
} from '@malspar/shared-web';
import { routes } from './app.routes';
import { PlainAddresses } from './plain-addresses';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideHttpClient(withInterceptors([signedOutInterceptor, needsServerInterceptor, bidiInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      // The page's code could not be fetched.
      withNavigationErrorHandler(() => inject(Connection).noteNoContact()),
    ),
    { provide: UrlSerializer, useClass: PlainAddresses },
    provideFocus(),
    provideTexts(),
    // The language is in place before the first page is drawn, so that nothing is said in the wrong one.
    provideAppInitializer(() => inject(LanguageChoice).ready()),
    provideAppInitializer(() => inject(Session).load()),
  ],
};
