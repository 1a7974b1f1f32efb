import { Component, signal } from '@angular/core';
import { render, screen } from '@testing-library/angular';
import { withTexts } from '../testing/texts';
import { SameAsLast } from './same-as-last';

@Component({
  imports: [SameAsLast],
  template: `<main>
    <button type="button">Ovanför</button>
    <ms-same-as-last what="Kommentar" from="2025-Q3" period="2025-Q4" last="Som förut." [now]="now()" />
    <textarea></textarea>
  </main>`,
})
class Asked {
  readonly now = signal('');
}

async function open() {
  const { fixture } = await render(Asked, { providers: withTexts() });
  await screen.findByRole('button', { name: /Samma som/ });
  const write = async (text: string): Promise<void> => {
    fixture.componentInstance.now.set(text);
    await fixture.whenStable();
  };
  const focus = async (element: HTMLElement): Promise<void> => {
    element.focus();
    await fixture.whenStable();
  };
  const isOffered = (): boolean => screen.queryByRole('button', { name: /Samma som/ }) !== null;
  return { write, focus, isOffered };
}

describe('the last entry', () => {
  it('is not offered above a field while that is being emptied, or it would move', async () => {
    const { write, focus, isOffered } = await open();
    await write('Något nytt.');
    expect(isOffered()).toBe(false);
    await focus(screen.getByRole('textbox'));
    await write('');
    expect(isOffered()).toBe(false);
    await focus(screen.getByRole('button', { name: 'Ovanför' }));
    expect(isOffered()).toBe(true);
  });

  it('stays offered when the field is reached, and goes with the first letter', async () => {
    const { write, focus, isOffered } = await open();
    await focus(screen.getByRole('textbox'));
    expect(isOffered()).toBe(true);
    await write('N');
    expect(isOffered()).toBe(false);
  });
});
