/*
 * Charts have no viewBox: x runs in per cent of the drawing, y in em of its text. So letters keep their size on a phone, grow
 * with the reader's setting, and no script or inline style is needed.
 */

/** A share of the width as an SVG length; `part` is 0…1. */
export function percent(part: number): string {
  return `${Number((part * 100).toFixed(3))}%`;
}

/** A height as an SVG length in em of the chart's text. */
export function em(height: number): string {
  return `${Number(height.toFixed(3))}em`;
}
