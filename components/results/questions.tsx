import { Fold } from "#components/ui/fold.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { ImportView } from "#lib/results/import-queries.ts";
import type { NamedWork } from "#lib/results/named-works.ts";
import type { OpenQuestions } from "#lib/results/open-questions.ts";
import type { SchoolChoice } from "#lib/results/template-queries.ts";
import { ActionForm, type ResultsAction } from "./action-form.tsx";
import { AnswerForm, type Question } from "./answer-form.tsx";
import type { Words } from "./words.ts";

/** What there is to choose from; `schools` null = too many for a list, the login is typed. */
export interface Choices {
  works: readonly NamedWork[];
  schools: readonly SchoolChoice[] | null;
}

interface Props {
  words: Words;
  file: ImportView;
  open: OpenQuestions;
  choices: Choices;
  answer: ResultsAction;
  describe: ResultsAction;
}

/** The questions that wait for a person, each with its own way to answer. */
export function Questions({ words, file, open, choices, answer, describe }: Props) {
  const { t } = words;
  const offered = open.describable.length > 0 || open.tasks.length > 0;
  const asked = questionsOf(words, file, choices, { ...open, offered });
  return (
    <div className="grid gap-8">
      {open.several ? <p className="max-w-measure">{t("results.answers.several")}</p> : null}
      {open.describable.length > 0 ? (
        <Offer
          t={t}
          id="describe"
          file={file}
          action={describe}
          texts={open.describable.map((work) =>
            t("results.answers.describeText", {
              title: work.title ?? work.sheet,
              tasks: work.tasks.length,
              max: work.tasks.reduce((sum, { max }) => sum + (max ?? 0), 0),
            }),
          )}
        />
      ) : open.tasks.length > 0 ? (
        <Offer
          t={t}
          id="take"
          file={file}
          action={describe}
          texts={open.tasks.map((work) =>
            t("results.answers.takeText", { tasks: work.tasks.map(({ code }) => code).join(", ") }),
          )}
        />
      ) : null}
      {asked.length > 0 ? (
        <AnswerForm
          action={answer}
          importId={file.id}
          questions={asked}
          kind={offered ? "secondary" : "primary"}
          words={{ send: t("results.answers.send"), sending: t("results.review.checking") }}
        />
      ) : null}
    </div>
  );
}

/** The same questions for a file that waits for nothing: to take an answer back or to give another. */
export function ChangeAnswers({ words, file, choices, answer }: Omit<Props, "open" | "describe">) {
  const { t } = words;
  const open = { work: true, school: file.understood?.schoolFrom !== "file", offered: false };
  return (
    <Fold summary={t("results.answers.change")}>
      <AnswerForm
        action={answer}
        importId={file.id}
        questions={questionsOf(words, file, choices, open)}
        kind="secondary"
        words={{ send: t("results.answers.send"), sending: t("results.review.checking") }}
      />
    </Fold>
  );
}

function Offer(props: {
  t: Words["t"];
  id: "describe" | "take";
  file: ImportView;
  action: ResultsAction;
  texts: readonly string[];
}) {
  const { t, id, file, action, texts } = props;
  return (
    <div className="grid gap-3">
      <h3>{t(`results.answers.${id}`)}</h3>
      {texts.map((text) => (
        <p key={text} className="max-w-measure">
          {text}
        </p>
      ))}
      <ActionForm
        id={id}
        action={action}
        importId={file.id}
        kind="primary"
        words={{ send: t(`results.answers.${id}Button`), sending: t("results.answers.working") }}
      />
    </div>
  );
}

function questionsOf(
  words: Words,
  file: ImportView,
  choices: Choices,
  open: Pick<OpenQuestions, "work" | "school"> & { offered: boolean },
): Question[] {
  const { t } = words;
  const { given, understood } = file;
  const yearUnknown = understood?.works.every(({ year }) => year === null) === true;
  return [
    ...(open.work ? [workQuestion(words, file, choices.works, open.offered)] : []),
    ...(open.school ? [schoolQuestion(words, file, choices.schools)] : []),
    ...(open.work && yearUnknown
      ? [
          {
            name: "year" as const,
            label: t("results.answers.year"),
            hint: t("results.answers.yearHint"),
            value: given.year === undefined ? "" : String(given.year),
          },
        ]
      : []),
  ];
}

/** Works that fit by their tasks come first, then all others. */
function workQuestion(
  { t }: Words,
  { given, understood, state }: ImportView,
  works: readonly NamedWork[],
  offered: boolean,
): Question {
  const near = new Set(understood?.works.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const sorted = [...works.filter(({ id }) => near.has(id)), ...works.filter(({ id }) => !near.has(id))];
  const none = t(state === "question" ? "results.answers.workChoose" : "results.answers.workNone");
  return {
    name: "workId",
    label: t(offered ? "results.answers.workOther" : "results.answers.work"),
    ...(near.size > 0 ? { hint: t("results.answers.workHint") } : {}),
    value: given.workId === undefined ? "" : String(given.workId),
    options: [
      { value: "", label: none },
      ...sorted.map((work) => ({ value: String(work.id), label: workTitle(t, work) })),
    ],
  };
}

function schoolQuestion({ t }: Words, { given }: ImportView, schools: Choices["schools"]): Question {
  const value = given.login ?? "";
  if (schools === null)
    return {
      name: "login",
      label: t("results.answers.login"),
      hint: t("results.answers.loginHint"),
      value: value === "" ? "" : `edu${value}`,
    };
  const several = new Set(schools.map(({ municipality }) => municipality)).size > 1;
  return {
    name: "login",
    label: t("results.answers.school"),
    value: schools.some(({ login }) => login === value) ? value : "",
    options: [
      { value: "", label: t("results.answers.schoolNone") },
      ...schools.map(({ login, name, municipality }) => ({
        value: login,
        label: several ? `${name}, ${municipality}` : name,
      })),
    ],
  };
}
