import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { applyImportAction, dropImportAction } from "#lib/schedule/actions.ts";
import type { CheckedRow } from "#lib/schedule/import-check.ts";
import type { ImportView } from "#lib/schedule/import-queries.ts";
import { describeConflict } from "#lib/schedule/load/sentence.ts";
import { subjectKey } from "#lib/schedule/subjects.ts";
import type { Locale } from "#messages/load.ts";
import { ButtonForm } from "./button-form.tsx";
import { dayWords } from "./work-words.ts";

type Review = Extract<ImportView, { state: "review" }>;

/** Every row of a file: what it becomes, or in words why it stays out. */
export function ImportReview({ t, locale, view }: { t: Translate; locale: Locale; view: Review }) {
  const { rows, findings, unknown } = view;
  const count = (state: CheckedRow["state"]) => rows.filter((row) => row.state === state).length;
  const [add, there, out] = [count("add"), count("there"), count("out")];
  const hidden = { importId: String(view.id) };
  return (
    <>
      {unknown ? <Notice kind="risk" t={t} role="alert" title={t("schedule.import.notSchedule")} /> : null}
      {findings.map(({ code, params, row, raw }) => (
        <Notice key={`${code}-${row}-${raw}`} kind="warn" t={t} title={t(`findings.${code}`, params)} />
      ))}
      <Section
        id="rows"
        title={t("schedule.import.rows")}
        lead={t("schedule.import.counts", { add, there, out })}
      >
        {rows.length === 0 ? (
          <EmptyState why={t("schedule.import.noRows")} />
        ) : (
          <Table
            id="import-rows"
            t={t}
            caption={t("schedule.import.caption", { file: view.fileName, count: rows.length })}
            columns={columnsOf(t, locale, view)}
            rows={rows}
            rowKey={({ row }) => String(row)}
          />
        )}
      </Section>
      <div className="flex flex-wrap gap-4">
        {add > 0 ? (
          <ButtonForm
            id="apply"
            action={applyImportAction}
            hidden={{ ...hidden, fingerprint: view.fingerprint }}
            kind="primary"
            label={t("schedule.import.apply", { count: add })}
          />
        ) : rows.length > 0 ? (
          <Notice kind="info" t={t} title={t("schedule.import.nothing")} />
        ) : null}
        <ButtonForm id="drop" action={dropImportAction} hidden={hidden} label={t("schedule.import.drop")} />
      </div>
    </>
  );
}

function columnsOf(t: Translate, locale: Locale, view: Review): Column<CheckedRow>[] {
  const cell = (row: CheckedRow, field: "on" | "classes" | "subject" | "title" | "kind") =>
    view.cells.get(row.row)?.[field] || "—";
  return [
    { key: "row", head: t("schedule.import.row"), numeric: true, cell: ({ row }) => row },
    {
      key: "on",
      head: t("schedule.list.day"),
      cell: (row) => (row.draft ? dayWords(t, locale, row.draft.on) : cell(row, "on")),
    },
    {
      key: "classes",
      head: t("schedule.list.classes"),
      cell: (row) => row.draft?.classes.join(", ") ?? cell(row, "classes"),
    },
    {
      key: "subject",
      head: t("schedule.list.subject"),
      cell: (row) => (row.draft ? t(subjectKey(row.draft.subject)) : cell(row, "subject")),
    },
    { key: "title", head: t("schedule.list.work"), cell: (row) => row.draft?.title ?? cell(row, "title") },
    {
      key: "state",
      head: t("schedule.import.becomes"),
      cell: (row) => <RowState t={t} locale={locale} row={row} />,
    },
  ];
}

function RowState({ t, locale, row }: { t: Translate; locale: Locale; row: CheckedRow }) {
  if (row.problem) {
    const params = Object.fromEntries(
      Object.entries(row.problem.params).map(([name, value]) => [
        name,
        ["day", "from", "to"].includes(name) ? formatDay(String(value), { locale }) : value,
      ]),
    );
    return (
      <span className="grid gap-1">
        <Status kind="risk" t={t} word={t("schedule.import.state.out")} />
        <span>{t(`schedule.import.problem.${row.problem.code}`, params)}</span>
      </span>
    );
  }
  if (row.state === "there")
    return <Status kind="none" t={t} plain word={t("schedule.import.state.there")} />;
  return (
    <span className="grid gap-1">
      <Status kind="ok" t={t} plain word={t("schedule.import.state.add")} />
      {row.conflicts.map((conflict) => {
        const words = describeConflict(t, locale, conflict, (code) => t(subjectKey(code)));
        return (
          <span key={conflict.key} className="text-small">
            <Status kind={conflict.weight === "conflict" ? "risk" : "warn"} t={t} word={words.badge} />{" "}
            {words.sentence}
          </span>
        );
      })}
    </span>
  );
}
