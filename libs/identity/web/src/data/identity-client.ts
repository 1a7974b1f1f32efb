import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  Assignment,
  type AssignmentInput,
  EndedSessions,
  OwnSession,
  type Person,
  PersonAccess,
} from '@malspar/identity-model';
import { firstValueFrom, type Observable } from 'rxjs';
import * as z from 'zod';
import { AuditEvents, ListedPeople, PeoplePage, PlanScopes } from './shapes';

const API = '/api/v1';
const MOST_PER_PAGE = 100;

/** What an administrator can do about somebody's access. */
export type AccessAct = 'deactivate' | 'activate' | 'end-sessions';

/**
 * Routes on people, assignments, sessions and the log. Failures reject with Angular's `HttpErrorResponse`, responses of another
 * shape with a `ZodError`.
 */
@Injectable({ providedIn: 'root' })
export class IdentityClient {
  readonly #http = inject(HttpClient);

  scopes(): Promise<PlanScopes> {
    return this.#parsed(this.#http.get(`${API}/plan`), PlanScopes);
  }

  assignments(): Promise<Assignment[]> {
    return this.#parsed(this.#http.get(`${API}/assignments`), z.array(Assignment));
  }

  /** All of them, however many pages that takes. */
  async people(): Promise<Person[]> {
    const people: Person[] = [];
    for (let page = 1; ; page += 1) {
      const params = { page, limit: MOST_PER_PAGE };
      const { items, total } = await this.#parsed(this.#http.get(`${API}/people`, { params }), PeoplePage);
      people.push(...items);
      if (items.length === 0 || people.length >= total) return people;
    }
  }

  create(input: AssignmentInput): Promise<Assignment> {
    return this.#parsed(this.#http.post(`${API}/assignments`, input), Assignment);
  }

  /** Changes the version that was seen, and no other. */
  change(id: string, version: number, input: AssignmentInput): Promise<Assignment> {
    const headers = { 'If-Match': `"${version}"` };
    return this.#parsed(this.#http.put(`${API}/assignments/${id}`, input, { headers }), Assignment);
  }

  /** Ends one that has begun, and takes away one that has not. */
  async remove(id: string): Promise<void> {
    await firstValueFrom(this.#http.delete(`${API}/assignments/${id}`));
  }

  /** Those with every word of `q` in name or e-mail. */
  peopleFound(q: string, page: number, limit: number): Promise<ListedPeople> {
    const params = { page, limit, ...(q === '' ? {} : { q }) };
    return this.#parsed(this.#http.get(`${API}/people`, { params }), ListedPeople);
  }

  changeAccess(id: string, act: AccessAct): Promise<PersonAccess> {
    return this.#parsed(this.#http.post(`${API}/people/${id}/${act}`, {}), PersonAccess);
  }

  ownSessions(): Promise<OwnSession[]> {
    return this.#parsed(this.#http.get(`${API}/me/sessions`), z.array(OwnSession));
  }

  async endOwnSession(id: string): Promise<void> {
    await firstValueFrom(this.#http.delete(`${API}/me/sessions/${id}`));
  }

  /** Ends all but the one that asks; gives how many. */
  async endOtherSessions(): Promise<number> {
    const response = this.#http.delete(`${API}/me/sessions`);
    return (await this.#parsed(response, EndedSessions)).endedSessions;
  }

  audit(filter: Readonly<Record<string, string>>, page: number, limit: number): Promise<AuditEvents> {
    return this.#parsed(this.#http.get(`${API}/audit`, { params: { ...filter, page, limit } }), AuditEvents);
  }

  async #parsed<S extends z.ZodType>(response: Observable<unknown>, schema: S): Promise<z.infer<S>> {
    return schema.parse(await firstValueFrom(response));
  }
}
