import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, inject, input } from '@angular/core';
import type { ReportPlace, ReportSite } from '@malspar/environmental-report-model';
import { EMBED_MODULE } from '@malspar/site-model';
import { CONTEXT } from '../report-context.js';
import { Framed } from '../parts/framed.js';

/** How others show our figures: what to copy, and what it looks like. */
@Component({
  selector: 'ms-embed',
  imports: [Framed],
  templateUrl: './embed.html',
  // The element that is shown is the very one that others use.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class EmbedPage {
  readonly site = input.required<ReportSite>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  /** What has most to show: a series with a target value, if there is one. */
  protected readonly area = computed(() => {
    const { areas } = this.site().current;
    const [first] = areas;
    const found = areas.find(({ targets }) => targets.some(({ series }) => series.length > 2)) ?? first;
    if (!found) throw new Error('A published report has an area');
    return found;
  });
  protected readonly target = computed(() => {
    const { targets } = this.area();
    const found = targets.find(({ series }) => series.length > 2) ?? targets[0];
    if (!found) throw new Error('A published area has a target');
    return found;
  });
  /** Another one, if there is: the same twice would tell nothing more. */
  protected readonly second = computed(
    () => this.area().targets.find((target) => target !== this.target() && target.series.length > 2) ?? this.target(),
  );
  protected readonly frameCode = computed(() =>
    this.#frame({ at: 'embedded-target', code: this.target().code }, this.target().code, 600),
  );
  protected readonly areaCode = computed(() =>
    this.#frame({ at: 'embedded-area', slug: this.area().slug }, this.area().title, 560),
  );
  protected readonly elementCode = computed(() => {
    const [name, attribute] = this.context.language === 'sv' ? ['malspar-figur', 'mal'] : ['malspar-figure', 'target'];
    return [
      `<script type="module" src="${this.context.origin}${EMBED_MODULE.newest}"></script>`,
      `<${name} ${attribute}="${this.second().code}"></${name}>`,
    ].join('\n');
  });
  protected readonly addresses = computed(() =>
    [EMBED_MODULE.newest, EMBED_MODULE.fixed].map((path) => this.context.origin + path).join('\n'),
  );

  #frame(place: ReportPlace, name: string, height: number): string {
    const title = this.t.embed.frameTitle(name).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `<iframe src="${this.context.origin}${this.context.path(place)}" title="${title}" width="100%" height="${height}" loading="lazy"></iframe>`;
  }
}
