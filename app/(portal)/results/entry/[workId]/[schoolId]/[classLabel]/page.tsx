import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Differences } from "#components/entry/differences.tsx";
import { EntryApp } from "#components/entry/entry-app.tsx";
import { EntryNotices } from "#components/entry/entry-notices.tsx";
import { KeyMap } from "#components/entry/key-map.tsx";
import { NeedsScripts } from "#components/entry/needs-scripts.tsx";
import { Twice } from "#components/entry/twice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { SkipLink } from "#components/ui/skip-link.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { getEntry } from "#lib/entry/queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { readWords } from "../../../../read.ts";
import { clientPhrases, type EntryParams, readPlace } from "../../../entry-place.ts";

export async function generateMetadata({ params }: EntryParams): Promise<Metadata> {
  const t = await getTranslations();
  const { key } = await readPlace({ params });
  return { title: t("entry.page.title", { label: key.classLabel, title: t("entry.title") }) };
}

/** Results of one class, typed by code and task. */
export default async function EntryClassPage({ params }: EntryParams) {
  const { key, here } = await readPlace({ params });
  const viewer = await requireViewer(here);
  const entry = await answered(() => getEntry(viewer, key));
  const words = await readWords();
  const { t } = words;
  const title = workTitle(t, entry.work);
  const choose = `/results/entry?work=${key.workId}${viewer.schoolId === null ? `&school=${key.schoolId}` : ""}`;
  return (
    <>
      <PageHeader
        t={t}
        title={t("entry.page.title", { label: key.classLabel, title })}
        lead={t("entry.page.lead")}
        facts={entry.school.name}
        crumbs={[
          { label: t("results.title"), href: "/results" },
          { label: t("entry.title"), href: choose },
          { label: key.classLabel },
        ]}
        actions={
          <>
            <LinkButton href={`${here}/codes`}>{t("entry.page.print")}</LinkButton>
            <LinkButton
              href={`/results/${key.workId}/${key.schoolId}?class=${encodeURIComponent(key.classLabel)}`}
            >
              {t("entry.page.analysis")}
            </LinkButton>
          </>
        }
      />
      {entry.classes.length > 1 ? (
        <Tabs
          label={t("entry.page.classes")}
          tabs={entry.classes.map(({ label, rows }) => ({
            href: `/results/entry/${key.workId}/${key.schoolId}/${encodeURIComponent(label)}`,
            label: rows > 0 ? t("entry.page.classDone", { label, rows }) : label,
            current: label === key.classLabel,
          }))}
        />
      ) : null}
      <EntryNotices words={words} entry={entry} />
      <div className="grid min-w-0 gap-4">
        <SkipLink href="#entry-state" label={t("entry.page.skip")} />
        <EntryApp
          key={`${here}-${entry.pass}-${entry.compared}`}
          entry={entry}
          classPlace={entry.classes.findIndex(({ label }) => label === key.classLabel) + 1}
          caption={t("entry.page.caption", { label: key.classLabel, title })}
          phrases={clientPhrases(words.locale)}
          locale={words.locale}
          timeZone={words.timeZone}
          here={here}
        >
          <NeedsScripts t={t} entry={entry} />
        </EntryApp>
        <KeyMap t={t} />
      </div>
      <Differences words={words} entry={entry} />
      <Twice words={words} entry={entry} />
    </>
  );
}
