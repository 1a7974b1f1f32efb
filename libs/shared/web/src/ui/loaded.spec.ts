import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Loaded, LoadedAs } from './loaded';

const failure = signal<unknown>(null);
const value = signal<readonly string[] | null | undefined>(null);
const keeps = signal(false);
let retries = 0;

@Component({
  imports: [Loaded, LoadedAs],
  template: `
    <ms-loaded [failure]="failure()" title="Reports" [keeps]="keeps()" (retry)="again()">
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

  protected again(): void {
    retries += 1;
  }
}

const translations = {
  shared: { loading: 'Loading', retry: 'Try again', problem: { title: 'Not loaded', unexpected: 'Unexpected' } },
};

async function shown(): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    imports: [
      Page,
      TranslocoTestingModule.forRoot({ langs: { sv: translations }, translocoConfig: { defaultLang: 'sv' } }),
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

  it('keeps the value below the problem where it is told to', async () => {
    value.set(['air']);
    keeps.set(true);
    failure.set(new Error('no connection'));
    const page = await shown();
    expect(page.querySelector('ms-problem')).not.toBeNull();
    expect(items(page)).toEqual(['air']);
  });
});
