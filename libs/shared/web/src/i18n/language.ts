import { effect, inject, Injectable, type Signal, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

export type Language = 'sv' | 'en';

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

  async use(chosen: Language): Promise<void> {
    await firstValueFrom(this.#texts.load(chosen));
    this.#texts.setActiveLang(chosen);
    localStorage.setItem(KEPT_AS, chosen);
    current.set(chosen);
  }
}
