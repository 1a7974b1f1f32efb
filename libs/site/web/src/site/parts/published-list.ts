import { Component, computed, inject, input } from '@angular/core';
import type { ListedPublication, ListedVersion } from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';

/** What has been published of registered kinds, kind by kind with every version. Nothing where there is nothing. */
@Component({
  selector: 'ms-published-list',
  template: `
    @for (kind of kinds(); track $index) {
      <section>
        <h2>{{ context.say(kind.title) }}</h2>
        <ul class="archive">
          @for (publication of kind.publications; track $index) {
            <li>
              <h3>
                <a [href]="pathOf(publication.versions[0], null)">{{ context.say(publication.versions[0].title) }}</a>
              </h3>
              <ul class="versions">
                @for (version of publication.versions; track $index) {
                  <li>
                    <a
                      [href]="pathOf(version, version.version)"
                      [attr.aria-label]="t.report.reference(context.say(version.title), version.version)"
                      >{{ t.archive.version(version.version) }}</a
                    >
                    <span class="muted">{{ context.say(version.publishedOn) }}</span>
                  </li>
                }
              </ul>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class PublishedList {
  readonly publications = input.required<readonly ListedPublication[]>();
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly kinds = computed(() =>
    [...new Map(this.publications().map(({ root, kindTitle }) => [root, kindTitle]))].map(([root, title]) => ({
      title,
      publications: this.publications().filter((each) => each.root === root),
    })),
  );

  protected pathOf({ root, period }: ListedVersion, version: number | null): string {
    return this.context.path({ at: 'published', root, period, version });
  }
}
