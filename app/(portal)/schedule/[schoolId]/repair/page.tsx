import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ConflictList } from "#components/schedule/conflict-list.tsx";
import { RepairMoves } from "#components/schedule/repair-moves.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { reasonsToStay } from "#lib/schedule/load/shapes.ts";
import { getRepair } from "#lib/schedule/queries.ts";
import { type Query, readSchool, today } from "../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("repair.title") };
}

/** The fewest moves that end the conflicts, each accepted by itself. */
export default async function RepairPage({ params, searchParams }: Props) {
  const { viewer, schoolId, year, t, locale } = await readSchool(params, searchParams, "/repair");
  const { facts, report, repair } = await answered(() => getRepair(viewer, { schoolId, year }, today()));
  const back = `/schedule/${schoolId}?year=${year}`;
  const conflicts = report.conflicts.filter(({ weight }) => weight === "conflict").length;
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.repair.title")}
        facts={t("schedule.of", { school: facts.school.name, year: schoolYear(year) })}
        lead={t("schedule.repair.lead", { count: conflicts })}
        crumbs={[{ label: t("schedule.title"), href: back }, { label: t("schedule.repair.title") }]}
      />
      {conflicts === 0 ? (
        <EmptyState
          why={t("schedule.repair.nothing")}
          action={<a href={back}>{t("schedule.repair.back")}</a>}
        />
      ) : (
        <>
          <Section
            id="moves"
            title={t("loadRules.repair.title")}
            lead={t("loadRules.repair.lead", { moves: repair.moves.length })}
          >
            {repair.moves.length > 0 ? (
              <Notice
                kind="info"
                t={t}
                title={t(`loadRules.repair.${repair.proof}`, { atLeast: repair.atLeast })}
              />
            ) : null}
            <RepairMoves t={t} locale={locale} facts={facts} repair={repair} />
          </Section>
          <Section
            id="remaining"
            title={t("schedule.repair.after")}
            lead={t("loadRules.repair.remaining", { count: repair.remaining.length })}
          >
            {reasonsToStay.map((why) => {
              const left = repair.remaining.filter(({ key }) => repair.why[key] === why);
              return left.length > 0 ? (
                <Fold
                  key={why}
                  open={left.length <= 10}
                  summary={t(`loadRules.repair.why.${why}`, { count: left.length })}
                >
                  <p className="max-w-measure pb-4">{t(`loadRules.repair.whatThen.${why}`)}</p>
                  <ConflictList t={t} locale={locale} conflicts={left} />
                </Fold>
              ) : null;
            })}
          </Section>
        </>
      )}
    </>
  );
}
