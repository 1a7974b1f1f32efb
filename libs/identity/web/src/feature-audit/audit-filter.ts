import { type AuditCatalogue, AuditQuery } from '@malspar/shared-model';
import type * as z from 'zod';

/** The log's filter as it stands in the address; what is missing or unreadable does not narrow. */
export interface AuditAddress {
  readonly omrade?: string | undefined;
  readonly person?: string | undefined;
  readonly handelse?: string | undefined;
  readonly fran?: string | undefined;
  readonly till?: string | undefined;
  /** `visa`: sign-ins are among the acts. */
  readonly inloggningar?: string | undefined;
}

/** The filter as the server takes it. */
export interface AuditChoice {
  readonly focusArea?: string;
  readonly person?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly signIns: 'true' | 'false';
}

const { focusArea, person, kind, from, to } = AuditQuery.shape;

/** The choices that the address makes, among what the catalogue declares. */
export function choiceOf(catalogue: Pick<AuditCatalogue, 'has'>, address: AuditAddress): AuditChoice {
  const known = kind.refine((name) => name === undefined || catalogue.has(name));
  return {
    ...read('focusArea', focusArea, address.omrade),
    ...read('person', person, address.person),
    ...read('kind', known, address.handelse),
    ...read('from', from, address.fran),
    ...read('to', to, address.till),
    signIns: address.inloggningar === 'visa' ? 'true' : 'false',
  };
}

function read<K extends string, T>(name: K, schema: z.ZodType<T>, text: string | undefined): Partial<Record<K, T>> {
  const value = text ? schema.safeParse(text).data : undefined;
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<K, T>>);
}

/** Whether anything but the sign-ins is left out. */
export const isNarrowed = (choice: AuditChoice): boolean => Object.keys(choice).some((key) => key !== 'signIns');
