import { Component, inject, input } from '@angular/core';
import { type OpenDataAddress, openDataPath, type OpenLicense } from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';
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
            <dd>{{ context.say(address.text) }}</dd>
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
      @if (license(); as license) {
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
  readonly addresses = input.required<readonly OpenDataAddress[]>();
  /** An address to fetch, whole. */
  readonly example = input.required<string>();
  readonly license = input.required<OpenLicense | null>();
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly description = openDataPath.description;
}
