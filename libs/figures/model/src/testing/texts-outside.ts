import type { Scene } from '../scene.js';
import { textWidth } from '../text-width.js';

/** The texts of a scene that reach outside it, or into each other, by their advance widths. */
export function textsOutside({ marks, width, height }: Scene): string[] {
  const boxes = marks.flatMap((mark) => {
    if (mark.kind !== 'text') return [];
    const wide = textWidth(mark.text, 13, /strong|target/.test(mark.role) ? 'strong' : 'regular');
    const left = mark.anchor === 'end' ? mark.x - wide : mark.anchor === 'middle' ? mark.x - wide / 2 : mark.x;
    return [{ text: mark.text, left, right: left + wide, top: mark.y - 10, bottom: mark.y + 3 }];
  });
  return boxes.flatMap((box, index) => {
    const isOutside = box.left < -1 || box.right > width + 1 || box.top < -1 || box.bottom > height + 1;
    const met = boxes
      .slice(index + 1)
      .find(
        (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
      );
    return [...(isOutside ? [`${box.text} is outside`] : []), ...(met ? [`${box.text} meets ${met.text}`] : [])];
  });
}
