import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AcceptForm } from "#components/submissions/accept-form.tsx";
import { SchoolWorks } from "#components/submissions/school-works.tsx";
import { WaitingTable } from "#components/submissions/waiting-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { getDelivery } from "#lib/submissions/delivery-queries.ts";
import { listWaiting } from "#lib/submissions/queries.ts";
import { deskClock } from "../../desk/desk-clock.ts";
import { readWords } from "../read.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("submissions"))("title") };
}

export default async function SubmissionsPage() {
  const viewer = await requireViewer("/results/submissions");
  const waiting = await answered(() => listWaiting(viewer));
  const words = await readWords();
  const { t, locale } = words;
  const { clock, year } = deskClock();
  const ofSchool = viewer.schoolId !== null;
  const board = ofSchool ? await answered(() => getDelivery(viewer, { year }, clock)) : null;
  const mayAccept = may(viewer, "submissions.accept");
  const decides = mayAccept || may(viewer, "submissions.approve");
  const table = <WaitingTable words={words} rows={waiting} choosing={mayAccept} />;
  return (
    <>
      <PageHeader
        t={t}
        title={t("submissions.title")}
        crumbs={[{ label: t("results.title"), href: "/results" }, { label: t("submissions.title") }]}
        lead={t(ofSchool ? "submissions.leadSchool" : "submissions.leadOffice")}
        actions={
          <>
            <a href="/results/submissions/campaigns">{t("submissions.campaigns")}</a>
            <a href="/results/submissions/reminders">{t("submissions.reminders")}</a>
            <a href="/desk/delivery">{t("submissions.board")}</a>
          </>
        }
      />
      {decides ? (
        <Section
          id="waiting-section"
          title={t(mayAccept ? "submissions.waiting.titleOffice" : "submissions.waiting.titleHead")}
        >
          {waiting.length === 0 ? (
            <EmptyState why={t("submissions.waiting.none")} />
          ) : mayAccept ? (
            <AcceptForm words={{ send: t("submissions.waiting.accept"), sending: t("submissions.sending") }}>
              {table}
            </AcceptForm>
          ) : (
            table
          )}
        </Section>
      ) : null}
      {board ? (
        <Section id="works-section" title={t("submissions.works.title")}>
          {board.works.length === 0 ? (
            <EmptyState why={t("submissions.works.none", { year: String(year) })} />
          ) : (
            <SchoolWorks t={t} board={board} year={year} day={(day) => formatDay(day, { locale })} />
          )}
        </Section>
      ) : null}
    </>
  );
}
