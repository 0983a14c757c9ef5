import { rootTranslator } from "#messages/translate.ts";
import type { ReadTx } from "../platform/access/as-viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import { formatDay } from "../platform/format/day.ts";
import type { CycleRow } from "./facts.ts";

/** The lines of the school's cycle of that year, in the order of their days; those left out with a reason are no part of the plan. */
export async function cycleRows(
  tx: ReadTx,
  { schoolId, schoolYear }: { schoolId: number; schoolYear: number },
  locale: "ru" | "uk",
): Promise<CycleRow[]> {
  const items = await tx.cycleItem.findMany({
    where: { plan: { schoolId, year: schoolYear }, status: { not: "dropped" } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  const say = rootTranslator(locale);
  // A line of the template says in the reader's language what the school has not put in words of its own.
  const words = (own: string, code: string, part: "title" | "output") =>
    own === "" && code !== "" ? say(`cycle.template.${code}.${part}`) : own;
  return items.map((item) => ({
    when: formatDay(dateToDay(item.dueOn) ?? "", { locale }),
    what: words(item.title, item.code, "title"),
    performer: say(`cycle.performer.${item.performer}`),
    output: words(item.output, item.code, "output"),
    addressee: item.addressees.map((one) => say(`cycle.addressee.${one}`)).join(", "),
  }));
}
