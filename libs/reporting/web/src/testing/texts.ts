import type { EnvironmentProviders, Provider } from '@angular/core';
import { provideTexts, provideTextsOf } from '@malspar/shared-web';
import { reportingTexts } from '../i18n';

/** The real texts, in Swedish, for specs that read pages as people do; they arrive a moment after the page. */
export const withTexts = (): (EnvironmentProviders | Provider)[] => [
  ...provideTexts(),
  ...provideTextsOf('reporting', reportingTexts),
];
