import type { EnvironmentProviders, Provider } from '@angular/core';
import { isDevMode } from '@angular/core';
import { provideTransloco, type Translation, type TranslocoLoader } from '@jsverse/transloco';

/** The common texts live under `shared.`; each domain brings its own as a scope. */
class CommonTexts implements TranslocoLoader {
  async getTranslation(name: string): Promise<Translation> {
    const file = name === 'en' ? await import('./en.json') : await import('./sv.json');
    return { shared: file.default };
  }
}

/** Texts in Swedish and English, switched without a reload. */
export const provideTexts = (): (EnvironmentProviders | Provider)[] =>
  provideTransloco({
    config: {
      availableLangs: ['sv', 'en'],
      defaultLang: 'sv',
      reRenderOnLangChange: true,
      prodMode: !isDevMode(),
      missingHandler: { logMissingKey: true },
    },
    loader: CommonTexts,
  });
