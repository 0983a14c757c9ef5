import { Shape } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { FindingsPage } from "#lib/results/finding-queries.ts";
import { findingText } from "#lib/results/finding-text.ts";
import { FindingPlace } from "./finding-place.tsx";
import { severityShapes } from "./findings.tsx";
import type { Words } from "./words.ts";

/** A page of findings, one a line, in the order of the file. */
export function FindingsList(props: { words: Words; importId: number; found: FindingsPage }) {
  const { words, importId, found } = props;
  const { t, locale } = words;
  const { page, pages, total } = found;
  const rows = found.findings.map((finding, index) => ({ finding, key: String(index) }));
  const columns: Column<{ finding: Finding; key: string }>[] = [
    {
      key: "place",
      head: t("results.findings.place"),
      cell: ({ finding }) => (
        <FindingPlace words={words} importId={importId} works={found.works} finding={finding} />
      ),
    },
    {
      key: "text",
      head: t("results.findings.text"),
      cell: ({ finding }) => (
        <span className="flex items-baseline gap-2">
          <span className="self-center">
            <Shape kind={severityShapes[finding.severity]} />
          </span>
          <span className="sr-only">{t(`results.severity.${finding.severity}`)}:</span>
          <span>{findingText(locale, finding)}</span>
        </span>
      ),
    },
  ];
  return (
    <Table
      id="findings"
      t={t}
      caption={t(pages > 1 ? "results.findings.captionPage" : "results.findings.caption", {
        count: total,
        page,
        pages,
      })}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      sticky={false}
    />
  );
}
