import type { EnvironmentProviders, Provider } from '@angular/core';
import { inject, isDevMode, provideEnvironmentInitializer } from '@angular/core';
import {
  provideTransloco,
  provideTranslocoScope,
  provideTranslocoTranspiler,
  type Translation,
  type TranslocoLoader,
} from '@jsverse/transloco';
import { IsolatingTranspiler } from './isolating-transpiler';
import { LanguageChoice, type TextLoaders } from './language';

/** The common texts live under `shared.`; each domain brings its own by `provideTextsOf`. */
class CommonTexts implements TranslocoLoader {
  async getTranslation(name: string): Promise<Translation> {
    const file = name === 'en' ? await import('./en.json') : await import('./sv.json');
    return { shared: file.default };
  }
}

/** Texts in Swedish and English, switched without a reload. */
export const provideTexts = (): (EnvironmentProviders | Provider)[] => [
  provideTransloco({
    config: {
      availableLangs: ['sv', 'en'],
      defaultLang: 'sv',
      reRenderOnLangChange: true,
      prodMode: !isDevMode(),
      missingHandler: { logMissingKey: true },
    },
    loader: CommonTexts,
  }),
  provideTranslocoTranspiler(IsolatingTranspiler),
];

/** A domain's own texts, under its name; they are in place before the page is said to be in another language. */
export const provideTextsOf = (domain: string, loaders: TextLoaders): (EnvironmentProviders | Provider)[] => [
  provideTranslocoScope({ scope: domain, loader: loaders }),
  provideEnvironmentInitializer(() => inject(LanguageChoice).bring(domain, loaders)),
];
