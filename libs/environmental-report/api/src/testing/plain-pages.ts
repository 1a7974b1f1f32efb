import { type DynamicModule, Module } from '@nestjs/common';
import { type FrozenPages, PageFreezing } from '@malspar/publication-api';

/** Named as what is kept is: by its content. */
const STYLESHEET = `/assets/plain.${'a'.repeat(27)}.css`;

/** Pages without looks, quickly made; the real ones belong to the specs of the site. */
class PlainPages extends PageFreezing {
  readonly previewHeaders = {};

  freeze(...[version, previous]: Parameters<PageFreezing['freeze']>): Promise<FrozenPages> {
    const forms = ['newest', 'superseded', ...(previous ? ['changes'] : [])];
    const pages = forms.flatMap((form) =>
      (['sv', 'en'] as const).map((language) => ({ form, language, content: pageOf(version.sha256, form) })),
    );
    const assets = [{ path: STYLESHEET, mediaType: 'text/css', content: Buffer.from('main { color: black }') }];
    return Promise.resolve({ pages, assets });
  }

  preview(...[version]: Parameters<PageFreezing['preview']>): ReturnType<PageFreezing['preview']> {
    return Promise.resolve(
      (['sv', 'en'] as const).map((language) => ({ language, content: pageOf(version.sha256, 'newest') })),
    );
  }

  rootOf(): string {
    return 'rapporter';
  }

  renew(): Promise<void> {
    return Promise.resolve();
  }
}

const pageOf = (sha256: string, form: string): Buffer =>
  Buffer.from(`<!doctype html><link href="${STYLESHEET}"><h1>${sha256} ${form}</h1>`);

@Module({})
class PlainPagesModule {}

export const plainPages: DynamicModule = {
  module: PlainPagesModule,
  providers: [{ provide: PageFreezing, useClass: PlainPages }],
  exports: [PageFreezing],
};
