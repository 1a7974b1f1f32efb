import { askingPages, publicPath, publicSite } from '@malspar/site-model';
import { sampleVersions } from '@malspar/site-web/testing';
import swedish from '../i18n/sv.json';
import { pageName } from './page-name';

const key = (last: string): string => `feedback.pages.${last}`;

describe('what a public page is called', () => {
  it('follows from where it is', () => {
    expect(pageName(publicPath({ at: 'home' }, 'sv'))).toEqual({ key: key('home') });
    expect(pageName(publicPath({ at: 'privacy' }, 'sv'))).toEqual({ key: key('privacy') });
    expect(pageName(publicPath({ at: 'target', code: 'Å1' }, 'sv'))).toEqual({ key: key('target'), name: 'Å1' });
    expect(pageName(publicPath({ at: 'area', slug: 'lakemedel' }, 'sv'))).toMatchObject({ name: 'lakemedel' });
    const report = { period: '2024-Q3', version: 2 };
    expect(pageName(publicPath({ at: 'report', ...report }, 'sv'))).toEqual({
      key: key('report'),
      period: '2024-Q3',
      version: '2',
    });
    expect(pageName(publicPath({ at: 'correction', ...report }, 'sv')).key).toBe(key('correction'));
    expect(pageName(publicPath({ at: 'comparison', period: '2024' }, 'sv'))).toEqual({
      key: key('comparison'),
      period: '2024',
    });
  });

  it('is said of every page that asks whether it helped', () => {
    const asking = askingPages(publicSite(sampleVersions()));
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
