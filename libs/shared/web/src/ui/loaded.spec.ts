import { HttpErrorResponse } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Loaded, LoadedAs } from './loaded';

const MISSING = new HttpErrorResponse({ status: 404, error: { type: '/problems/not-found', title: 'Finns inte' } });

const failure = signal<unknown>(null);
const value = signal<readonly string[] | null | undefined>(null);
const keeps = signal(false);
const title = signal('');
let retries = 0;

@Component({
  imports: [Loaded, LoadedAs],
  template: `
    <ms-loaded [failure]="failure()" [title]="title()" [keeps]="keeps()" (retry)="again()">
      <ul *msLoadedAs="value() as items">
        @for (item of items; track item) {
          <li>{{ item }}</li>
        }
      </ul>
    </ms-loaded>
  `,
})
class Page {
  protected readonly failure = failure;
  protected readonly value = value;
  protected readonly keeps = keeps;
  protected readonly title = title;

  protected again(): void {
    retries += 1;
  }
}

const translations = {
  shared: {
    loading: 'Loading',
    retry: 'Try again',
    problem: { title: 'Not loaded', unexpected: 'Unexpected' },
    notFound: { title: 'No such page', text: 'Misspelt?', toStart: 'To the start page' },
  },
};

async function shown(): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    imports: [
      Page,
      TranslocoTestingModule.forRoot({
        langs: { sv: translations },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
    providers: [provideRouter([])],
  });
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const items = (page: HTMLElement) => [...page.querySelectorAll('li')].map((item) => item.textContent);

beforeEach(() => {
  failure.set(null);
  value.set(null);
  keeps.set(false);
  title.set('Reports');
  retries = 0;
});

describe('ms-loaded', () => {
  it('waits while there is neither value nor failure', async () => {
    const page = await shown();
    expect(page.querySelector('ms-loading')).not.toBeNull();
    expect(page.querySelector('ul')).toBeNull();
  });

  it('shows the value, also an empty one, and follows its changes in the same elements', async () => {
    value.set([]);
    const page = await shown();
    const list = page.querySelector('ul');
    expect(list).not.toBeNull();
    expect(page.querySelector('ms-loading')).toBeNull();
    value.set(['air', 'water']);
    TestBed.tick();
    expect(page.querySelector('ul')).toBe(list);
    expect(items(page)).toEqual(['air', 'water']);
  });

  it('shows the problem under the title, with a way to try again, and hides the value', async () => {
    value.set(['air']);
    failure.set(new Error('no connection'));
    const page = await shown();
    expect(page.querySelector('h1')?.textContent).toContain('Reports');
    expect(items(page)).toEqual([]);
    expect(page.querySelector('ms-loading')).toBeNull();
    page.querySelector('button')?.click();
    expect(retries).toBe(1);
  });

  it.each(['', 'Reports'])(
    'says that there is no such page, and where to go, instead of the title “%s”',
    async (own) => {
      title.set(own);
      failure.set(MISSING);
      const page = await shown();
      expect([...page.querySelectorAll('h1, h2')].map((heading) => heading.textContent.trim())).toEqual([
        'No such page',
      ]);
      expect(page.querySelector('h1')).not.toBeNull();
      expect(document.title).toBe('No such page – Målspår');
      expect(page.querySelector('a')?.getAttribute('href')).toBe('/');
      expect(page.querySelector('[role=alert], button')).toBeNull();
    },
  );

  it('says so below the heading that the page has', async () => {
    const heading = document.body.appendChild(document.createElement('h1'));
    failure.set(MISSING);
    const page = await shown();
    expect(page.querySelector('h1')).toBeNull();
    expect(page.querySelector('h2')?.textContent).toBe('No such page');
    heading.remove();
  });

  it('names the page by the problem where it has no heading', async () => {
    title.set('');
    failure.set(new Error('no connection'));
    const page = await shown();
    expect([...page.querySelectorAll('h1, h2')].map((each) => each.textContent.trim())).toEqual(['Not loaded']);
    expect(document.title).toBe('Not loaded – Målspår');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Unexpected');
  });

  it('keeps the value below the problem where it is told to', async () => {
    value.set(['air']);
    keeps.set(true);
    failure.set(new Error('no connection'));
    const page = await shown();
    expect(page.querySelector('ms-problem')).not.toBeNull();
    expect(items(page)).toEqual(['air']);
  });
});
