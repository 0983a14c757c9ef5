import { workName } from "../assessments/work-title.ts";
import type { Words } from "../insights/words.ts";
import type { Figure } from "../platform/format/figure.ts";
import type { Snapshot } from "./snapshot.ts";

const status: Record<Figure["kind"], string> = {
  value: "ok",
  tooFew: "suppressed",
  absent: "no_data",
  notApplicable: "not_applicable",
};
const marks = ["2", "3", "4", "5"] as const;

/** The numbers of an edition as lines of a table, one a number; a hidden one is empty and its status says why. */
export function csvRows({ t }: Words, snapshot: Snapshot): (string | number | null)[][] {
  const head = ["work", "year", "unit", "measure", "value", "status"].map((name) => t(`public.csv.${name}`));
  const lines = snapshot.works.flatMap((work) =>
    work.units.flatMap(({ name, counts, completionPercent }) => {
      const line = (measure: string, figure: Figure) => [
        workName(t, work),
        work.year,
        name,
        measure,
        figure.kind === "value" ? figure.value : null,
        status[figure.kind],
      ];
      return [
        line(t("public.csv.n"), counts.n),
        ...marks.map((mark) => line(t("public.table.mark", { mark }), counts[mark])),
        line(t("public.csv.low"), counts.low),
        line(t("public.csv.high"), counts.high),
        line(t("public.csv.completion"), completionPercent),
      ];
    }),
  );
  return [head, ...lines];
}
