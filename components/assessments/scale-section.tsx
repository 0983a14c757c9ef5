import type { ReactNode } from "react";
import { Section } from "#components/layout/section.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { type Band, rangeText } from "#lib/assessments/rules.ts";
import type { WorkView } from "#lib/assessments/work-view.ts";
import { ScaleStrip } from "./scale-strip.tsx";

/** The scale in force: a sentence, the strip, the table, under it its editions; or why there is none. */
export function ScaleSection({ t, work, children }: { t: Translate; work: WorkView; children: ReactNode }) {
  const { scale } = work;
  const newest = work.editions[0];
  if (!scale) {
    const outdated = newest && t("assessments.scale.outdated", { was: newest.maxScore, max: work.maxScore });
    return (
      <Section
        id="scale"
        title={t("assessments.scale.heading")}
        lead={outdated ?? t("assessments.scale.none")}
      >
        {newest ? children : null}
      </Section>
    );
  }
  const [two, three, four, five] = scale.bands.map((band) => rangeText(band.from, band.to));
  const inForce = work.editions.find((edition) => edition.inForce);
  const columns: Column<Band>[] = [
    { key: "mark", head: t("assessments.scale.mark"), cell: (band) => `«${band.mark}»` },
    {
      key: "scores",
      head: t("assessments.scale.scores"),
      numeric: true,
      cell: (band) => rangeText(band.from, band.to),
    },
  ];
  return (
    <Section
      id="scale"
      title={t("assessments.scale.heading")}
      lead={t("assessments.scale.lead", {
        two: two ?? "",
        three: three ?? "",
        four: four ?? "",
        five: five ?? "",
      })}
    >
      {scale.needsCheck ? (
        <Notice kind="warn" t={t} title={t("assessments.work.scaleTitle")}>
          {inForce && inForce.disputed.length > 0 ? (
            <p>{t("assessments.scale.disputed", { scores: inForce.disputed.join(", ") })}</p>
          ) : null}
        </Notice>
      ) : null}
      <ScaleStrip t={t} id="scale-strip" bands={scale.bands} />
      <div className="max-w-sm">
        <Table
          id="bands"
          t={t}
          caption={t("assessments.scale.caption", { edition: scale.edition })}
          columns={columns}
          rows={scale.bands}
          rowKey={(band) => String(band.mark)}
          dense
        />
      </div>
      {children}
    </Section>
  );
}
