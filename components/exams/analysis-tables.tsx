import { Facts } from "#components/ui/facts.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { examHref } from "#lib/exams/addresses.ts";
import { measuredBy } from "#lib/exams/measured.ts";
import { examFigure, type Measured } from "#lib/exams/measures.ts";
import { groupParts, type PartGroup } from "#lib/exams/part-groups.ts";
import type { ExamAnalysis } from "#lib/exams/queries.ts";
import type { ExamPart } from "#lib/exams/summary-reads.ts";
import { type TaskLine, taskExtremes, taskLines } from "#lib/exams/task-lines.ts";
import type { ExamUnit } from "#lib/exams/units.ts";
import { countText, type ExamWords } from "#lib/exams/words.ts";
import { formatPercent } from "#lib/platform/format/number.ts";
import { FigureInCell } from "./figures.tsx";

/** Columns of a comparison; the same in every table of this page. */
export const comparedKeys = (measured: Measured) =>
  measured.marked
    ? ["meanMark", "pass", "quality", "mark2"]
    : ["mean", "below", "band1", "band2", "band3", "hundred"];

interface Line {
  key: string;
  name: string;
  href: string | null;
  /** Schools behind the line; null where it is one. */
  schools: number | null;
  summary: ExamPart["summary"];
  measured: Measured;
}

function ComparisonTable(props: {
  words: ExamWords;
  id: string;
  caption: string;
  head: string;
  lines: readonly Line[];
  withSchools?: boolean;
}) {
  const { words, id, caption, head, lines, withSchools = false } = props;
  const { t } = words;
  const [first] = lines;
  if (!first) return null;
  const columns: Column<Line>[] = [
    { key: "name", head, cell: ({ name, href }) => (href ? <a href={href}>{name}</a> : name) },
    ...(withSchools
      ? [
          {
            ...{ key: "schools", head: t("exams.table.schools"), numeric: true },
            cell: ({ schools }: Line) => (schools === null ? "—" : countText(words, schools)),
          },
        ]
      : []),
    {
      ...{ key: "participants", head: t("exams.table.participants"), numeric: true },
      cell: ({ summary }) => (
        <>
          {countText(words, summary.participants)}
          {summary.participants < 10 ? (
            <span className="block text-small text-ink-2">{t("exams.few")}</span>
          ) : null}
        </>
      ),
    },
    ...comparedKeys(first.measured).map(
      (key): Column<Line> => ({
        key,
        head: t(`exams.table.${key}`, { high: first.measured.high, from: first.measured.attestat ?? 0 }),
        numeric: true,
        cell: ({ summary, measured }) => (
          <FigureInCell words={words} figure={examFigure(summary, measured, key)} />
        ),
      }),
    ),
  ];
  return <Table id={id} t={t} caption={caption} columns={columns} rows={lines} rowKey={({ key }) => key} />;
}

/** The unit beside its municipality and region, which name no school. */
export function AreasTable({
  words,
  analysis,
  measured,
}: {
  words: ExamWords;
  analysis: ExamAnalysis;
  measured: Measured;
}) {
  const own = {
    key: "own",
    name: analysis.unit.name,
    href: null,
    schools: null,
    summary: analysis.summary,
    measured,
  };
  const lines = analysis.areas.map(({ kind, id, name, schools, summary }) => ({
    ...{ key: `${kind}-${id}`, name, href: null, schools, summary, measured },
  }));
  if (lines.length === 0) return null;
  return (
    <ComparisonTable
      words={words}
      id="areas"
      caption={words.t("exams.areas.caption")}
      head={words.t("exams.areas.head")}
      lines={[own, ...lines]}
      withSchools
    />
  );
}

/** The same examination in three years. Each year by its own scale and threshold. */
export function YearsTable({
  words,
  analysis,
  high,
}: {
  words: ExamWords;
  analysis: ExamAnalysis;
  high: number;
}) {
  return (
    <ComparisonTable
      words={words}
      id="dynamics"
      caption={words.t("exams.dynamics.caption")}
      head={words.t("exams.dynamics.year")}
      lines={analysis.past.map(({ exam, scale, summary }) => ({
        ...{ key: String(exam.year), name: String(exam.year), href: null, schools: null, summary },
        measured: measuredBy(exam, scale, high),
      }))}
    />
  );
}

