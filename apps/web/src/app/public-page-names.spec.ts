import { type ReportPlace, reportPlace } from '@malspar/environmental-report-model';
import { sampleVersions, siteOf } from '@malspar/environmental-report-web/testing';
import { pageName, swedish } from '@malspar/feedback-web/testing';
import { askingPages, publicPath } from '@malspar/site-model';

const pathOf = (place: ReportPlace): string => publicPath(reportPlace(place), 'sv');
const key = (last: string): string => `feedback.pages.${last}`;

describe('what a public page is called', () => {
  it('follows from where it is', () => {
    expect(pageName(pathOf({ at: 'home' }))).toEqual({ key: key('home') });
    expect(pageName(pathOf({ at: 'privacy' }))).toEqual({ key: key('privacy') });
    expect(pageName(pathOf({ at: 'target', code: 'Å1' }))).toEqual({ key: key('target'), name: 'Å1' });
    expect(pageName(pathOf({ at: 'area', slug: 'lakemedel' }))).toMatchObject({ name: 'lakemedel' });
    const report = { period: '2024-Q3', version: 2 };
    expect(pageName(pathOf({ at: 'report', ...report }))).toEqual({
      key: key('report'),
      period: '2024-Q3',
      version: '2',
    });
    expect(pageName(pathOf({ at: 'correction', ...report })).key).toBe(key('correction'));
    expect(pageName(pathOf({ at: 'comparison', period: '2024' }))).toEqual({
      key: key('comparison'),
      period: '2024',
    });
  });

  it('is said of every page that asks whether it helped', () => {
    const asking = askingPages(siteOf(sampleVersions()));
    const names = [...asking.values()].map(({ path }) => ({ path, ...pageName(path) }));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => name.key === key('other'))).toEqual([]);
    const pages: Readonly<Record<string, string>> = swedish.pages;
    expect(names.filter((name) => !pages[name.key.slice(key('').length)])).toEqual([]);
  });

  it('is its address where nothing else is known', () => {
    expect(pageName('/nytt/%E0%A4%A')).toEqual({ key: key('other'), name: '/nytt/%E0%A4%A' });
    expect(pageName('/mal/%E0%A4%A')).toEqual({ key: key('target'), name: '%E0%A4%A' });
  });
});
