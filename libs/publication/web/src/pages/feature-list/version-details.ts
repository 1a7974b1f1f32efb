import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublishableKind, PublicationVersion } from '@malspar/publication-model';
import { formatDateTime, language } from '@malspar/shared-web';
import { publicPath } from '@malspar/site-model';
import { fileOfVersion } from '../data/publication-client';
import { FileList } from '../ui/file-list';

/** One published version: when, where, why it was corrected, its hash and its files. */
@Component({
  selector: 'ms-version-details',
  imports: [FileList, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="head">
        <a [href]="address()">{{ t('publication.version.name', { number: version().version }) }}</a>
        <span>{{ t('publication.version.published', { when: when() }) }}</span>
        @if (!newest()) {
          <span class="replaced">{{ t('publication.version.replaced') }}</span>
        }
      </p>
      @if (version().correction; as correction) {
        <p class="measure">
          <strong>{{ t('publication.version.correction') }}</strong> {{ correction.reason }}
        </p>
      }
      <details>
        <summary>
          {{ t('publication.version.files', { count: version().files.length, number: version().version }) }}
        </summary>
        <ms-file-list [addressOf]="fileOf()" [files]="version().files" />
        <p class="hint">
          {{ t('publication.version.hash') }} <code>{{ version().sha256 }}</code>
        </p>
      </details>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: var(--s3);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s4);
      margin-block-end: var(--s1);
    }
    .replaced {
      color: var(--muted);
    }
    summary {
      inline-size: fit-content;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class VersionDetails {
  readonly kind = input.required<PublishableKind>();
  readonly period = input.required<string>();
  readonly version = input.required<PublicationVersion>();
  readonly newest = input(false);

  protected readonly fileOf = computed(() =>
    fileOfVersion(this.period(), this.version().version, this.kind().isUsual ? null : this.kind().contentKind),
  );
  protected readonly when = computed(() => formatDateTime(this.version().publishedAt));
  protected readonly address = computed(() =>
    publicPath(
      { at: 'published', root: this.kind().root, period: this.period(), version: this.version().version },
      language(),
    ),
  );
}
