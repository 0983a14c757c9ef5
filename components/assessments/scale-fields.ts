import type { Translate } from "#components/ui/translate.ts";
import { scaleText } from "#lib/assessments/scale-text.ts";
import type { WorkView } from "#lib/assessments/work-view.ts";
import type { FieldSpec } from "./form-field.tsx";

/** Bands as they are printed, where they are printed, and why they change. */
export function scaleFields(t: Translate, work: WorkView): FieldSpec[] {
  const form = (key: string) => t(`assessments.scaleForm.${key}`, { max: work.maxScore });
  const inForce = work.editions.find((edition) => edition.inForce);
  return [
    {
      kind: "text",
      name: "scale",
      label: form("scale"),
      hint: form("scaleHint"),
      value: inForce ? scaleText(inForce.bands) : "",
    },
    { kind: "text", name: "source", label: form("source"), hint: form("sourceHint"), width: "full" },
    { kind: "lines", name: "note", label: form("note"), note: t("assessments.form.optional"), rows: 3 },
    { kind: "tick", name: "needsCheck", label: form("needsCheck") },
  ];
}
