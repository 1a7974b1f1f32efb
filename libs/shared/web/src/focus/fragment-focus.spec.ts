import { type ApplicationRef, Component, input, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, Router, RouterOutlet, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideFocus } from './provide-focus';

const loaded = signal(true);
const saves = signal(0);

@Component({
  template: `
    @if (loaded()) {
      <p>{{ saves() }}</p>
      <input id="first" />
      <fieldset id="verdict">
        <input type="radio" name="verdict" id="verdict-a" />
        <input type="radio" name="verdict" id="verdict-b" checked />
      </fieldset>
      <details>
        <summary>Fler</summary>
        <textarea id="folded"></textarea>
      </details>
      <h2 id="heading">Rubrik</h2>
      <a href="#first">Till det första</a>
    }
  `,
})
class Page {
  readonly mal = input<string>();
  protected readonly loaded = loaded;
  protected readonly saves = saves;
}

@Component({ selector: 'test-app', imports: [RouterOutlet], template: `<router-outlet />` })
class App {}

let app: ApplicationRef;
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const focused = () => document.activeElement?.id;

async function go(url: string): Promise<void> {
  await app.injector.get(Router).navigateByUrl(url);
  await frame();
  await frame();
}

describe('a link to a place in a page', () => {
  beforeEach(async () => {
    loaded.set(true);
    window.scrollTo = () => undefined;
    document.body.append(document.createElement('test-app'));
    app = await bootstrapApplication(App, {
      providers: [
        provideZonelessChangeDetection(),
        provideRouter(
          [
            { path: 'page', component: Page },
            { path: '**', component: App },
          ],
          withComponentInputBinding(),
          withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
        ),
        provideFocus(),
      ],
    });
  });
  afterEach(() => app.destroy());

  it('moves the focus once per navigation, however often the page is drawn again', async () => {
    await go('/page?mal=1#first');
    expect(focused()).toBe('first');
    document.getElementById('verdict-a')?.focus();
    for (let save = 1; save <= 3; save++) {
      saves.set(save);
      await frame();
    }
    expect(focused()).toBe('verdict-a');
    await go('/page?mal=2#first');
    expect(focused()).toBe('first');
  });

  it('follows the same link again', async () => {
    await go('/page#first');
    document.getElementById('verdict-a')?.focus();
    await go('/page#first');
    expect(focused()).toBe('first');
  });

  it.each([
    ['the chosen radio button of a group', '/page#verdict', 'verdict-b'],
    ['the chosen one when the link names another', '/page#verdict-a', 'verdict-b'],
    ['what is folded away', '/page#folded', 'folded'],
    ['a heading', '/page#heading', 'heading'],
  ])('leads to %s', async (_, url, id) => {
    await go(url);
    expect(focused()).toBe(id);
  });

  it('waits for a page that is being read, unless the person has begun with something else', async () => {
    loaded.set(false);
    await go('/page#first');
    expect(focused()).not.toBe('first');
    loaded.set(true);
    await frame();
    expect(focused()).toBe('first');

    loaded.set(false);
    await go('/page?mal=3#heading');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    loaded.set(true);
    await frame();
    expect(focused()).not.toBe('heading');
  });
});
