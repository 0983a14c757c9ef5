import { Status, type StatusKind } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { EditionState } from "#lib/regulations/rules.ts";
import type { RegulationView } from "#lib/regulations/view.ts";
import { periodText, type Words } from "./words.ts";

type Row = RegulationView["editions"][number];

const shapes: Record<EditionState, StatusKind> = {
  draft: "warn",
  ahead: "warn",
  inForce: "ok",
  past: "none",
};

/** Whether an edition is in force, by shape and word. */
export function EditionStatus({ words: { t }, state }: { words: Words; state: EditionState }) {
  return <Status t={t} kind={shapes[state]} word={t(`regulations.state.${state}`)} />;
}

/** All editions of a regulation, newest first. */
export function EditionTable({ words, regulation }: { words: Words; regulation: RegulationView }) {
  const { t, day } = words;
  const { slug, editions, own } = regulation;
  const none = <span className="text-ink-3">—</span>;
  const columns: Column<Row>[] = [
    {
      key: "number",
      head: t("regulations.edition.number"),
      cell: ({ id, number, status }) =>
        status === "draft" && own ? (
          <a href={`/regulations/${slug}/editions/${id}`}>{number}</a>
        ) : (
          <a href={`/regulations/${slug}?edition=${id}`}>{number}</a>
        ),
    },
    {
      key: "state",
      head: t("regulations.edition.state"),
      cell: ({ state }) => <EditionStatus words={words} state={state} />,
    },
    { key: "period", head: t("regulations.edition.period"), cell: (row) => periodText(words, row) },
    {
      key: "adopted",
      head: t("regulations.edition.adoptedOn"),
      cell: ({ adoptedOn }) => (adoptedOn ? day(adoptedOn) : none),
    },
    { key: "by", head: t("regulations.edition.adoptedBy"), cell: ({ adoptedBy }) => adoptedBy || none },
    { key: "note", head: t("regulations.edition.note"), cell: ({ note }) => note || none },
    {
      key: "compare",
      head: t("regulations.compare.title"),
      cell: (row) => {
        const before = editions.find(({ id }) => id === row.replacesId);
        return before && before.clauses > 0 && row.clauses > 0 ? (
          <a href={`/regulations/${slug}/compare?from=${before.id}&to=${row.id}`}>
            {t("regulations.edition.compare")}
          </a>
        ) : (
          none
        );
      },
    },
  ];
  return (
    <Table
      id="editions"
      t={t}
      caption={t("regulations.edition.caption", { count: editions.length })}
      columns={columns}
      rows={editions}
      rowKey={({ id }) => String(id)}
    />
  );
}
