import { openVersionPath } from '@malspar/site-model';
import { previewedLink } from './preview-links';

const receipt = {
  id: '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b',
  version: 2,
  files: [{ name: 'rapport-2024-Q3-v2.pdf' }],
};
const led = (pathname: string): string | null =>
  previewedLink({ pathname, href: `https://exempel.se${pathname}` }, '2024-Q3', receipt);

describe('a link on a previewed page', () => {
  it('to a file that is to be published leads to that file as it will be', () => {
    expect(led('/rapporter/2024-Q3/v2/filer/rapport-2024-Q3-v2.pdf')).toBe(
      '/api/v1/previews/1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b/files/rapport-2024-Q3-v2.pdf',
    );
  });

  it.each([
    '/rapporter/2024-Q3/v2',
    '/en/rapporter/2024-Q3/v2',
    '/rapporter/2024-Q3/v2/andringar',
    `${openVersionPath('/publications', '2024-Q3', 2)}/targets/r1.csv`,
    '/cyklister/2024-Q3/v2',
  ])('leads nowhere when its address comes with the publication: %s', (path) => {
    expect(led(path)).toBeNull();
  });

  it.each([
    '/',
    '/rapporter/2024-Q3/v1',
    '/rapporter/2024-Q3/v20',
    '/rapporter/2024-Q4/v2',
    '/mal/R1',
    '/public/v1/publications/2024-q3/versions/20/report',
  ])('leads where it says when something is there already: %s', (path) => {
    expect(led(path)).toBe(`https://exempel.se${path}`);
  });
});
