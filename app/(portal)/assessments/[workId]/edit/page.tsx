import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "#components/assessments/action-form.tsx";
import { CurrentWork } from "#components/assessments/current-work.tsx";
import { formWords } from "#components/assessments/form-words.ts";
import { UncheckedNotice } from "#components/assessments/unchecked-notice.tsx";
import { contentFields } from "#components/assessments/work-fields.ts";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { editWorkAction, removeWorkAction } from "#lib/assessments/actions.ts";
import { getWork } from "#lib/assessments/queries.ts";
import { workIdSchema } from "#lib/assessments/schema.ts";
import { workTitle } from "#lib/assessments/work-title.ts";
import { permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { toLocale } from "#messages/load.ts";

type Props = { params: Promise<{ workId: string }> };

async function read({ params }: Props) {
  const { workId } = await params;
  const viewer = await requireViewer(`/assessments/${workId}/edit`);
  await answered(async () => permit(viewer, "assessments.edit"));
  const id = workIdSchema.safeParse(workId);
  return id.success ? answered(getWork(viewer, id.data)) : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("assessments.form.editTitle", { name: (await read(props)).code }) };
}

export default async function EditWorkPage(props: Props) {
  const work = await read(props);
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const hidden = { workId: String(work.id), version: String(work.version) };
  const unchecked = work.origin === "file" || work.tasksNeedCheck;
  return (
    <>
      <PageHeader
        t={t}
        title={t("assessments.form.editTitle", { name: workTitle(t, work) })}
        crumbs={[
          { label: t("assessments.work.crumb"), href: "/assessments" },
          { label: work.code, href: `/assessments/${work.id}` },
          { label: t("assessments.form.crumbEdit") },
        ]}
      />
      <UncheckedNotice t={t} work={work} />
      <ActionForm
        id="edit"
        action={editWorkAction}
        words={formWords(t, t("assessments.form.save"))}
        hidden={hidden}
        fields={[
          ...contentFields(t, work),
          ...(unchecked
            ? [{ kind: "tick" as const, name: "checked", label: t("assessments.form.checked") }]
            : []),
        ]}
        back={`/assessments/${work.id}`}
        current={<CurrentWork t={t} locale={locale} work={work} />}
      />
      {work.locked ? null : (
        <Fold summary={t("assessments.form.removeTitle")}>
          <p>{t("assessments.form.removeText")}</p>
          <ActionForm
            id="remove"
            action={removeWorkAction}
            words={formWords(t, t("assessments.form.remove", { code: work.code }))}
            hidden={hidden}
            fields={[]}
            kind="danger"
          />
        </Fold>
      )}
    </>
  );
}
