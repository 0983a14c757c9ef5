import type { Option } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { workKinds, workLevels } from "#lib/schedule/load/shapes.ts";
import { scheduleSubjects, subjectKey } from "#lib/schedule/subjects.ts";

/** «любой» */
export const anyOption = (t: Translate): Option => ({ value: "", label: t("schedule.filter.any") });

export const subjectOptions = (t: Translate): Option[] =>
  scheduleSubjects.map((code) => ({ value: code, label: t(subjectKey(code)) }));

export const levelOptions = (t: Translate): Option[] =>
  workLevels.map((level) => ({ value: level, label: t(`loadRules.level.${level}`) }));

export const kindOptions = (t: Translate): Option[] =>
  workKinds.map((kind) => ({ value: kind, label: t(`loadRules.kind.${kind}`) }));

export const gradeOptions = (grades: readonly number[]): Option[] =>
  grades.map((grade) => ({ value: String(grade), label: String(grade) }));

export const lessonOptions = (t: Translate): Option[] => [
  { value: "", label: t("schedule.form.anyLesson") },
  ...Array.from({ length: 10 }, (_, index) => ({ value: String(index + 1), label: String(index + 1) })),
];
