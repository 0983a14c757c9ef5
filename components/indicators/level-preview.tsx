import { ActionForm } from "#components/assessments/action-form.tsx";
import { Section } from "#components/layout/section.tsx";
import { Table } from "#components/ui/table.tsx";
import { setThresholdsAction } from "#lib/indicators/actions.ts";
import type { LevelPreview } from "#lib/indicators/level-queries.ts";
import type { IndicatorVersionView } from "#lib/indicators/shapes.ts";
import { type IndicatorWords, periodText, plainValue } from "#lib/indicators/view.ts";
import { levels } from "#lib/indicators/vocabulary.ts";

const SHOWN = 100;

interface Props {
  words: IndicatorWords;
  preview: LevelPreview;
  shown: IndicatorVersionView;
  /** The borders that were asked about, and what they follow. */
  hidden: Record<string, string>;
  today: string;
  back: string;
}

/** Who would change level, how many stand in each level now and then, and the form that saves just these borders. */
export function LevelPreviewSection({ words, preview, shown, hidden, today, back }: Props) {
  const { t } = words;
  const period = preview.period ? periodText(words, preview.period.start, preview.period.end) : "";
  const lead = preview.period
    ? t("indicators.levelForm.previewLead", { period, units: preview.units, changed: preview.changes.length })
    : t("indicators.levelForm.previewNoValues");
  const said = (level: string | null) =>
    level === null ? t("indicators.levelForm.noLevel") : t(`indicators.levels.${level}`);
  return (
    <Section id="preview" title={t("indicators.levelForm.previewTitle")} lead={lead}>
      {preview.period && preview.changes.length === 0 ? <p>{t("indicators.levelForm.previewNone")}</p> : null}
      {preview.changes.length > 0 ? (
        <Table
          id="changes"
          t={t}
          caption={t("indicators.levelForm.caption", { period })}
          rows={preview.changes.slice(0, SHOWN)}
          rowKey={({ unit }) => `${unit.kind}-${unit.id}`}
          columns={[
            { key: "unit", head: t("indicators.levelForm.unit"), cell: ({ name }) => name || "—" },
            {
              key: "value",
              head: t("indicators.levelForm.value"),
              unit: t(`indicators.units.${shown.unit}`),
              numeric: true,
              cell: ({ value }) => plainValue(words, value, shown.decimals),
            },
            { key: "from", head: t("indicators.levelForm.from"), cell: ({ from }) => said(from) },
            { key: "to", head: t("indicators.levelForm.to"), cell: ({ to }) => said(to) },
          ]}
        >
          {preview.changes.length > SHOWN ? (
            <p>{t("indicators.levelForm.more", { shown: SHOWN, changed: preview.changes.length })}</p>
          ) : null}
        </Table>
      ) : null}
      {preview.period ? (
        <Table
          id="counts"
          t={t}
          caption={t("indicators.levelForm.counts")}
          rows={[...levels]}
          rowKey={(level) => level}
          sticky={false}
          columns={[
            {
              key: "level",
              head: t("indicators.levelForm.level"),
              cell: (level) => t(`indicators.levels.${level}`),
            },
            {
              key: "now",
              head: t("indicators.levelForm.now"),
              numeric: true,
              cell: (level) => preview.before?.[level] ?? "—",
            },
            {
              key: "then",
              head: t("indicators.levelForm.then"),
              numeric: true,
              cell: (level) => preview.after[level],
            },
          ]}
        />
      ) : null}
      <ActionForm
        id="levels"
        action={setThresholdsAction}
        words={{
          save: t("indicators.levelForm.save"),
          saving: t("indicators.levelForm.saving"),
          cancel: t("indicators.form.cancel"),
        }}
        hidden={hidden}
        back={back}
        fields={[
          {
            kind: "date",
            name: "effectiveFrom",
            label: t("indicators.levelForm.effectiveFrom"),
            value: today,
            width: "short",
          },
          {
            kind: "text",
            name: "citation",
            label: t("indicators.levelForm.citation"),
            hint: t("indicators.levelForm.citationHint"),
            width: "full",
          },
          { kind: "text", name: "note", label: t("indicators.levelForm.note"), width: "full" },
        ]}
      />
    </Section>
  );
}
