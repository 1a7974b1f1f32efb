import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { dateInZone } from '@malspar/shared-model';
import { Audience, type ErrorLink, ErrorSummary, fileSize } from '@malspar/shared-web';
import { DOCUMENT_LIMIT, DocumentDetails, type DocumentLanguage, type PlanDocument } from '@malspar/site-model';
import { fileFault, titleOf } from '../data/chosen-file';
import { DocumentStore } from '../data/document-store';
import { UploadStore } from '../data/upload-store';
import { SiteActProblem } from './site-act-problem';

interface Written {
  readonly title: string;
  readonly date: string;
  readonly language: DocumentLanguage;
}
type Field = 'file' | 'title' | 'date';

let shown = 0;

function writtenOf(document: PlanDocument | undefined, mode: 'new' | 'describe' | 'replace'): Written {
  const today = dateInZone(new Date());
  if (!document) return { title: '', date: today, language: 'sv' };
  const { title, date, language } = document;
  return { title, language, date: mode === 'replace' ? today : date };
}

/** A new document, other words about one, or a new file for one. What is written stays until it has been taken. */
@Component({
  selector: 'ms-document-form',
  imports: [Audience, ErrorSummary, SiteActProblem, TranslocoDirective],
  providers: [UploadStore],
  templateUrl: './document-form.html',
  styleUrl: './document-form.css',
})
export class DocumentForm {
  readonly mode = input.required<'new' | 'describe' | 'replace'>();
  /** Absent for a new one. */
  readonly document = input<PlanDocument>();
  readonly saved = output<PlanDocument>();
  readonly closed = output();

  readonly #documents = inject(DocumentStore);
  protected readonly upload = inject(UploadStore);
  protected readonly id = `document-${++shown}`;
  /** In MB. */
  protected readonly limit = DOCUMENT_LIMIT / 1_000_000;
  protected readonly fileSize = fileSize;
  /** Begun anew for another document only: what others do to this one leaves what is written here. */
  protected readonly written = linkedSignal<string, Written>({
    source: computed(() => `${this.mode()} ${this.document()?.id ?? ''}`),
    computation: () => untracked(() => writtenOf(this.document(), this.mode())),
  });
  protected readonly file = signal<File | null>(null);
  protected readonly faults = signal<Readonly<Partial<Record<Field, string>>>>({});
  protected readonly busy = computed(() => this.upload.sent() !== null || this.#documents.busy());
  protected readonly percent = computed(() => Math.round((this.upload.sent() ?? 0) * 100));

  protected write(change: Partial<Written>): void {
    this.written.update((written) => ({ ...written, ...change }));
    this.#clear(...(Object.keys(change) as Field[]));
  }

  protected async choose(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0] ?? null;
    this.file.set(file);
    this.upload.forget();
    this.#clear('file');
    if (!file) return;
    const fault = await fileFault(file);
    if (fault) this.faults.update((faults) => ({ ...faults, file: fault }));
    else if (this.mode() === 'new' && this.written().title.trim() === '') this.write({ title: titleOf(file.name) });
  }

  protected links(translate: (key: string) => string): ErrorLink[] {
    return (['file', 'title', 'date'] as const).flatMap((field) => {
      const fault = this.faults()[field];
      return fault ? [{ id: `${this.id}-${field}`, text: translate(`site.fault.${fault}`) }] : [];
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.upload.forget();
    this.faults.set(await this.#find());
    if (Object.keys(this.faults()).length > 0) return;
    const done = await this.#save();
    if (done) this.saved.emit(done);
  }

  async #find(): Promise<Partial<Record<Field, string>>> {
    const faults: Partial<Record<Field, string>> = {};
    const file = this.file();
    const fileWanted = this.mode() !== 'describe';
    const fault = fileWanted ? (file ? await fileFault(file) : 'missing') : null;
    if (fault) faults.file = fault;
    const read = DocumentDetails.safeParse(this.written());
    for (const { path, message } of read.error?.issues ?? []) {
      const field = path[0] as Field;
      faults[field] ??= message === 'too-long' ? 'titleTooLong' : field === 'title' ? 'titleMissing' : 'date';
    }
    return faults;
  }

  async #save(): Promise<PlanDocument | null> {
    const [document, file] = [this.document(), this.file()];
    const details = DocumentDetails.parse(this.written());
    if (this.mode() === 'describe') {
      if (!document) return null;
      return (await this.#documents.describe(document.id, document.revision, details)) ? document : null;
    }
    if (!file) return null;
    return this.upload.send(document ? { id: document.id, date: details.date } : { details }, file);
  }

  #clear(...fields: Field[]): void {
    this.faults.update((faults) =>
      Object.fromEntries(Object.entries(faults).filter(([field]) => !fields.includes(field as Field))),
    );
  }
}
