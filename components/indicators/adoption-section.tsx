import { ActionForm } from "#components/assessments/action-form.tsx";
import { Section } from "#components/layout/section.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { adoptIndicatorAction, endAdoptionAction } from "#lib/indicators/actions.ts";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { sameOwner, type UnitOwner } from "#lib/indicators/owner.ts";
import { dayText, type IndicatorWords } from "#lib/indicators/view.ts";

interface Props {
  words: IndicatorWords;
  indicator: IndicatorPage;
  /** The unit for which the reader decides; null when none. */
  unit: UnitOwner | null;
  today: string;
}

/** Who of the reader's school, municipality and region measures this, and the decision to begin or to stop. */
export function AdoptionSection({ words, indicator, unit, today }: Props) {
  const { t } = words;
  const { adoptions, canDecide, shown, id } = indicator;
  const own = unit && adoptions.find((one) => one.endedOn === null && sameOwner(one.unit, unit));
  const form = { save: t("indicators.adoptForm.save"), saving: t("indicators.adoptForm.saving"), cancel: "" };
  const day = (name: string, label: string) => ({
    ...{ kind: "date" as const, name, label, width: "short" as const },
    value: today,
  });
  return (
    <Section id="adoption" title={t("indicators.page.adopt")}>
      {adoptions.length === 0 ? <p>{t("indicators.page.adoptedNone")}</p> : null}
      <ul className="grid gap-1">
        {adoptions.map((one) => (
          <li key={`${one.unit.kind}-${one.unit.id}-${one.adoptedOn}-${one.endedOn}`}>
            {t("indicators.page.adoptedOn", {
              unit: one.unitName || t(`indicators.ownerShort.${one.unit.kind}`),
              on: dayText(words, one.adoptedOn),
              end: one.endedOn === null ? "none" : dayText(words, one.endedOn),
            })}
            {one.note ? (
              <span className="block text-small text-ink-2">
                {t("indicators.page.adoptedNote", { note: one.note })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {canDecide && shown.status === "adopted" && !own ? (
        <ActionForm
          id="adopt"
          action={adoptIndicatorAction}
          words={form}
          hidden={{ indicatorId: String(id) }}
          fields={[
            day("adoptedOn", t("indicators.adoptForm.on")),
            { kind: "text", name: "note", label: t("indicators.adoptForm.note"), width: "full" },
          ]}
        />
      ) : null}
      {canDecide && own ? (
        <Fold summary={t("indicators.adoptForm.end")}>
          <p>{t("indicators.adoptForm.endLead")}</p>
          <ActionForm
            id="end"
            action={endAdoptionAction}
            words={{ ...form, save: t("indicators.adoptForm.end") }}
            hidden={{ indicatorId: String(id) }}
            fields={[day("endedOn", t("indicators.adoptForm.endOn"))]}
            kind="danger"
          />
        </Fold>
      ) : null}
    </Section>
  );
}
