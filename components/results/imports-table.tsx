import { type Column, Table } from "#components/ui/table.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { ImportRowView } from "#lib/results/import-list-queries.ts";
import { ImportStatus } from "./import-status.tsx";
import { instantText, type Words } from "./words.ts";

interface Props {
  words: Words;
  id: string;
  caption: string;
  imports: readonly ImportRowView[];
}

/** Files that were brought: state, what stands in them, how many remarks. */
export function ImportsTable({ words, id, caption, imports }: Props) {
  const { t } = words;
  const columns: Column<ImportRowView>[] = [
    {
      key: "file",
      head: t("results.list.file"),
      cell: (row) => (
        <div className="min-w-36">
          <a href={`/results/imports/${row.id}`} className="wrap-anywhere">
            {row.name}
          </a>
          <span className="block text-small text-ink-2">{instantText(words, row.createdAt)}</span>
        </div>
      ),
    },
    { key: "state", head: t("results.list.state"), cell: (row) => <ImportStatus t={t} state={row.state} /> },
    { key: "what", head: t("results.list.what"), cell: (row) => <Contents words={words} row={row} /> },
    { key: "findings", head: t("results.list.findings"), cell: (row) => <Remarks words={words} row={row} /> },
  ];
  return (
    <Table
      id={id}
      t={t}
      caption={caption}
      columns={columns}
      rows={imports}
      rowKey={(row) => String(row.id)}
      sticky={false}
    />
  );
}

function Contents({ words, row }: { words: Words; row: ImportRowView }) {
  const { t } = words;
  if (["waiting", "mapping", "refused", "failed", "cancelled"].includes(row.state)) return "—";
  const titles = row.works.map((work) => workTitle(t, work));
  const schools = row.schoolName ?? (row.schools > 0 ? t("results.schools", { count: row.schools }) : null);
  const report =
    row.figures > 0 ? `${t("reported.kind")}: ${t("reported.figures", { count: row.figures })}` : null;
  const pupils = row.taken > 0 ? t("results.people", { count: row.taken }) : report;
  return (
    <div className="min-w-48">
      {titles.length > 0 ? titles.join("; ") : t("results.list.unknown")}
      <span className="block text-small text-ink-2">{[schools, pupils].filter(Boolean).join(", ")}</span>
    </div>
  );
}

function Remarks({ words: { t }, row }: { words: Words; row: ImportRowView }) {
  const counts = [
    row.errors > 0 ? t("results.list.errors", { count: row.errors }) : null,
    // Of a file that was not read only the reason counts.
    row.warnings > 0 && row.state !== "refused" ? t("results.list.warnings", { count: row.warnings }) : null,
  ].filter((text) => text !== null);
  if (counts.length === 0)
    return ["waiting", "failed", "cancelled"].includes(row.state) ? "—" : t("results.list.noFindings");
  return counts.map((text) => (
    <span key={text} className="block whitespace-nowrap">
      {text}
    </span>
  ));
}
