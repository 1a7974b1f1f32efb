import { Component, computed, inject, input } from '@angular/core';
import { openDataPath, type OpenDataSource, openTargets } from '@malspar/site-model';
import { CONTEXT } from '../page-context.js';
import { Sections } from '../parts/sections.js';

/** What open data there is, where, on what terms, and how to fetch it. */
@Component({
  selector: 'ms-open-data',
  imports: [Sections],
  template: `
    <h1>{{ t.openData.title }}</h1>
    <p class="lead">{{ t.openData.lead }}</p>
    <section>
      <h2>{{ t.openData.addresses }}</h2>
      <dl class="addresses">
        @for (address of addresses(); track $index) {
          <div>
            <dt>
              <a [href]="address.path"
                ><code>{{ address.path }}</code></a
              >
            </dt>
            <dd>{{ address.text }}</dd>
          </div>
        }
      </dl>
    </section>
    <section>
      <h2>{{ t.openData.example }}</h2>
      <p>{{ t.openData.exampleText }}</p>
      <pre>{{ t.openData.command(example()) }}</pre>
    </section>
    <ms-sections [sections]="t.openData.sections" />
    <section>
      <h2>{{ t.openData.license }}</h2>
      @if (source().license; as license) {
        <p>
          {{ t.openData.licensed }} <a [href]="license.url">{{ license.name }}</a>
        </p>
      } @else {
        <p>{{ t.openData.unlicensed }}</p>
      }
    </section>
    <section>
      <h2>{{ t.openData.description }}</h2>
      <p>
        {{ t.openData.descriptionText }} <a [href]="description">{{ t.openData.descriptionLink }}</a>
      </p>
    </section>
  `,
})
export class OpenDataPage {
  readonly source = input.required<OpenDataSource>();
  protected readonly t = inject(CONTEXT).texts;
  protected readonly description = openDataPath.description;
  readonly #code = computed(() => {
    const held = openTargets(this.source()).find(({ target }) => target.series.length > 0);
    return held?.target.code ?? null;
  });
  protected readonly example = computed(() => {
    const code = this.#code();
    return this.source().origin + (code === null ? openDataPath.apiInfo : openDataPath.seriesCsv(code));
  });
  protected readonly addresses = computed(() => {
    const { addressTexts } = this.t.openData;
    const report = this.source().site?.latest.report;
    const code = this.#code();
    return [
      { path: openDataPath.index, text: addressTexts.index },
      ...(report ? [{ path: openDataPath.plan, text: addressTexts.plan }] : []),
      { path: openDataPath.areas, text: addressTexts.areas },
      { path: openDataPath.targets, text: addressTexts.targets },
      { path: openDataPath.indicators, text: addressTexts.indicators },
      ...(code === null ? [] : [{ path: openDataPath.seriesCsv(code), text: addressTexts.series }]),
      { path: openDataPath.publications, text: addressTexts.publications },
      ...(report ? [{ path: openDataPath.version(report.period, report.version), text: addressTexts.version }] : []),
      { path: openDataPath.apiInfo, text: addressTexts.apiInfo },
    ];
  });
}
