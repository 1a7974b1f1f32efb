import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  Corrected,
  type CorrectionRequest,
  Publication,
  type PublicationDraft,
  PublicationPreview,
  PublicationPreviewReceipt,
  PublicationReceipt,
  PublishableKind,
  type PublishRequest,
} from '@malspar/publication-model';
import { firstValueFrom, type Observable } from 'rxjs';
import * as z from 'zod';

const API = '/api/v1';

/**
 * Every publication route. Answers are parsed by the model's own schemas; failures reject with Angular's
 * `HttpErrorResponse`, answers of another shape with a `ZodError`.
 */
@Injectable({ providedIn: 'root' })
export class PublicationClient {
  readonly #http = inject(HttpClient);

  kinds(): Promise<PublishableKind[]> {
    return this.#parsed(this.#http.get<unknown>(`${API}/publications/kinds`), z.array(PublishableKind));
  }

  publications(): Promise<Publication[]> {
    return this.#parsed(this.#http.get<unknown>(`${API}/publications`), z.array(Publication));
  }

  /** What would be published now, with what has been written so far. */
  preview(period: string, draft: PublicationDraft): Promise<PublicationPreview> {
    return this.#parsed(this.#http.post<unknown>(`${of(period)}/preview`, draft), PublicationPreview);
  }

  /** Has page and files made as they would be published. */
  makePreview(period: string, draft: PublicationDraft): Promise<PublicationPreviewReceipt> {
    return this.#parsed(this.#http.post<unknown>(`${of(period)}/previews`, draft), PublicationPreviewReceipt);
  }

  /** The same `idempotencyKey` gives the same receipt, however often it is sent. */
  publish(period: string, request: PublishRequest, idempotencyKey: string): Promise<PublicationReceipt> {
    const headers = { 'Idempotency-Key': idempotencyKey };
    return this.#parsed(this.#http.post<unknown>(`${of(period)}/versions`, request, { headers }), PublicationReceipt);
  }

  correct(period: string, request: CorrectionRequest, idempotencyKey: string): Promise<{ reportId: string }> {
    const headers = { 'Idempotency-Key': idempotencyKey };
    return this.#parsed(this.#http.post<unknown>(`${of(period)}/corrections`, request, { headers }), Corrected);
  }

  async #parsed<S extends z.ZodType>(response: Observable<unknown>, schema: S): Promise<z.infer<S>> {
    return schema.parse(await firstValueFrom(response));
  }
}

/** Where a file of a published version is. `contentKind`: null for the usual kind. */
export const fileOfVersion =
  (period: string, version: number, contentKind: string | null) =>
  (name: string): string =>
    `${of(period)}/versions/${version}/files/${encodeURIComponent(name)}` +
    (contentKind === null ? '' : `?contentKind=${encodeURIComponent(contentKind)}`);

/** Where a preview's page and files are. */
export const pageOfPreview = (id: string, language: string): string => `${API}/previews/${id}/pages/${language}`;
export const fileOfPreview =
  (id: string) =>
  (name: string): string =>
    `${API}/previews/${id}/files/${encodeURIComponent(name)}`;

const of = (period: string): string => `${API}/publications/${encodeURIComponent(period)}`;
