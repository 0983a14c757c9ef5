import type { Translate } from "#components/ui/translate.ts";
import { ITEM } from "#lib/results/cells/item.ts";
import type { FieldChange } from "#lib/submissions/row-history.ts";

/** «Задание 4К1», «Отметка по журналу». */
export function changedName(t: Translate, name: FieldChange["name"], tasks: readonly string[]): string {
  return "index" in name
    ? t("submissions.row.item", { code: tasks[name.index] ?? String(name.index + 1) })
    : t(`submissions.row.name.${name.field}`);
}

const signs = new Map<unknown, string>([
  [ITEM.notAttempted, "notAttempted"],
  [ITEM.notTaught, "notTaught"],
  [ITEM.blank, "blank"],
  [ITEM.rejected, "rejected"],
]);

/** What stood in a cell, in words where it is a sign. */
export function changedValue(t: Translate, { name }: FieldChange, value: string | number | null): string {
  if (value === null) return t("submissions.row.nothing");
  if ("index" in name) {
    const sign = signs.get(value);
    return sign ? t(`results.rows.signs.${sign}`) : String(value);
  }
  return name.field === "status" ? t(`submissions.row.status.${value}`) : String(value);
}
