import { countText, type Words } from "#components/results/words.ts";
import { type Column, Table } from "#components/ui/table.tsx";
import { subjectName } from "#lib/assessments/work-title.ts";
import { formatNumber } from "#lib/platform/format/number.ts";
import type { TableCell, TableLine } from "#lib/reported/table-queries.ts";
import { Silence } from "./figure-words.tsx";

interface Props {
  words: Words;
  caption: string;
  lines: readonly TableLine[];
  subjects: readonly string[];
}

/** A table of a ministry as it was printed: a line a unit, a column a subject; or the markers of an objectivity list. */
export function PrintedTable({ words, caption, lines, subjects }: Props) {
  const { t } = words;
  const markers = [...new Set(lines.flatMap(({ cells }) => cells.flatMap(markerKey)))].sort();
  const isApplications = lines.some(({ cells }) => cells.some(({ measure }) => measure === "applications"));
  const unit: Column<TableLine> = {
    key: "unit",
    head: t("reported.table.unit"),
    cell: (line) => (
      <span className="block min-w-48">
        {line.school ? line.school.name : line.name}
        <span className="block text-small text-ink-2">
          {[line.place, line.kind === "school" && !line.school ? t("reported.table.printed") : ""]
            .filter(Boolean)
            .join(", ")}
        </span>
      </span>
    ),
  };
  const ofSubjects = subjects.map(
    (subject): Column<TableLine> => ({
      key: subject,
      head: examSubjectName(words, subject),
      ...(isApplications ? {} : { unit: t("reported.measures.examMean") }),
      numeric: true,
      cell: ({ cells }) => (
        <ExamCell words={words} cells={cells.filter((cell) => cell.subject === subject)} />
      ),
    }),
  );
  const ofMarkers = ["", ...markers].map(
    (key): Column<TableLine> => ({
      key: `marker-${key.replace(" ", "-")}`,
      head:
        key === "" ? t("reported.measures.markers") : key.replace(/[A-Z]+$/, (code) => subjectName(t, code)),
      numeric: true,
      cell: ({ cells }) => (
        <PlainCell
          words={words}
          cell={cells.find((cell) => (key === "" ? cell.measure === "markers" : cell.key === key))}
        />
      ),
    }),
  );
  const isList = lines.some(({ cells }) => cells.some(({ measure }) => measure === "markers"));
  return (
    <Table
      id="table"
      t={t}
      caption={caption}
      columns={[unit, ...(isList ? ofMarkers : ofSubjects)]}
      rows={lines}
      rowKey={(line) => `${line.kind}-${line.place}-${line.name}`.replace(/[^\p{L}\d]+/gu, "-")}
      dense
    />
  );
}

function markerKey({ measure, key }: TableCell): string[] {
  return measure === "marker" ? [key] : [];
}

/** «Математика профильная», «Физика». */
export function examSubjectName({ t }: Pick<Words, "t">, subject: string): string {
  return t.has(`reported.subjects.${subject}`) ? t(`reported.subjects.${subject}`) : subjectName(t, subject);
}

/** Mean and participants of a subject; a mean without pupils is no data, and applications are only a count. */
function ExamCell({ words, cells }: { words: Words; cells: readonly TableCell[] }) {
  const { t, locale } = words;
  const mean = cells.find(({ measure }) => measure === "examMean");
  const sat = cells.find(({ measure }) => measure === "examParticipants");
  if (!mean && !sat) return <PlainCell words={words} cell={cells[0]} />;
  if (sat === undefined || sat.state !== "value" || sat.value === 0 || sat.value === null)
    return <Silence words={words} state={sat?.state === "value" || !sat ? "none" : sat.state} />;
  // Means of some tables were never rounded; people read two decimals.
  const value =
    mean?.value === null || mean === undefined ? (
      <Silence words={words} state="blank" />
    ) : (
      formatNumber(mean.value, { locale, decimals: Math.min(mean.decimals, 2) })
    );
  return (
    <span className="figures">
      {value}
      <span className="block text-small text-ink-2">
        {t("reported.table.participants", { n: countText(words, sat.value) })}
      </span>
    </span>
  );
}

function PlainCell({ words, cell }: { words: Words; cell: TableCell | undefined }) {
  if (cell === undefined) return <Silence words={words} state="none" />;
  if (cell.state !== "value" || cell.value === null)
    return <Silence words={words} state={cell.state === "value" ? "none" : cell.state} />;
  return <span className="figures">{countText(words, cell.value)}</span>;
}
