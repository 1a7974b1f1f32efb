/** What a mark means; a stylesheet or a palette gives it looks. */
export type Role = string;

export type Mark =
  | { readonly kind: 'path'; readonly d: string; readonly role: Role; readonly at?: readonly [number, number] }
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly role: Role;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly role: Role;
      readonly anchor?: 'start' | 'middle' | 'end';
      /** The plan's or a person's words, in the plan's language. */
      readonly isPlans?: true;
    };

/** A datum one can walk to: where it is and what it says. */
export interface Stop {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly says: string;
}

/** A drawing as data: numbers, words and role names. No DOM, colours or fonts; the same on page, in print and in files. */
export interface Scene {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly desc: string;
  readonly marks: readonly Mark[];
  readonly stops: readonly Stop[];
}
