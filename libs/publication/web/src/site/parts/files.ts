import { Component, inject, input } from '@angular/core';
import type { PublishedVersion } from '@malspar/publication-model';
import { CONTEXT } from '../page-context.js';

/** What can be fetched of a published version, with form and size. */
@Component({
  selector: 'ms-files',
  template: `
    <ul class="files">
      @for (file of version().files; track $index) {
        <li>
          <!-- The name is part of the link: several files have the same form. -->
          <a [href]="context.filePath(version().report.period, version().report.version, file.name)"
            >{{ t.files.format[file.format] }} <span class="file-name">{{ file.name }}</span></a
          >
          <span class="muted">{{ context.size(file.bytes) }}</span>
        </li>
      }
    </ul>
  `,
})
export class Files {
  readonly version = input.required<PublishedVersion>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
}
