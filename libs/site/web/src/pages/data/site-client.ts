import { HttpClient, HttpEventType, HttpXhrBackend } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type AccessibilityStatement, type DocumentDetails, PlanDocument, SavedStatement } from '@malspar/site-model';
import { lastValueFrom, type Observable, tap } from 'rxjs';
import * as z from 'zod';

const DOCUMENTS = '/api/v1/site/documents';
const STATEMENT = '/api/v1/site/accessibility-statement';

/** What a file is for: a document that is not there yet, or one that is. */
export type UploadTarget = { readonly details: DocumentDetails } | { readonly id: string; readonly date: string };

/**
 * Routes on what stands on the public site. Failures reject with Angular's `HttpErrorResponse`, responses of another shape
 * with a `ZodError`.
 */
@Injectable({ providedIn: 'root' })
export class SiteClient {
  readonly #http = inject(HttpClient);
  // How much of a file has left is known to XMLHttpRequest alone.
  readonly #files = new HttpClient(inject(HttpXhrBackend));

  documents(): Promise<PlanDocument[]> {
    return this.#parsed(this.#http.get(DOCUMENTS), z.array(PlanDocument));
  }

  /** The same `idempotencyKey` gives the same document, however often it is sent. `sent` is told the part sent, 0–1. */
  async upload(
    target: UploadTarget,
    file: Blob,
    idempotencyKey: string,
    sent: (part: number) => void,
  ): Promise<PlanDocument> {
    const [address, params] =
      'id' in target ? [`${DOCUMENTS}/${target.id}/versions`, { date: target.date }] : [DOCUMENTS, target.details];
    const headers = { 'Idempotency-Key': idempotencyKey, 'Content-Type': 'application/pdf' };
    const options = { params, headers, reportProgress: true, observe: 'events' } as const;
    const last = await lastValueFrom(
      this.#files.post(address, file, options).pipe(
        tap((event) => {
          if (event.type === HttpEventType.UploadProgress) sent(event.loaded / (event.total ?? file.size));
        }),
      ),
    );
    return PlanDocument.parse(last.type === HttpEventType.Response ? last.body : null);
  }

  describe(id: string, revision: number, details: DocumentDetails): Promise<PlanDocument> {
    const headers = { 'If-Match': `"${revision}"` };
    return this.#parsed(this.#http.put(`${DOCUMENTS}/${id}`, details, { headers }), PlanDocument);
  }

  order(ids: readonly string[]): Promise<PlanDocument[]> {
    return this.#parsed(this.#http.put(`${DOCUMENTS}/order`, { ids }), z.array(PlanDocument));
  }

  withdraw(id: string): Promise<PlanDocument> {
    return this.#parsed(this.#http.post(`${DOCUMENTS}/${id}/withdraw`, {}), PlanDocument);
  }

  restore(id: string): Promise<PlanDocument> {
    return this.#parsed(this.#http.post(`${DOCUMENTS}/${id}/restore`, {}), PlanDocument);
  }

  statement(): Promise<SavedStatement> {
    return this.#parsed(this.#http.get(STATEMENT), SavedStatement);
  }

  /** Saves the next version, written from the one that was seen and no other. */
  saveStatement(version: number, statement: AccessibilityStatement): Promise<SavedStatement> {
    const headers = { 'If-Match': `"${version}"` };
    return this.#parsed(this.#http.put(STATEMENT, statement, { headers }), SavedStatement);
  }

  async #parsed<S extends z.ZodType>(response: Observable<unknown>, schema: S): Promise<z.infer<S>> {
    return schema.parse(await lastValueFrom(response));
  }
}
