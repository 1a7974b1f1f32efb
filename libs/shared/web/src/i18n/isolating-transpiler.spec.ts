import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { provideTexts } from './texts';

it('sets words that run the other way apart from the sentence they are put into', async () => {
  TestBed.configureTestingModule({ providers: [provideTexts()] });
  const transloco = TestBed.inject(TranslocoService);
  await firstValueFrom(transloco.load('sv'));
  transloco.setTranslation({ ask: 'Väntar på {{who}} (2)' }, 'sv');
  expect(transloco.translate('ask', { who: 'דוד' })).toBe('Väntar på \u2068דוד\u2069 (2)');
  expect(transloco.translate('ask', { who: '\u202eEva' })).toBe('Väntar på Eva (2)');
});
