import type { Decimal } from '@malspar/shared-model';

/** `numeric(18,6)` comes back padded with zeros; what is shown and compared is the number as it was given. */
export const trimmedDecimal = {
  to: (value: Decimal | null): Decimal | null => value,
  from: (value: string | null): Decimal | null =>
    value?.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value,
};
