import '@testing-library/jest-dom';
import { provideTexts } from '@malspar/shared-web';
import { render, screen } from '@testing-library/angular';
import { TextField } from './text-field';

const show = (text: string, error: string) =>
  render(TextField, {
    providers: [...provideTexts()],
    inputs: { fieldId: 'comment', label: 'Kommentar', lines: 4, max: 10, text, error },
  });

describe('a text field', () => {
  it('says once that its text is too long, and by how much', async () => {
    const { container } = await show('a'.repeat(13), 'Texten är för lång: högst 10 tecken.');
    expect(await screen.findByText(/^3 tecken för mycket/)).toBeVisible();
    expect(container.querySelectorAll('.error')).toHaveLength(1);
    const field = screen.getByRole('textbox', { name: 'Kommentar' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/^3 tecken för mycket/);
  });

  it('says whatever else is wrong', async () => {
    await show('Samma', 'Texten är densamma som förra gången.');
    expect(await screen.findByRole('textbox')).toHaveAccessibleDescription('Texten är densamma som förra gången.');
  });
});
