"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import { createReport, deleteReport, editReport, publishReport, withdrawReport } from "./commands.ts";
import {
  createReportSchema,
  deleteReportSchema,
  editReportSchema,
  publishReportSchema,
  withdrawReportSchema,
} from "./schema.ts";

export const createReportAction = formAction(createReportSchema, async (viewer, input, now) => {
  const { reportId } = await createReport(viewer, input, now);
  redirect(`/reports/drafts/${reportId}`);
});

export const editReportAction = formAction(editReportSchema, async (viewer, input, now) => {
  await editReport(viewer, input, now);
  revalidatePath("/reports/drafts", "layout");
  return { messageKey: "reports.done.saved" };
});

export const deleteReportAction = formAction(deleteReportSchema, async (viewer, input, now) => {
  await deleteReport(viewer, input, now);
  redirect("/reports/drafts");
});

export const publishReportAction = formAction(publishReportSchema, async (viewer, input, now) => {
  const { edition } = await publishReport(viewer, input, now);
  // The form goes away with what it was for; the page says that it is done.
  redirect(`/reports/drafts/${input.reportId}?published=${edition}`);
});

export const withdrawReportAction = formAction(withdrawReportSchema, async (viewer, input, now) => {
  await withdrawReport(viewer, input, now);
  redirect(`/reports/drafts/${input.reportId}?withdrawn=${input.edition}`);
});
