import { Component, computed, inject, input } from '@angular/core';
import { csvTableOf, type PublishedVersion, REPORTS_ROOT } from '@malspar/environmental-report-model';
import type { PublishedFile } from '@malspar/publication-model';
import { CONTEXT } from '../report-context.js';

/** What can be fetched of a published version, with form and size. */
@Component({
  selector: 'ms-files',
  template: `
    <ul class="files">
      @for (file of shown(); track $index) {
        <li>
          <a [href]="context.filePath(root, version().report.period, version().report.version, file.name)">{{
            labelOf(file)
          }}</a>
          <span class="muted">{{ context.size(file.bytes) }}</span>
        </li>
      }
    </ul>
  `,
})
export class Files {
  readonly version = input.required<PublishedVersion>();
  /** Null: all of them. */
  readonly formats = input<readonly PublishedFile['format'][] | null>(null);
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly root = REPORTS_ROOT;
  protected readonly shown = computed(() =>
    this.version().files.filter(({ format }) => this.formats()?.includes(format) ?? true),
  );

  /** What it holds comes first: several files have the same form. */
  protected labelOf({ name, format }: PublishedFile): string {
    const { files } = this.t;
    const table = csvTableOf(name);
    return table === null ? files.format[format] : files.table(files.tables[table], files.format[format]);
  }
}
