import type { Translate } from "#components/ui/translate.ts";
import type { FieldProblem, FormulaTexts } from "#lib/indicators/formula/formula.ts";

const unitParams = new Set(["left", "right", "found"]);

/** What is wrong, in words, with the place in the text marked. */
export function FormulaProblems(props: {
  t: Translate;
  texts: FormulaTexts;
  problems: readonly FieldProblem[];
}) {
  const { t, texts, problems } = props;
  return (
    <ol className="grid gap-4">
      {problems.map((problem) => {
        const { field, key, start, end } = problem;
        const text = texts[field] ?? "";
        return (
          <li key={`${field}-${key}-${start}-${end}`} className="grid gap-1">
            <p>
              <a href={`#formula-${field}`}>
                {t("formulas.editor.at", {
                  field: t(`formulas.editor.${field}`),
                  from: start + 1,
                  to: Math.max(end, start + 1),
                })}
              </a>
              {": "}
              {problemText(t, problem)}
            </p>
            <p className="formula">
              <code>
                {text.slice(0, start)}
                <mark className="bg-risk-bg text-risk underline decoration-wavy">
                  {text.slice(start, end) || " "}
                </mark>
                {text.slice(end)}
              </code>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** What is wrong, in a sentence. */
export const problemText = (t: Translate, problem: FieldProblem): string =>
  t(`formulas.problems.${problem.key}`, wordsOf(t, problem));

/** Units are said in the reader's words: points/people is «балл / чел.». */
function wordsOf(t: Translate, { params }: FieldProblem): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      unitParams.has(name) && typeof value === "string"
        ? value
            .split("/")
            .map((side) =>
              side
                .split("*")
                .map((base) => t(`formulas.units.${base}`))
                .join(" · "),
            )
            .join(" / ")
        : value,
    ]),
  );
}
