import { effect, inject, Injectable, type Signal, signal } from '@angular/core';
import { type Translation, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

export type Language = 'sv' | 'en';

/** Where the texts of a domain come from, one loader per language. */
export type TextLoaders = Readonly<Record<Language, () => Promise<Translation>>>;

const KEPT_AS = 'malspar.language';
const kept = (): Language => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'sv');

// One for the whole page: formats read it wherever they are called, and are computed anew when it changes.
const current = signal<Language>(kept());

/** The language the page is in. */
export const language: Signal<Language> = current.asReadonly();

/** Lets the person choose a language, and remembers it. */
@Injectable({ providedIn: 'root' })
export class LanguageChoice {
  readonly #texts = inject(TranslocoService);
  readonly #domains = new Map<string, TextLoaders>();

  constructor() {
    effect(() => {
      document.documentElement.lang = current();
    });
  }

  other(): Language {
    return current() === 'sv' ? 'en' : 'sv';
  }

  /** Resolves when the texts of the chosen language are in place. */
  async ready(): Promise<void> {
    await this.use(current());
  }

  /** Names a domain whose pages have been opened: its texts change language together with the common ones. */
  bring(domain: string, loaders: TextLoaders): void {
    this.#domains.set(domain, loaders);
  }

  async use(chosen: Language): Promise<void> {
    // What is computed from `language` asks for its texts at once, and is not computed anew when they arrive.
    await Promise.all([
      firstValueFrom(this.#texts.load(chosen)),
      ...[...this.#domains].map(([domain, loaders]) => this.#load(`${domain}/${chosen}`, loaders[chosen])),
    ]);
    this.#texts.setActiveLang(chosen);
    localStorage.setItem(KEPT_AS, chosen);
    current.set(chosen);
  }

  #load(path: string, loader: () => Promise<Translation>): Promise<Translation> {
    return firstValueFrom(this.#texts.load(path, { inlineLoader: { [path]: loader } }));
  }
}
