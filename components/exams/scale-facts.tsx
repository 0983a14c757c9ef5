import { Facts } from "#components/ui/facts.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ExamFacts, ExamScaleFacts } from "#lib/exams/exam-facts.ts";
import { isMarked } from "#lib/exams/subjects.ts";
import type { ExamWords } from "#lib/exams/words.ts";

/** The scale in force in words: borders or thresholds, extra conditions, source, and whether it was compared with the primary text. */
export function ScaleFacts({
  words,
  exam,
  scale,
}: {
  words: ExamWords;
  exam: ExamFacts;
  scale: ExamScaleFacts | null;
}) {
  const { t } = words;
  if (!scale) return <p>{t("exams.scale.none")}</p>;
  const { geometry, literacy } = scale.rule;
  const marked = isMarked(exam.kind, exam.subject);
  const facts = [
    ...(marked && scale.min3 !== null
      ? [
          {
            key: "borders",
            term: t("exams.scale.borders"),
            value: t("exams.scale.bordersText", {
              below3: scale.min3 - 1,
              min3: scale.min3,
              below4: (scale.min4 ?? 1) - 1,
              min4: scale.min4 ?? 0,
              below5: (scale.min5 ?? 1) - 1,
              min5: scale.min5 ?? 0,
              max: scale.maxPrimary ?? 0,
            }),
          },
        ]
      : []),
    ...(geometry
      ? [
          {
            key: "geometry",
            term: t("exams.scale.extra"),
            value: t("exams.scale.geometry", { min: geometry.min, tasks: geometry.tasks.join(", ") }),
          },
        ]
      : []),
    ...(literacy
      ? [
          {
            key: "literacy",
            term: t("exams.scale.extra"),
            value: `${t("exams.scale.literacy", { min4: literacy.min4, min5: literacy.min5 })}${literacy.extended === null ? ` ${t("exams.scale.literacyUnknown")}` : ""}`,
          },
        ]
      : []),
    ...(["attestat", "rosobrnadzor", "minobrnauki", "profileMin"] as const).flatMap((key) => {
      const value = scale[key];
      return value === null ? [] : [{ key, term: t(`exams.scale.${key}`), value: String(value) }];
    }),
    ...(marked
      ? []
      : [
          {
            key: "table",
            term: t("exams.scale.table"),
            value:
              scale.testScores.length === 0
                ? t("exams.scale.tableNone")
                : t("exams.scale.tableText", { max: scale.maxPrimary ?? 0 }),
          },
        ]),
    {
      key: "source",
      term: t("exams.scale.source"),
      value: `${t("exams.scale.edition", { edition: scale.edition, whose: scale.regionId === null ? "country" : "region" })}. ${scale.source}`,
    },
  ];
  return (
    <>
      {scale.needsCheck ? (
        <Notice kind="warn" t={t} title={t("exams.scale.unchecked")}>
          <p className="max-w-measure">{scale.note === "" ? t("exams.scale.uncheckedText") : scale.note}</p>
        </Notice>
      ) : null}
      <Facts facts={facts} />
    </>
  );
}
