import type { Mark, Role, Scene, Stop } from './scene.js';

export type Attributes = Readonly<Record<string, string | number>>;

/** An element of a drawing as SVG knows it. A page gives it looks by its role, print by attributes. */
export interface SceneElement {
  readonly tag: 'path' | 'rect' | 'text';
  readonly role: Role;
  readonly attributes: Attributes;
  /** What it says; for text alone. */
  readonly text: string | null;
  /** The plan's or a person's words, in the plan's language. */
  readonly isPlans?: true;
}

/** What a scene is in SVG: the one place where marks become elements, on the page, in the app and in print. */
export const sceneElements = ({ marks }: Scene): SceneElement[] => marks.map(elementOf);

function elementOf(mark: Mark): SceneElement {
  const { kind: tag, role } = mark;
  switch (tag) {
    case 'path': {
      const moved: Attributes = mark.at ? { transform: `translate(${mark.at.join(' ')})` } : {};
      return { tag, role, attributes: { d: mark.d, ...moved }, text: null };
    }
    case 'rect':
      return { tag, role, attributes: { x: mark.x, y: mark.y, width: mark.w, height: mark.h }, text: null };
    case 'text': {
      const anchor: Attributes = mark.anchor && mark.anchor !== 'start' ? { 'text-anchor': mark.anchor } : {};
      return {
        tag,
        role,
        attributes: { x: mark.x, y: mark.y, ...anchor },
        text: mark.text,
        ...(mark.isPlans && { isPlans: true }),
      };
    }
  }
}

/** Where the stops are, with what each says, for whoever walks a drawing on a page; not to be seen. */
export const stopElements = ({ stops }: Scene): SceneElement[] =>
  stops.map(({ x, y, w, h, says }: Stop) => ({
    tag: 'rect',
    role: 'stop',
    attributes: { x, y, width: w, height: h, 'data-says': says },
    text: null,
  }));
