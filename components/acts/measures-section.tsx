import { Section } from "#components/layout/section.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { ActView } from "#lib/acts/queries.ts";
import { MeasureForm } from "./measure-form.tsx";
import { RemoveMeasure } from "./small-form.tsx";

/** The plan of measures: what stands in it, and a line more. */
export function MeasuresSection({ t, act }: { t: Translate; act: ActView }) {
  const said = (key: string) => t(`acts.measures.${key}`);
  const rows = act.facts.measures.map((measure, position) => ({ ...measure, position }));
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "text", head: said("text"), cell: (row) => row.text },
    { key: "performer", head: said("performer"), cell: (row) => row.performer },
    { key: "due", head: said("due"), cell: (row) => row.due },
    { key: "output", head: said("output"), cell: (row) => row.output || t("acts.page.nothing") },
    {
      key: "act",
      head: said("act"),
      cell: (row) => (
        <RemoveMeasure
          actId={act.id}
          revision={act.revision}
          position={row.position}
          of={t("acts.measures.removeOf", { text: row.text })}
          label={said("remove")}
        />
      ),
    },
  ];
  return (
    <Section id="measures" title={said("title")}>
      {rows.length > 0 ? (
        <Table
          id="measures-list"
          t={t}
          caption={t("acts.measures.caption", { schoolYear: act.facts.schoolYear })}
          columns={columns}
          rows={rows}
          rowKey={(row) => String(row.position)}
        />
      ) : (
        <p>{said("none")}</p>
      )}
      {/* A new form for every state of the draft: what was sent is empty again. */}
      <MeasureForm
        key={act.revision}
        actId={act.id}
        revision={act.revision}
        words={{
          text: said("text"),
          performer: said("performer"),
          due: said("due"),
          dueHint: said("dueHint"),
          output: said("output"),
          outputHint: said("outputHint"),
          optional: said("optional"),
          add: said("add"),
          adding: said("adding"),
        }}
      />
    </Section>
  );
}
