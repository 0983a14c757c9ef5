"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { sentence } from "#messages/sentence.ts";
import { formAction } from "../platform/access/form-action.ts";
import { currentLocale, currentViewer } from "../platform/access/session.ts";
import { currentInstant } from "../platform/clock.ts";
import { RefusedError } from "../platform/errors.ts";
import { addWork, adoptScale, editWork, removeWork } from "./commands.ts";
import { applyWorks, loadWorks } from "./load-commands.ts";
import { type ReviewState, reviewOf } from "./review.ts";
import {
  addWorkSchema,
  adoptScaleSchema,
  applyWorksSchema,
  editWorkSchema,
  removeWorkSchema,
  reviewWorksSchema,
} from "./schema.ts";

export const addWorkAction = formAction(addWorkSchema, async (viewer, input, now) => {
  const { workId } = await addWork(viewer, input, now);
  redirect(`/assessments/${workId}`);
});

export const editWorkAction = formAction(editWorkSchema, async (viewer, input, now) => {
  // On a conflict the page shows what is written now beside what was typed.
  refresh();
  await editWork(viewer, input, now);
  redirect(`/assessments/${input.workId}`);
});

export const removeWorkAction = formAction(removeWorkSchema, async (viewer, input, now) => {
  await removeWork(viewer, input, now);
  redirect("/assessments");
});

export const adoptScaleAction = formAction(adoptScaleSchema, async (viewer, input, now) => {
  refresh();
  await adoptScale(viewer, input, now);
  redirect(`/assessments/${input.workId}`);
});

export const applyWorksAction = formAction(applyWorksSchema, async (viewer, { works }, now) => {
  const { added, changed } = await applyWorks(viewer, works, now);
  redirect(`/assessments?added=${added.length}&changed=${changed.length}`);
});

/** Small tables may come by an action, whose body is limited to 1 MB; files of results never do. */
export async function reviewWorksAction(_previous: ReviewState, form: FormData): Promise<ReviewState> {
  const input = reviewWorksSchema.safeParse({ year: form.get("year") ?? "" });
  if (!input.success) return refusedBy("year", "assessments.fields.year");
  const sent = form.getAll("files").filter((file) => file instanceof File && file.size > 0) as File[];
  if (sent.length === 0) return refusedBy("files", "assessments.fields.files");
  const files = await Promise.all(
    sent.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const { year } = input.data;
  try {
    const outcome = await loadWorks(await currentViewer(), files, { dryRun: true, year }, currentInstant());
    return {
      status: "reviewed",
      review: reviewOf(await getTranslations(), outcome),
      year: String(year ?? ""),
    };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return refusedBy("files", error.messageKey);
  }
}

async function refusedBy(field: string, key: string): Promise<ReviewState> {
  const t = await getTranslations();
  const text = sentence(await currentLocale(), key);
  return {
    status: "invalid",
    words: { title: t("ui.errors.title", { count: 1 }), fields: { [field]: text } },
  };
}
