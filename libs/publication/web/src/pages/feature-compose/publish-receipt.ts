import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicationReceipt } from '@malspar/publication-model';
import { formatDateTime, language } from '@malspar/shared-web';
import { publicPath } from '@malspar/site-model';
import { fileOfVersion } from '../data/publication-client';
import { FileList } from '../ui/file-list';

/** After the act: the address, the files and the hash. */
@Component({
  selector: 'ms-publish-receipt',
  imports: [FileList, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="notice good measure">
        {{ t('publication.receipt.text', { version: receipt().version, when: when() }) }}
      </p>
      <h2>{{ t('publication.receipt.address') }}</h2>
      <p class="long">
        <a [href]="path()">{{ address() }}</a>
      </p>
      <h2>{{ t('publication.receipt.files') }}</h2>
      <ms-file-list [addressOf]="fileOf()" [files]="receipt().files" />
      <h2>{{ t('publication.version.hash') }}</h2>
      <p class="long">
        <code>{{ receipt().sha256 }}</code>
      </p>
      <p>
        <a routerLink="/publicering">{{ t('publication.receipt.back') }}</a>
      </p>
    </ng-container>
  `,
  styles: `
    .long {
      overflow-wrap: anywhere;
    }
    h2 {
      font-size: 1.125rem;
      margin-block: var(--s4) var(--s1);
    }
  `,
})
export class PublishReceipt {
  readonly receipt = input.required<PublicationReceipt>();

  readonly #origin = inject(DOCUMENT).location.origin;
  protected readonly when = computed(() => formatDateTime(this.receipt().publishedAt));
  protected readonly fileOf = computed(() => {
    const { period, version, contentKind } = this.receipt();
    return fileOfVersion(period, version, contentKind);
  });
  protected readonly path = computed(() => {
    const { root, period, version } = this.receipt();
    return publicPath({ at: 'published', root, period, version }, language());
  });
  protected readonly address = computed(() => `${this.#origin}${this.path()}`);
}
