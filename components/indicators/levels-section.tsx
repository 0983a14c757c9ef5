import { ActionForm } from "#components/assessments/action-form.tsx";
import { Section } from "#components/layout/section.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Table } from "#components/ui/table.tsx";
import { setTargetAction } from "#lib/indicators/actions.ts";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { sameOwner, type UnitOwner } from "#lib/indicators/owner.ts";
import { thresholdInForce } from "#lib/indicators/rules.ts";
import { borderText, type IndicatorWords, periodText, plainValue } from "#lib/indicators/view.ts";
import { LevelLegend } from "./level-legend.tsx";

interface Props {
  words: IndicatorWords;
  indicator: IndicatorPage;
  unit: UnitOwner | null;
  today: string;
  href: string;
}

/** Borders of levels that are in force for the reader, targets by school year, and the ways to change both. */
export function LevelsSection({ words, indicator, unit, today, href }: Props) {
  const { t } = words;
  const { shown, thresholds, targets, canDecide } = indicator;
  const inForce = thresholdInForce(thresholds, today);
  const own = unit !== null && inForce !== null && sameOwner(inForce.owner, unit);
  return (
    <Section id="levels" title={t("indicators.page.levelsTitle")}>
      {shown.direction === "none" ? <p>{t("indicators.legend.noDirection")}</p> : null}
      {inForce ? (
        <LevelLegend
          words={words}
          threshold={inForce}
          decimals={shown.decimals}
          unit={t(`indicators.units.${shown.unit}`)}
        />
      ) : shown.direction === "none" ? null : (
        <p>{t("indicators.legend.none")}</p>
      )}
      {canDecide && shown.direction !== "none" ? (
        <p>
          <a href={`${href}/levels`}>{t(own ? "indicators.legend.change" : "indicators.legend.set")}</a>
        </p>
      ) : null}
      {targets.length === 0 ? (
        <p>{t("indicators.page.targetsNone")}</p>
      ) : (
        <Table
          id="targets-table"
          t={t}
          caption={t("indicators.page.targetsCaption")}
          rows={targets}
          rowKey={(one) => `${one.unit.kind}-${one.unit.id}-${one.periodStart}`}
          sticky={false}
          columns={[
            {
              key: "year",
              head: t("indicators.page.year"),
              cell: (one) => periodText(words, one.periodStart, one.periodEnd),
            },
            { key: "who", head: t("indicators.page.who"), cell: ({ unitName }) => unitName || "—" },
            {
              key: "target",
              head: t("indicators.page.target"),
              unit: t(`indicators.units.${shown.unit}`),
              numeric: true,
              cell: ({ target }) => borderText(words, target, Math.max(1, shown.decimals)),
            },
            { key: "note", head: t("indicators.page.note"), cell: ({ note }) => note || "—" },
          ]}
        />
      )}
      {canDecide && unit ? (
        <TargetForm words={words} indicator={indicator} unit={unit} today={today} />
      ) : null}
    </Section>
  );
}

function TargetForm({ words, indicator, unit, today }: Omit<Props, "href"> & { unit: UnitOwner }) {
  const { t } = words;
  const year = Number(today.slice(0, 4)) - (today.slice(5) < "09-01" ? 1 : 0);
  const known = indicator.targets.find(
    (one) => sameOwner(one.unit, unit) && one.periodStart === `${year}-09-01`,
  );
  return (
    <Fold summary={t("indicators.targetForm.save")}>
      <ActionForm
        id="target"
        action={setTargetAction}
        words={{
          save: t("indicators.targetForm.save"),
          saving: t("indicators.targetForm.saving"),
          cancel: "",
        }}
        hidden={{
          indicatorId: String(indicator.id),
          schoolYear: String(year),
          revision: String(known?.revision ?? 0),
        }}
        fields={[
          {
            ...{ kind: "text", name: "target", width: "short" },
            label: `${t("indicators.targetForm.target")}, ${periodText(words, `${year}-09-01`, `${year + 1}-08-31`)}`,
            value: known ? plainValue(words, known.target, indicator.shown.decimals) : "",
          },
          {
            kind: "text",
            name: "note",
            label: t("indicators.targetForm.note"),
            width: "full",
            value: known?.note ?? "",
          },
        ]}
      />
    </Fold>
  );
}
