import { EMBED_HEIGHT_MODULE, EMBED_MODULE, type PublicPage } from '@malspar/site-model';

/** The one script that a page has, if it has any: pages to be framed tell their height, and one page shows the element. */
export function scriptOf({ kind }: PublicPage): string {
  switch (kind) {
    case 'embedded-area':
    case 'embedded-target':
    case 'embedded-missing':
      return moduleAt(EMBED_HEIGHT_MODULE);
    case 'embed':
      return moduleAt(EMBED_MODULE.newest);
    default:
      return '';
  }
}

const moduleAt = (path: string): string => `<script type="module" src="${path}"></script>`;
