import type { Season, WorkKind } from "../assessments/rules.ts";
import { workName as nameOf, workTitle as titleOf } from "../assessments/work-title.ts";
import { NO_BREAK } from "../platform/format/number.ts";
import type { UnitKind } from "./schema.ts";
import type { NamedUnit } from "./units.ts";
import type { Words } from "./words.ts";
import type { AnalysedWork } from "./works.ts";

/** A class is spoken of otherwise than its school. */
export type SpokenKind = UnitKind | "class";

export function spokenKind(unit: { kind: UnitKind; classLabel: string | null }): SpokenKind {
  return unit.classLabel === null ? unit.kind : "class";
}

type TitledWork = Pick<
  AnalysedWork,
  "kind" | "year" | "season" | "subject" | "gradeTested" | "gradeWriting" | "level"
>;

/** The database keeps kinds and seasons as texts, under checks that allow these only. */
const named = (work: TitledWork) => ({
  ...work,
  kind: work.kind as WorkKind,
  season: work.season as Season,
});

/** «ВПР 2026. Русский язык, 4 класс». */
export function workTitle({ t }: Words, work: TitledWork): string {
  return titleOf(t, named(work));
}

/** «Русский язык, 4 класс»: where the year and kind are said already. */
export function workName({ t }: Words, work: TitledWork): string {
  return nameOf(t, named(work));
}

/** A number stays on the line of its sign: «Школа № 12». */
export function tied(name: string): string {
  return name.replaceAll("№ ", `№${NO_BREAK}`);
}

/** «5А, Школа № 12» for a class, else the unit's own name. */
export function unitName({ t }: Words, unit: Pick<NamedUnit, "name" | "classLabel">): string {
  const name = tied(unit.name);
  return unit.classLabel === null
    ? name
    : t("insights.className", { label: classText(t, unit.classLabel), school: name });
}

/** A class by its label; rows may have come without one. */
export function classText(t: Words["t"], label: string): string {
  return label === "" ? t("insights.classUnknown") : label;
}

/** «класс», «школа»: what the filled marks of a chart stand for. */
export function ownWord({ t }: Words, unit: Pick<NamedUnit, "kind" | "classLabel">): string {
  return t(`insights.kind.${spokenKind(unit) satisfies SpokenKind}`);
}

/** The small line under the finding of a chart: measure, work, whose, how many. */
export function measureLine(
  words: Words,
  of: { measure: string; work: TitledWork; unit: NamedUnit; pupils: number },
): string {
  return words.t("insights.measure.line", {
    what: words.t(`insights.measure.${of.measure}`),
    work: workTitle(words, of.work),
    unit: unitName(words, of.unit),
    pupils: words.t("insights.pupils", { count: of.pupils }),
  });
}
