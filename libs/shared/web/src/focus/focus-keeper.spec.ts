import { Component, signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { fireEvent, render, screen } from '@testing-library/angular';
import { provideFocus } from './provide-focus';

type Shown = 'ask' | 'field' | 'thanks';

@Component({
  template: `
    <main tabindex="-1">
      <section>
        <button type="button">Före</button>
        @if (shown() === 'field') {
          <div><textarea aria-label="Ditt svar"></textarea></div>
        } @else if (shown() === 'ask') {
          <button type="button" (click)="shown.set('field')">Svara</button>
        } @else {
          <p>Tack!</p>
        }
        <button type="button" [disabled]="busy()">Efter</button>
      </section>
      @if (alone()) {
        <section><button type="button">Ensam</button></section>
      }
    </main>
  `,
})
class Page {
  readonly shown = signal<Shown>('ask');
  readonly busy = signal(false);
  readonly alone = signal(true);
}

async function open() {
  const { fixture } = await render(Page, { providers: [provideRouter([]), provideFocus()] });
  const after = async (act: (page: Page) => void): Promise<void> => {
    act(fixture.componentInstance);
    await fixture.whenStable();
  };
  return { after };
}

const button = (name: string) => screen.getByRole('button', { name });

describe('the focus, when what has it goes away', () => {
  it('goes to the field that came in its place', async () => {
    const { after } = await open();
    button('Svara').focus();
    await after(() => fireEvent.click(button('Svara')));
    expect(screen.getByRole('textbox', { name: 'Ditt svar' })).toHaveFocus();
  });

  it('goes to the next control where only words came', async () => {
    const { after } = await open();
    button('Svara').focus();
    await after((page) => page.shown.set('thanks'));
    expect(button('Efter')).toHaveFocus();
  });

  it('goes to what is left of the page when a whole part of it goes', async () => {
    const { after } = await open();
    button('Ensam').focus();
    await after((page) => page.alone.set(false));
    expect(button('Efter')).toHaveFocus();
  });

  it('waits in the same part of the page while the control is busy, and returns', async () => {
    const { after } = await open();
    button('Efter').focus();
    await after((page) => page.busy.set(true));
    expect(document.body).not.toHaveFocus();
    expect(button('Efter').closest('section')).toHaveFocus();
    await after((page) => page.busy.set(false));
    expect(button('Efter')).toHaveFocus();
  });

  it('stays away when somebody left by a click beside everything', async () => {
    const { after } = await open();
    button('Svara').focus();
    fireEvent.pointerDown(document.body);
    button('Svara').blur();
    fireEvent.pointerUp(document.body);
    await after((page) => page.shown.set('field'));
    expect(document.body).toHaveFocus();
  });
});
