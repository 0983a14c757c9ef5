import { Section } from "#components/layout/section.tsx";
import { countText, type Words } from "#components/results/words.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { findingText } from "#lib/results/finding-text.ts";
import type { JournalView } from "#lib/results/journal/queries.ts";
import type { JournalColumn } from "#lib/results/journal/read-journal.ts";

/** Everything that can stand in a cell of a journal, in the order of the table. */
const said = [
  "5",
  "4",
  "3",
  "2",
  "two",
  "credited",
  "notAssessed",
  "exempt",
  "absence",
  "rejected",
  "blank",
] as const;

/** What an export of a journal holds: whose it is, what stands in each column, where every line went. */
export function JournalFacts({ words, file }: { words: Words; file: JournalView }) {
  const { t } = words;
  const { understood } = file;
  if (understood === null) return null;
  const { schoolYear, lines } = understood;
  const present = said.filter((key) => understood.columns.some(({ counts }) => (counts[key] ?? 0) > 0));
  const columns: Column<JournalColumn>[] = [
    { key: "heading", head: t("journals.column"), cell: ({ heading }) => heading },
    { key: "kind", head: t("journals.columnKind"), cell: ({ kind }) => t(`journals.${kind}_kind`) },
    ...present.map((key) => ({
      key,
      head: /\d/.test(key) ? key : t(`journals.${key}`),
      numeric: true,
      cell: ({ counts }: JournalColumn) => countText(words, counts[key] ?? 0),
    })),
  ];
  const rest = Object.values(lines.notData).reduce((sum, count) => sum + count, 0);
  return (
    <Section id="columns" title={t("journals.columns")}>
      <Facts
        facts={[
          {
            key: "school",
            term: t("journals.school"),
            value: file.schoolName ?? t("journals.unknown"),
          },
          {
            key: "year",
            term: t("journals.year"),
            value:
              schoolYear === null
                ? t("journals.unknown")
                : t("journals.yearValue", { from: String(schoolYear), to: String(schoolYear + 1) }),
          },
          {
            key: "lines",
            term: t("journals.linesTitle"),
            value: t("journals.linesText", {
              total: countText(words, lines.total),
              taken: countText(words, lines.taken),
              refused: countText(words, lines.refused),
              rest: countText(words, rest),
            }),
          },
        ]}
      />
      <Table
        id="journal-columns"
        t={t}
        caption={t("journals.columnsCaption")}
        columns={columns}
        rows={understood.columns}
        rowKey={({ sheet, column }) => `${sheet}-${column}`}
      />
    </Section>
  );
}

/** Everything that was noticed, by kind, each with its cell. */
export function JournalFindings({ words: { t, locale }, file }: { words: Words; file: JournalView }) {
  return (
    <Section id="findings" title={t("journals.findings")}>
      {file.groups.length === 0 ? <p>{t("journals.noFindings")}</p> : null}
      {file.groups.map((group) => (
        <Fold
          key={group.code}
          summary={`${t(`results.groups.${group.code}`)}: ${group.count}`}
          open={group.severity === "error"}
        >
          <ul className="grid max-w-measure gap-3">
            {group.first.map((finding) => (
              <li key={`${finding.sheet}-${finding.row}-${finding.column}`}>
                <p>{findingText(locale, finding)}</p>
                {finding.sheet !== null && finding.row !== null ? (
                  <p className="text-small text-ink-2">
                    {t("journals.place", { sheet: finding.sheet, row: finding.row })}
                    {finding.raw ? `, ${t("journals.place_raw", { raw: finding.raw })}` : ""}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
          {group.count > group.first.length ? (
            <p>{t("journals.more", { count: group.count - group.first.length })}</p>
          ) : null}
        </Fold>
      ))}
      {file.groups.length > 0 ? (
        <p className="print:hidden">
          <LinkButton kind="quiet" href={`/api/imports/${file.id}/findings?format=xlsx`}>
            {t("journals.download")}
          </LinkButton>
        </p>
      ) : null}
    </Section>
  );
}
