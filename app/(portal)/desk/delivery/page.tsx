import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DeliveryTable } from "#components/desk/delivery-table.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeyFindings } from "#components/ui/key-finding.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { listMunicipalities } from "#lib/schools/queries.ts";
import { getDelivery } from "#lib/submissions/delivery-queries.ts";
import { workHeads } from "#lib/submissions/delivery-view.ts";
import { requestWords } from "../../insights/read-unit.ts";
import { deskClock } from "../desk-clock.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("delivery.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const querySchema = z.object({
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  municipality: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
});

export default async function DeliveryPage({ searchParams }: Props) {
  const viewer = await requireViewer("/desk/delivery");
  const asked = querySchema.parse(await searchParams);
  const { clock, year: thisYear } = deskClock();
  const year = asked.year ?? thisYear;
  if (year > thisYear + 1) notFound();
  const all = await answered(() => listMunicipalities(viewer));
  // A region is shown one municipality at a time: a page of a thousand rows helps nobody.
  const wide = viewer.scope.kind === "region" || viewer.scope.kind === "all";
  const municipalityId = wide ? (asked.municipality ?? all[0]?.id) : undefined;
  const board = await answered(() => getDelivery(viewer, { year, municipalityId }, clock));
  const { t, locale } = await requestWords();
  const heads = workHeads(t, board).map(({ closesOn, ...head }) => ({
    ...head,
    due: closesOn && formatDay(closesOn, { locale }),
  }));
  const { totals } = board;
  const here = (query: { year?: number; municipality?: number | undefined }) =>
    `/desk/delivery?${new URLSearchParams(Object.entries({ year, municipality: municipalityId, ...query }).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])))}`;
  return (
    <>
      <PageHeader
        t={t}
        title={t("desk.delivery.heading", { year: String(year) })}
        crumbs={[{ href: "/desk", label: t("desk.title") }, { label: t("desk.delivery.title") }]}
        lead={t("desk.delivery.lead")}
      />
      <Tabs
        label={t("desk.delivery.years")}
        tabs={[thisYear, thisYear - 1, thisYear - 2].map((one) => ({
          href: here({ year: one }),
          label: String(one),
          current: one === year,
        }))}
      />
      {wide ? (
        <Tabs
          label={t("desk.delivery.municipalities")}
          tabs={all.map((one) => ({
            href: here({ municipality: one.id }),
            label: one.name,
            current: one.id === municipalityId,
          }))}
        />
      ) : null}
      {board.works.length === 0 ? (
        <EmptyState why={t("desk.delivery.noWorks", { year: String(year) })} />
      ) : (
        <Section id="board" title={t("desk.delivery.who")}>
          <KeyFindings
            findings={[
              {
                key: "totals",
                text: t("desk.delivery.totals", {
                  received: totals.received + totals.receivedLate,
                  expected: totals.expected,
                  late: totals.late,
                  unknown: totals.unknown,
                }),
              },
            ]}
          />
          <DeliveryTable
            t={t}
            caption={t("desk.delivery.caption", { year: String(year) })}
            heads={heads}
            schools={board.schools}
          />
        </Section>
      )}
    </>
  );
}
