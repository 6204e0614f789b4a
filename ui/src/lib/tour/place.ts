/** A rectangle of the window, in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Room to what is pointed at, and to the edges of the window. */
const GAP = 12;

/** Whether two rectangles share a pixel. */
export function overlap(one: Box, other: Box): boolean {
  const across = one.left < other.left + other.width && other.left < one.left + one.width;
  return across && one.top < other.top + other.height && other.top < one.top + one.height;
}

/** Where a panel of this size stands beside what it speaks of: right, left, below or above, wherever there is room, and in the
 *  lower corner of the window where there is none or nothing to point at. */
export function beside(
  at: Box | null,
  panel: Pick<Box, 'width' | 'height'>,
  room: Pick<Box, 'width' | 'height'>,
) {
  const most = { left: room.width - panel.width - GAP, top: room.height - panel.height - GAP };
  const inside = (left: number, top: number) => ({
    left: Math.max(GAP, Math.min(left, most.left)),
    top: Math.max(GAP, Math.min(top, most.top)),
  });
  if (!at) return inside(most.left, most.top - GAP * 2);
  const [right, bottom] = [at.left + at.width + GAP, at.top + at.height + GAP];
  if (right <= most.left) return inside(right, at.top);
  if (at.left - GAP - panel.width >= GAP) return inside(at.left - GAP - panel.width, at.top);
  if (bottom <= most.top) return inside(at.left + GAP, bottom);
  if (at.top - GAP - panel.height >= GAP) return inside(at.left + GAP, at.top - GAP - panel.height);
  return inside(most.left, most.top - GAP * 2);
}