/** Classes or schools by name, then schools by kind, by locality, by municipality. */
export function PartsTables(props: {
  words: ExamWords;
  analysis: ExamAnalysis;
  measured: Measured;
  asked: { unit: ExamUnit; high: number };
}) {
  const { words, analysis, measured, asked } = props;
  const { t } = words;
  const { parts, exam } = analysis;
  const [first] = parts;
  if (!first) return null;
  const lines = parts.map((part) => ({
    key: part.kind === "class" ? part.name || "none" : String(part.id),
    name: part.kind === "class" ? (part.name === "" ? t("exams.parts.noClass") : part.name) : part.name,
    href:
      part.kind === "class"
        ? part.name === ""
          ? null
          : examHref(
              { unit: { kind: "school", id: part.id, classLabel: part.name }, high: asked.high },
              exam.id,
            )
        : examHref({ unit: { kind: "school", id: part.id, classLabel: null }, high: asked.high }, exam.id),
    schools: null,
    ...{ summary: part.summary, measured },
  }));
  const grouped = (id: string, groups: readonly PartGroup[], name: (key: string) => string) =>
    groups.length === 0 ? null : (
      <ComparisonTable
        key={id}
        words={words}
        id={id}
        caption={t(`exams.parts.${id}`)}
        head={t(`exams.parts.heads.${id}`)}
        lines={groups.map(({ key, schools, summary }) => ({
          ...{ key, name: name(key), href: null, schools, summary, measured },
        }))}
        withSchools
      />
    );
  return (
    <>
      {grouped(
        "byMunicipality",
        asked.unit.kind === "region" ? groupParts(parts, ({ municipality }) => municipality) : [],
        (key) => key,
      )}
      {grouped(
        "byKind",
        groupParts(parts, ({ schoolKind }) => schoolKind),
        (key) => t(`schools.kind.${key}`),
      )}
      {grouped(
        "byLocality",
        groupParts(parts, ({ localityKind }) => localityKind),
        (key) => t(`exams.locality.${key}`),
      )}
      <ComparisonTable
        words={words}
        id="parts"
        caption={t(`exams.parts.caption.${first.kind}`)}
        head={t(`exams.parts.head.${first.kind}`)}
        lines={lines}
      />
      {first.kind === "school" ? <p className="max-w-measure text-ink-2">{t("exams.noRanking")}</p> : null}
    </>
  );
}

/** Tasks of the statistical report: per cent done by all and by each group of results. */
export function TasksTable({
  words,
  analysis,
  measured,
}: {
  words: ExamWords;
  analysis: ExamAnalysis;
  measured: Measured;
}) {
  const { t, locale } = words;
  const lines = taskLines(analysis.summary, analysis.exam);
  const percent = (value: number | null) =>
    value === null ? (
      <>
        <span aria-hidden="true">—</span>
        <span className="sr-only">{t("ui.figure.absent.long")}</span>
      </>
    ) : (
      formatPercent(value, { locale, decimals: 0 })
    );
  const groups = measured.marked
    ? ["mark2", "mark3", "mark4", "mark5"]
    : ["below", "band1", "band2", "band3"];
  const columns: Column<TaskLine>[] = [
    {
      key: "task",
      head: t("exams.tasks.task"),
      cell: ({ number, part }) => t(`exams.tasks.${part}`, { number }),
    },
    {
      ...{ key: "max", head: t("exams.tasks.max"), numeric: true },
      cell: ({ max }) => (max === 0 ? t("exams.tasks.unknownMax") : max),
    },
    { ...{ key: "counted", head: t("exams.tasks.counted"), numeric: true }, cell: ({ counted }) => counted },
    { ...{ key: "all", head: t("exams.tasks.all"), numeric: true }, cell: ({ all }) => percent(all) },
    ...groups.map((group, i) => ({
      ...{
        key: group,
        head: t(`exams.tasks.groups.${group}`, { from: measured.attestat ?? 0 }),
        numeric: true,
      },
      cell: (line: TaskLine) => percent(line.groups[i] ?? null),
    })),
  ];
  if (lines.length === 0) return <p>{t("exams.tasks.none")}</p>;
  const extremes = taskExtremes(lines);
  const listed = (tasks: readonly TaskLine[]) =>
    tasks
      .map(({ part, number, all }) =>
        t("exams.tasks.listed", {
          task: t(`exams.tasks.${part}`, { number }),
          percent: formatPercent(all ?? 0, { locale, decimals: 0 }),
        }),
      )
      .join("; ");
  return (
    <>
      {extremes ? (
        <Facts
          facts={[
            { key: "best", term: t("exams.tasks.best"), value: listed(extremes.best) },
            { key: "worst", term: t("exams.tasks.worst"), value: listed(extremes.worst) },
          ]}
        />
      ) : null}
      <Table
        id="tasks-table"
        t={t}
        caption={t("exams.tasks.caption")}
        columns={columns}
        rows={lines}
        rowKey={({ part, number }) => `${part}-${number}`}
        dense
      />
    </>
  );
}
