import { Section } from "#components/layout/section.tsx";
import { countedShare, type ExamFigure } from "#lib/exams/measures.ts";
import type { MarkYear, ScoreYear } from "#lib/exams/persons.ts";
import type { RegisterSums } from "#lib/exams/register-reads.ts";
import type { ExamWords } from "#lib/exams/words.ts";
import { FigureTiles } from "./figures.tsx";

const people = (name: string, value: number | null, base = 0): ExamFigure => ({
  ...{ key: name, name, params: {}, unit: "people", decimals: 0, value, interval: null, method: null },
  ...{ part: null, base, scale: null },
});

/** What only persons tell: sums of three subjects, 100 points, «2» in several subjects. */
export function PersonsSection({
  words,
  scores,
  marks,
}: {
  words: ExamWords;
  scores: ScoreYear | null;
  marks: MarkYear | null;
}) {
  const { t } = words;
  if (!scores && !marks) return null;
  const unknown = (scores?.unknown ?? 0) + (marks?.unknown ?? 0);
  return (
    <Section id="persons" title={t("exams.persons.title")} lead={<p>{t("exams.persons.lead")}</p>}>
      {scores ? (
        <>
          <h3>{t("exams.kind.ege")}</h3>
          <FigureTiles
            words={words}
            figures={[
              people("persons", scores.persons),
              people("hundredWorks", scores.hundredWorks),
              people("hundredPersons", scores.hundredPersons),
              {
                ...countedShare("mandatoryFailed", scores.mandatoryFailed, scores.mandatory),
                key: "mandatoryFailed",
              },
            ]}
          />
          <FigureTiles
            words={words}
            figures={scores.sums.map(({ cut, count }) => ({
              ...countedShare("threeSum", count, scores.withThree, { cut }),
              key: `sum${cut}`,
            }))}
          />
        </>
      ) : null}
      {marks ? (
        <>
          <h3>{t("exams.kind.oge")}</h3>
          <FigureTiles
            words={words}
            figures={[
              people("persons", marks.persons),
              countedShare("failedFew", marks.failedFew, marks.persons),
              countedShare("failedMany", marks.failedMany, marks.persons),
            ]}
          />
        </>
      ) : null}
      {unknown > 0 ? (
        <p className="max-w-measure text-ink-2">{t("exams.persons.unknown", { count: unknown })}</p>
      ) : null}
      <p className="max-w-measure text-small text-ink-2">{t("exams.persons.how")}</p>
    </Section>
  );
}

/** Registers entered by hand: certificates and medals. */
export function RegistersSection(props: {
  words: ExamWords;
  registers: readonly RegisterSums[];
  enterHref: string | null;
}) {
  const { words, registers, enterHref } = props;
  const { t } = words;
  return (
    <Section id="registers" title={t("exams.registers.title")} lead={<p>{t("exams.registers.lead")}</p>}>
      {registers.length === 0 ? <p>{t("exams.registers.none")}</p> : null}
      {registers.map((one) => (
        <div key={one.grade} className="grid gap-3">
          <h3>{t("exams.registers.grade", { grade: one.grade })}</h3>
          <FigureTiles words={words} figures={registerFigures(one)} />
        </div>
      ))}
      {enterHref ? (
        <p>
          <a href={enterHref}>{t("exams.registers.enter")}</a>
        </p>
      ) : null}
    </Section>
  );
}

function registerFigures(one: RegisterSums): ExamFigure[] {
  const share = (name: string, part: number | null, base: number | null): ExamFigure[] =>
    part === null || base === null ? [] : [countedShare(name, part, base)];
  const medals =
    one.medalsFirst === null && one.medalsSecond === null
      ? null
      : (one.medalsFirst ?? 0) + (one.medalsSecond ?? 0);
  return [
    people("graduates", one.graduates),
    ...share("noAttestat", one.noAttestat, one.graduates),
    ...share("distinction", one.distinction, one.graduates),
    ...share("nextGrade", one.nextGrade, one.graduates),
    ...(medals === null ? [] : [people("medals", medals)]),
    ...share("medalsConfirmed", one.medalsConfirmed, medals),
  ];
}
