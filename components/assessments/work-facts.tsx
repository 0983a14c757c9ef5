import { Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { WorkView } from "#lib/assessments/work-view.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import type { Locale } from "#messages/load.ts";

/** Code, who writes, when, maximum, and how many schools have brought results. */
export function WorkFacts({ t, locale, work }: { t: Translate; locale: Locale; work: WorkView }) {
  return (
    <Facts
      facts={[
        { key: "code", term: t("assessments.work.code"), value: work.code },
        { key: "max", term: t("assessments.work.max"), value: work.maxScore },
        {
          key: "grade",
          term: t("assessments.work.grade"),
          value: t("assessments.work.gradeValue", { grade: work.gradeWriting }),
        },
        { key: "window", term: t("assessments.work.window"), value: windowText(t, locale, work) },
        {
          key: "results",
          term: t("assessments.work.results"),
          value: t("assessments.work.resultsValue", { count: work.schools }),
        },
        ...(work.note ? [{ key: "note", term: t("assessments.work.note"), value: work.note }] : []),
      ]}
    />
  );
}

/** «с 20.04.2026 по 20.05.2026», one of the two, or the word that it is not known. */
export function windowText(
  t: Translate,
  locale: Locale,
  { opensOn, closesOn }: Pick<WorkView, "opensOn" | "closesOn">,
): string {
  const opens = opensOn ? formatDay(opensOn, { locale }) : "";
  const closes = closesOn ? formatDay(closesOn, { locale }) : "";
  const key = opens && closes ? "windowBoth" : opens ? "windowFrom" : closes ? "windowTo" : "windowUnknown";
  return t(`assessments.work.${key}`, { opens, closes });
}
