import { Component, computed, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { render } from '@testing-library/angular';
import { language, LanguageChoice } from './language';
import { provideTexts, provideTextsOf } from './texts';

// Writes a text in the template, and one computed as the figures' are.
@Component({
  template: `<ng-container *transloco="let t">{{ t('birds.seen') }} / {{ computedText() }}</ng-container>`,
  imports: [TranslocoDirective],
})
class Birds {
  readonly #texts = inject(TranslocoService);
  protected readonly computedText = computed(() => this.#texts.translate('birds.seen', {}, language()));
}

describe('the choice of language', () => {
  it('changes what is computed along with what the template says: no key is left standing', async () => {
    const { container, fixture } = await render(Birds, {
      providers: [
        provideTexts(),
        provideTextsOf('birds', {
          sv: () => Promise.resolve({ seen: 'Sedda' }),
          en: () => Promise.resolve({ seen: 'Seen' }),
        }),
      ],
    });
    const choice = TestBed.inject(LanguageChoice);
    const shown = async (): Promise<string | undefined> => {
      await fixture.whenStable();
      return container.textContent?.trim();
    };
    await choice.use('sv');
    expect(await shown()).toBe('Sedda / Sedda');
    await choice.use('en');
    expect(await shown()).toBe('Seen / Seen');
    await choice.use('sv');
    expect(await shown()).toBe('Sedda / Sedda');
  });
});
