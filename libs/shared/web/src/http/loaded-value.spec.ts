import { ApplicationRef, Injector, resource, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { latestValue, loadedValue } from './loaded-value';

interface Asked {
  readonly respond: () => void;
  readonly fail: () => void;
}

function pagesOfReports() {
  const shown = signal({ report: 'a', page: 1 });
  const asked: Asked[] = [];
  const pages = resource({
    params: () => shown(),
    loader: ({ params: { report, page } }) =>
      new Promise<string>((respond, refuse) =>
        asked.push({ respond: () => respond(`${report}${page}`), fail: () => refuse(new Error('no connection')) }),
      ),
    injector: TestBed.inject(Injector),
  });
  const latest = TestBed.runInInjectionContext(() => latestValue(pages, () => shown().report));
  const settle = async (how: keyof Asked): Promise<void> => {
    TestBed.tick();
    asked.at(-1)?.[how]();
    await TestBed.inject(ApplicationRef).whenStable();
  };
  return { latest, pages, settle, show: (report: string, page: number) => shown.set({ report, page }) };
}

describe('the latest value of a resource', () => {
  it('is the last page’s until the next one is there', async () => {
    const { latest, pages, settle, show } = pagesOfReports();
    expect(latest()).toBeNull();
    await settle('respond');
    expect(latest()).toBe('a1');
    show('a', 2);
    expect([loadedValue(pages), latest()]).toEqual([null, 'a1']);
    await settle('respond');
    expect(latest()).toBe('a2');
  });

  it('is nothing while another subject’s is fetched', async () => {
    const { latest, settle, show } = pagesOfReports();
    await settle('respond');
    expect(latest()).toBe('a1');
    show('b', 1);
    expect(latest()).toBeNull();
    await settle('respond');
    expect(latest()).toBe('b1');
  });

  it('is nothing once the next one has failed, also while it is asked for again', async () => {
    const { latest, pages, settle, show } = pagesOfReports();
    await settle('respond');
    expect(latest()).toBe('a1');
    show('a', 2);
    await settle('fail');
    expect(latest()).toBeNull();
    pages.reload();
    expect(latest()).toBeNull();
  });
});
