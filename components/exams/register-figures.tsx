import { Section } from "#components/layout/section.tsx";
import { countedShare, type ExamFigure } from "#lib/exams/measures.ts";
import type { ExamAnalysis } from "#lib/exams/queries.ts";
import type { ExamWords } from "#lib/exams/words.ts";
import { FigureTiles } from "./figures.tsx";

/** The mark of ОГЭ against the yearly one, and who of the profile chose the examination: counts entered by hand. */
export function RegisterFigures({ words, analysis }: { words: ExamWords; analysis: ExamAnalysis }) {
  const { register } = analysis;
  if (!register) return null;
  const { yearlyLower, yearlySame, yearlyHigher, profilePupils, profileChose } = register;
  const yearly =
    yearlyLower === null && yearlySame === null && yearlyHigher === null
      ? []
      : yearlyFigures(yearlyLower ?? 0, yearlySame ?? 0, yearlyHigher ?? 0);
  const profile =
    profilePupils === null || profileChose === null
      ? []
      : [countedShare("profileChose", profileChose, profilePupils)];
  const figures = [...yearly, ...profile];
  if (figures.length === 0) return null;
  const { t } = words;
  return (
    <Section id="registers" title={t("exams.sections.registers")} lead={<p>{t("exams.registers.byHand")}</p>}>
      <FigureTiles words={words} figures={figures} />
    </Section>
  );
}

function yearlyFigures(lower: number, same: number, higher: number): ExamFigure[] {
  const all = lower + same + higher;
  return [
    countedShare("yearlyLower", lower, all),
    countedShare("yearlySame", same, all),
    countedShare("yearlyHigher", higher, all),
  ];
}
