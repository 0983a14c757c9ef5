import { groupSensitivity } from "../statistics/disclosure/primary.ts";
import type { Equation } from "../statistics/disclosure/table.ts";
import { type PublicPast, wasId } from "./release-past.ts";
import type { ReleaseTable } from "./release-table.ts";

/**
 * Adds what readers can work out from sums of the past: a number that was public then, less others that were public then,
 * less those that become public now, as far as these have not changed since.
 */
export function earlierSums(table: ReleaseTable, sums: readonly Equation[], past: PublicPast): void {
  const values = new Map(table.cells.map(({ id, value }) => [id, value]));
  const now = (id: string) => values.get(id) ?? 0;
  const added = new Set<string>();
  for (const view of past.views) {
    /** How the table calls the value of this view. */
    const then = (id: string) =>
      view.get(id) === now(id) && table.alreadyPublished.has(id) ? id : wasId(id, view.get(id) ?? 0);
    for (const { total, parts } of sums) {
      const whole = view.get(total);
      const known = parts.filter((part) => view.has(part));
      // Without a change since, this is the sum of today.
      if (whole === undefined || [total, ...known].every((id) => then(id) === id)) continue;
      const others = parts.filter((part) => !view.has(part));
      const left = known.reduce((rest, part) => rest - (view.get(part) ?? 0), whole);
      const add = (more: readonly string[], rest: number) => {
        const equation = { total: then(total), parts: [...known.map(then), ...more] };
        const name = `${equation.total} = ${equation.parts.join(" + ")}`;
        if (added.has(name)) return;
        added.add(name);
        if (rest === 0) {
          table.equations.push(equation);
          return;
        }
        const id = `rest of ${name}`;
        table.cells.push({ id, value: rest, sensitive: groupSensitivity(rest) !== null });
        table.notReleased.add(id);
        table.equations.push({ ...equation, parts: [...equation.parts, id] });
      };
      // Nothing of the rest has changed: whoever guesses so is right.
      if (others.reduce((rest, part) => rest - now(part), left) === 0) add(others, 0);
      const shownNow = others.filter((part) => !table.notReleased.has(part));
      // One alone as well: which of them will be hidden is not decided yet.
      for (const taken of [...shownNow.map((part) => [part]), ...(shownNow.length > 1 ? [shownNow] : [])]) {
        const unseen = taken.reduce((rest, part) => rest - now(part), left);
        if (unseen > 0) add(taken, unseen);
      }
    }
  }
}
