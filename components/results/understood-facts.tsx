import { type Fact, Facts } from "#components/ui/facts.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { ImportView } from "#lib/results/import-queries.ts";
import type { UnderstoodWork } from "#lib/results/understood.ts";
import type { Words } from "./words.ts";

/** Names of schools are listed up to here; more are counted. */
const mostNames = 3;

/** What the file was taken for, and where each thing was read. */
export function UnderstoodFacts({ words, file }: { words: Words; file: ImportView }) {
  const { t } = words;
  const { understood, given } = file;
  if (understood === null) return null;
  const facts: Fact[] = [
    {
      key: "form",
      term: t("results.understood.form"),
      value: <Form words={words} file={file} />,
    },
    ...understood.works.map((work, index) => ({
      key: `work-${index}`,
      term: t("results.understood.work"),
      value: <Work words={words} file={file} work={work} />,
    })),
    // While the work is open, the schools of the rows are not looked at yet.
    ...(understood.schools === 0 && understood.schoolFrom !== "missing"
      ? []
      : [
          {
            key: "school",
            term: t("results.understood.school"),
            value: <Schools words={words} file={file} />,
          },
        ]),
    // While questions are open nobody is taken yet, and a zero would mislead.
    ...(understood.blocked
      ? []
      : [
          {
            key: "people",
            term: t("results.understood.people"),
            value: t("results.understood.peopleValue", {
              taken: understood.taken,
              absent: understood.absent,
            }),
          },
        ]),
    ...(file.classes.length > 0
      ? [{ key: "classes", term: t("results.understood.classes"), value: classList(words, file) }]
      : []),
    ...(given.year === undefined
      ? []
      : [
          {
            key: "year",
            term: t("results.understood.year"),
            value: t("results.understood.yearGiven", { year: String(given.year) }),
          },
        ]),
    ...(understood.nameColumns === 0
      ? []
      : [
          {
            key: "names",
            term: t("results.understood.names"),
            value: t("results.understood.namesValue", { count: understood.nameColumns }),
          },
        ]),
  ];
  return <Facts facts={facts} />;
}

/** The form; of a table that a person mapped, by which version of the mapping, and the way back to it. */
function Form({ words: { t }, file }: { words: Words; file: ImportView }) {
  const preset = file.understood?.preset;
  return (
    <>
      {t(`results.understood.forms.${file.understood?.layout}`)}
      {preset ? (
        <span className="block text-small text-ink-2">
          {t("mapping.decision.known", { name: preset.name, version: preset.version })}{" "}
          {file.state === "applied" ? null : (
            <a href={`/results/imports/${file.id}/mapping`}>{t("mapping.decision.change")}</a>
          )}
        </span>
      ) : null}
    </>
  );
}

function Work({ words, file, work }: { words: Words; file: ImportView; work: UnderstoodWork }) {
  const { t } = words;
  const known = work.workId === null ? undefined : file.works.get(work.workId);
  const sources = Object.entries(work.readFrom)
    .filter(([what]) => t.has(`results.understood.what.${what}`))
    .map(([what, where]) => ({ what: t(`results.understood.what.${what}`), where }));
  const grouped = [...Map.groupBy(sources, ({ where }) => where)].map(([where, list]) =>
    t("results.understood.from", {
      what: list.map(({ what }) => what).join(", "),
      where: t(`results.understood.where.${where}`),
    }),
  );
  const how =
    file.given.workId !== undefined
      ? [t("results.understood.chosen")]
      : grouped.length > 0
        ? grouped
        : known
          ? [t("results.understood.byTasks")]
          : [];
  return (
    <>
      {known ? workTitle(t, known) : (work.title ?? t("results.understood.noWork"))}
      <span className="block text-small text-ink-2">
        {[...how, t("results.understood.sheet", { sheet: work.sheet })].join("; ")}
      </span>
    </>
  );
}

function Schools({ words: { t }, file }: { words: Words; file: ImportView }) {
  const { understood, schoolNames } = file;
  if (understood === null) return null;
  const named = understood.logins.map((login) => schoolNames.get(login) ?? `edu${login}`);
  const text =
    understood.schools === 0
      ? t("results.understood.noSchool")
      : named.length <= mostNames
        ? named.join(", ")
        : t("results.understood.schoolCount", { count: understood.schools });
  return (
    <>
      {text}
      {understood.schools > 0 ? (
        <span className="block text-small text-ink-2">
          {t(`results.understood.schoolFrom.${understood.schoolFrom}`)}
        </span>
      ) : null}
    </>
  );
}

function classList({ t }: Words, { classes }: ImportView): string {
  return classes
    .map(({ label, rows }) =>
      t("results.understood.classCount", { label: label || t("results.classUnknown"), count: rows }),
    )
    .join(", ");
}
