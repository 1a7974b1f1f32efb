import { circleText, folderCircles } from './folder-circles.mjs';

describe('the folders of a project', () => {
  it('import each other in no circle', () => {
    expect(folderCircles().map(circleText)).toEqual([]);
  });

  it('are followed round, through the top of the project as well, but not through what puts it together', () => {
    const sources = {
      'libs/a/api/src/index.ts': "export { x } from './one/x.js';",
      'libs/a/api/src/one/x.ts': "import { y } from '../two/y.js';",
      'libs/a/api/src/two/y.ts': "import type { z } from '../z.js';",
      'libs/a/api/src/z.ts': "const x = await import('./one/x.js');",
      'libs/b/api/src/one/x.ts': "import { y } from '../two/y.js';",
      'libs/b/api/src/b.module.ts': "import { y } from './one/x.js';",
      'libs/b/api/src/two/y.ts': "import { z } from '../b.module.js'; import { a } from '@malspar/a-api';",
    };
    const circles = folderCircles(Object.keys(sources), (path) => sources[/** @type {keyof typeof sources} */ (path)]);
    expect(circles.map(circleText)).toEqual([
      'libs/a/api/src/one/x.ts imports libs/a/api/src/two, libs/a/api/src/two/y.ts imports libs/a/api/src, libs/a/api/src/z.ts imports libs/a/api/src/one',
    ]);
  });

  it('are told apart at every depth', () => {
    const sources = {
      'libs/a/web/src/site/pages/x.ts': "import { y } from '../parts/y';",
      'libs/a/web/src/site/parts/y.ts': "import type { z } from '../z';",
      'libs/a/web/src/site/z.ts': "import { x } from './pages/x';",
      'libs/a/web/src/site/public-site-page.ts': "import { y } from './parts/y';",
    };
    const circles = folderCircles(Object.keys(sources), (path) => sources[/** @type {keyof typeof sources} */ (path)]);
    expect(circles.map(circleText)).toEqual([
      'libs/a/web/src/site/pages/x.ts imports libs/a/web/src/site/parts, libs/a/web/src/site/parts/y.ts imports libs/a/web/src/site, libs/a/web/src/site/z.ts imports libs/a/web/src/site/pages',
    ]);
  });
});
