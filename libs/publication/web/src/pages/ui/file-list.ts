import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublishedFile } from '@malspar/publication-model';
import { fileSize } from '@malspar/shared-web';

/** The files of one version, to download. */
@Component({
  selector: 'ms-file-list',
  imports: [TranslocoDirective],
  template: `
    <ul class="plain-list" *transloco="let t">
      @for (file of files(); track file.name) {
        <li>
          <a [href]="addressOf()(file.name)" download>{{ labelOf(file, t) }}</a>
          <span class="hint"
            ><bdi>{{ file.name }}</bdi
            >, {{ fileSize(file.bytes) }}</span
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin-block: var(--s2);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      align-items: baseline;
      padding-block: var(--s1);
    }
    .hint {
      overflow-wrap: anywhere;
    }
  `,
})
export class FileList {
  /** Where the file of a name is. */
  readonly addressOf = input.required<(name: string) => string>();
  readonly files = input.required<readonly PublishedFile[]>();

  protected readonly fileSize = fileSize;

  /** What it holds comes first: several files have the same form. */
  protected labelOf({ table, format }: PublishedFile, t: (key: string) => string): string {
    const form = t(`publication.format.${format}`);
    const key = `publication.table.${table ?? ''}`;
    const word = t(key);
    // A kind whose tables have no words here is told by its files' names.
    return table === undefined || word === key ? form : `${word}, ${form}`;
  }
}
