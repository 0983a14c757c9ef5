import type { Draft } from "#lib/schedule/candidate.ts";
import type { WorkKind } from "#lib/schedule/load/shapes.ts";
import { classLabelParts } from "#lib/schools/class-rules.ts";

const DAY = /^\d{4}-\d\d-\d\d$/;

/** What stands in a form of a work right now; null while there is too little to judge. `base` is what the form does not ask. */
export function draftOfForm(data: FormData, base: Partial<Draft>): Draft | null {
  const text = (name: string) => String(data.get(name) ?? "");
  const labels = data.getAll("classes[]").map(String);
  const parts = labels.map(classLabelParts);
  const grade = base.grade ?? parts[0]?.grade;
  const classes = base.classes ?? labels;
  const on = text("on");
  const minutes = base.minutes ?? Number(text("minutes"));
  if (grade === undefined || classes.length === 0 || !DAY.test(on) || !(minutes > 0)) return null;
  if (parts.some((part) => part?.grade !== grade)) return null;
  return {
    id: base.id ?? null,
    windowId: base.windowId ?? null,
    level: base.level ?? "school",
    kind: base.kind ?? (text("kind") as WorkKind),
    title: base.title ?? text("title"),
    subject: base.subject ?? text("subject"),
    classes,
    grade,
    on: on as Draft["on"],
    lesson: /^\d{1,2}$/.test(text("lesson")) ? Number(text("lesson")) : null,
    minutes,
    wholeClass: base.wholeClass ?? data.get("wholeClass") === "on",
  };
}
