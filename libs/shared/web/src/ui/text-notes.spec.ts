import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/angular';
import { provideTexts } from '../i18n/texts';
import { isTooLong, TextNotes } from './text-notes';

const show = (inputs: { text: string; max?: number; printed?: boolean }) =>
  render(TextNotes, { providers: [...provideTexts()], inputs });

describe('what is said of a text while it is written', () => {
  it('is nothing while there is room', async () => {
    const { container } = await show({ text: 'a'.repeat(90), max: 100, printed: true });
    expect(container).toHaveTextContent('');
  });

  it('is how much is left when the room runs out, and how much is too much', async () => {
    const { rerender } = await show({ text: 'a'.repeat(91), max: 100 });
    expect(await screen.findByText('9 tecken kvar')).toBeInTheDocument();
    await rerender({ inputs: { text: 'a'.repeat(103), max: 100 } });
    expect(await screen.findByText(/^3 tecken för mycket: .* högst 100\. Allt du har skrivit är kvar\./)).toBeVisible();
  });

  it('counts as the server does', () => {
    expect(isTooLong(`${'a'.repeat(100)}\u200b  \n`, 100)).toBe(false);
    expect(isTooLong('a'.repeat(101), 100)).toBe(true);
  });

  it('names the signs that print lacks, where it is printed, also in a huge paste', async () => {
    const { rerender } = await show({ text: 'Bra 😀', printed: false });
    expect(screen.queryByText(/😀/)).toBeNull();
    const text = `Bra 😀 ${'ord '.repeat(1_000_000)}`;
    await rerender({ inputs: { text, max: 1000, printed: true } });
    expect(await screen.findByText(/^😀 går inte att visa/)).toBeInTheDocument();
  });
});
