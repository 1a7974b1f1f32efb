import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { dateInZone } from '@malspar/shared-model';
import { fileSize } from '@malspar/shared-web';
import {
  Field,
  FieldControl,
  FieldDescription,
  FileControl,
  FormErrors,
  type FormFault,
  formFaults,
  FormHost,
  plainForm,
} from '@malspar/shared-web/form';
import { DOCUMENT_LIMIT, type PlanDocument } from '@malspar/site-model';
import { type FileFault, fileFault, titleOf } from '../data/chosen-file';
import {
  detailsOf,
  type DocumentMode,
  documentSchema,
  faultText,
  type WrittenDocument,
  writtenOf,
} from '../data/document-draft';
import { DocumentStore } from '../data/document-store';
import { UploadStore } from '../data/upload-store';
import { SiteActProblem } from './site-act-problem';

let shown = 0;

/** A new document, other words about one, or a new file for one. What is written stays until it has been taken. */
@Component({
  selector: 'ms-document-form',
  imports: [
    Field,
    FieldControl,
    FieldDescription,
    FileControl,
    FormErrors,
    FormField,
    FormHost,
    SiteActProblem,
    TranslocoDirective,
  ],
  providers: [UploadStore],
  templateUrl: './document-form.html',
  styleUrl: './document-form.css',
})
export class DocumentForm {
  readonly mode = input.required<DocumentMode>();
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
  protected readonly written = linkedSignal<string, WrittenDocument>({
    source: computed(() => `${this.mode()} ${this.document()?.id ?? ''}`),
    computation: () => untracked(() => writtenOf(this.document(), this.mode(), dateInZone(new Date()))),
  });
  protected readonly form = plainForm(this.written, {
    name: this.id,
    schema: documentSchema(this.mode),
    send: () => this.#send(),
  });
  /** What was found in the chosen file itself; said at once. */
  protected readonly fileFault = signal<FileFault | null>(null);
  protected readonly faultText = faultText;
  protected readonly busy = computed(() => this.upload.sent() !== null || this.#documents.busy());
  protected readonly percent = computed(() => Math.round((this.upload.sent() ?? 0) * 100));

  /** Looks at the chosen file, and proposes its name as the title where there is none. */
  protected async look(): Promise<void> {
    const { file, title } = this.written();
    this.upload.forget();
    this.fileFault.set(file && (await fileFault(file)));
    if (!file || this.fileFault() || this.mode() !== 'new' || title.trim() !== '') return;
    this.written.update((written) => ({ ...written, title: titleOf(file.name) }));
  }

  async #send(): Promise<readonly FormFault[]> {
    const { file } = this.written();
    const fault = file && (await fileFault(file));
    if (fault) return formFaults(this.form.fields, [{ pointer: '/file', code: fault }], faultText);
    const done = await this.#save();
    if (done) this.saved.emit(done);
    return [];
  }

  async #save(): Promise<PlanDocument | null> {
    const [document, { file }] = [this.document(), this.written()];
    const details = detailsOf(this.written());
    if (this.mode() === 'describe') {
      if (!document) return null;
      return (await this.#documents.describe(document.id, document.revision, details)) ? document : null;
    }
    if (!file) return null;
    return this.upload.send(document ? { id: document.id, date: details.date } : { details }, file);
  }
}
