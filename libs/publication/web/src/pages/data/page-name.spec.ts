import { publicPath } from '@malspar/publication-model';
import { pageName } from './page-name';

const key = (last: string): string => `publication.feedback.pages.${last}`;

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

  it('has no page without a name of its own among those of which there is one', () => {
    const places = ['home', 'plan', 'archive', 'about', 'accessibility', 'privacy', 'glossary', 'site-map'] as const;
    expect(places.filter((at) => pageName(publicPath({ at }, 'sv')).key === key('other'))).toEqual([]);
  });

  it('is its address where nothing else is known', () => {
    expect(pageName('/nytt/%E0%A4%A')).toEqual({ key: key('other'), name: '/nytt/%E0%A4%A' });
    expect(pageName('/mal/%E0%A4%A')).toEqual({ key: key('target'), name: '%E0%A4%A' });
  });
});
