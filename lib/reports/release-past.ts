/** What one edition said of each cell of its units: the number, or null where it was hidden. */
export type Publication = ReadonlyMap<string, number | null>;

/** What readers know from all editions there ever were; they keep old ones, and withdrawn ones too. */
export interface PublicPast {
  /** The numbers that the last edition about each unit shows. */
  newest: ReadonlyMap<string, number>;
  /**
   * What was public at the same time: the last view is `newest`, and there is one more for the moment before each
   * edition that changed or hid a number. Sums hold within a view, because its numbers were true together.
   */
  views: readonly ReadonlyMap<string, number>[];
  /** Every public value of a cell, newest first, none twice. */
  valuesOf(id: string): readonly number[];
}

/** The id of an earlier public value of a cell. */
export const wasId = (id: string, before: number) => `${id} was ${before}`;

/** The public past of a work; `history` holds its editions, the oldest first. */
export function pastOf(history: readonly Publication[]): PublicPast {
  const view = new Map<string, number>();
  const views: ReadonlyMap<string, number>[] = [];
  const values = new Map<string, number[]>();
  for (const publication of history) {
    if ([...publication].some(([id, value]) => view.has(id) && view.get(id) !== value))
      views.push(new Map(view));
    for (const [id, value] of publication) {
      if (value === null) {
        view.delete(id);
        continue;
      }
      view.set(id, value);
      values.set(id, [value, ...(values.get(id) ?? []).filter((old) => old !== value)]);
    }
  }
  return { newest: view, views: [...views, view], valuesOf: (id) => values.get(id) ?? [] };
}
