"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { translator } from "#messages/translate.ts";
import { formAction } from "../platform/access/form-action.ts";
import type { FormState } from "../platform/access/form-state.ts";
import { currentLocale } from "../platform/access/session.ts";
import { RefusedError } from "../platform/errors.ts";
import {
  addAreaBreak,
  addPublicHolidays,
  announceWork,
  removeAnnounced,
  removeAreaBreak,
} from "./announce-commands.ts";
import { applyImport, dropImport } from "./import-commands.ts";
import { addBreak, removeBreak, setHours, setPlan, setWeeks } from "./plan-commands.ts";
import { publishSchedule } from "./publish-commands.ts";
import { type Review, stopping } from "./review.ts";
import {
  acceptMoveSchema,
  announceSchema,
  applyImportSchema,
  areaBreakSchema,
  breakSchema,
  chooseDaysSchema,
  dropImportSchema,
  editWorkSchema,
  hoursSchema,
  moveWorkSchema,
  placeWorkSchema,
  planSchema,
  publicHolidaysSchema,
  publishSchema,
  removeAnnouncedSchema,
  removeBreakSchema,
  removeWorkSchema,
  weeksSchema,
} from "./schema.ts";
import { chooseDays } from "./window-commands.ts";
import { editWork, moveWork, placeWork, removeWork } from "./work-commands.ts";

/** What a form of a work shows after it was sent: beside the usual, why it did not take its day and which days are free. */
export type PlaceState = { form: FormState; review: Review | null; label?: string };

const school = (id: number) => `/schedule/${id}`;
const page = (id: number, year: number) => `${school(id)}?year=${year}`;

/** The answer of a command that may be stopped by the rules, as the state of its form. */
async function place(
  previous: PlaceState,
  form: FormData,
  action: (
    previous: FormState,
    form: FormData,
    stop: (review: Review, label?: string) => void,
  ) => Promise<FormState>,
): Promise<PlaceState> {
  const stops: { review: Review; label?: string }[] = [];
  const state = await action(previous.form, form, (review, label) =>
    stops.push(label === undefined ? { review } : { review, label }),
  );
  return { form: state, review: null, ...stops[0] };
}

/** A button of a free day posts «2026-10-15|3» in place of the day and lesson that were typed. */
function withTaken(form: FormData): FormData {
  const taken = /^(\d{4}-\d\d-\d\d)\|(\d{0,2})$/.exec(String(form.get("take") ?? ""));
  if (taken) {
    form.set("on", taken[1] ?? "");
    form.set("lesson", taken[2] ?? "");
    form.delete("accept");
  }
  form.delete("take");
  return form;
}

/** What was typed comes back beside the conflicts. */
function stopped(review: Review): never {
  throw new RefusedError("invalid", "schedule.refused.conflicts", {
    count: stopping(review.conflicts).length,
  });
}

export async function placeWorkAction(previous: PlaceState, form: FormData): Promise<PlaceState> {
  return place(previous, withTaken(form), (state, data, stop) =>
    formAction(placeWorkSchema, async (viewer, input, now) => {
      const placed = await placeWork(viewer, input, now);
      if (placed.done) redirect(`${page(input.schoolId, input.year)}&placed=${placed.id}#s${placed.id}`);
      stop(placed.review);
      return stopped(placed.review);
    })(state, data),
  );
}

export async function editWorkAction(previous: PlaceState, form: FormData): Promise<PlaceState> {
  return place(previous, withTaken(form), (state, data, stop) =>
    formAction(editWorkSchema, async (viewer, input, now) => {
      const placed = await editWork(viewer, input, now);
      if (placed.done) redirect(`${page(input.schoolId, input.year)}&placed=${placed.id}#s${placed.id}`);
      stop(placed.review);
      return stopped(placed.review);
    })(state, data),
  );
}

export async function moveWorkAction(previous: PlaceState, form: FormData): Promise<PlaceState> {
  return place(previous, withTaken(form), (state, data, stop) =>
    formAction(moveWorkSchema, async (viewer, input, now) => {
      const placed = await moveWork(viewer, input, now);
      if (placed.done) redirect(`${page(input.schoolId, input.year)}&placed=${placed.id}#s${placed.id}`);
      stop(placed.review);
      return stopped(placed.review);
    })(state, data),
  );
}

export async function chooseDaysAction(previous: PlaceState, form: FormData): Promise<PlaceState> {
  return place(previous, form, (state, data, stop) =>
    formAction(chooseDaysSchema, async (viewer, input, now) => {
      const chosen = await chooseDays(viewer, input, now);
      if (chosen.done) {
        revalidatePath(`${school(input.schoolId)}/windows`);
        return { messageKey: "schedule.done.daysChosen", params: { count: chosen.placed } };
      }
      stop(chosen.review, chosen.label);
      return stopped(chosen.review);
    })(state, data),
  );
}

export const removeWorkAction = formAction(removeWorkSchema, async (viewer, input, now) => {
  await removeWork(viewer, input, now);
  redirect(`${page(input.schoolId, input.year)}&removed=1`);
});

export const acceptMoveAction = formAction(acceptMoveSchema, async (viewer, input, now) => {
  // Each move of a repair stands for itself: what it leaves for the next ones to end is accepted for the time being.
  await moveWork(viewer, { ...input, accept: true }, now);
  revalidatePath(`${school(input.schoolId)}/repair`);
  return { messageKey: "schedule.done.moved" };
});

export const setPlanAction = formAction(planSchema, async (viewer, input, now) => {
  await setPlan(viewer, input, now);
  revalidatePath(`${school(input.schoolId)}/settings`);
  return { messageKey: "schedule.done.saved" };
});

export const setHoursAction = formAction(hoursSchema, async (viewer, input, now) => {
  await setHours(viewer, input, now);
  revalidatePath(`${school(input.schoolId)}/settings`);
  return { messageKey: "schedule.done.saved" };
});

export const setWeeksAction = formAction(weeksSchema, async (viewer, input, now) => {
  await setWeeks(viewer, input, now);
  revalidatePath(`${school(input.schoolId)}/settings`);
  return { messageKey: "schedule.done.saved" };
});

export const addBreakAction = formAction(breakSchema, async (viewer, input, now) => {
  await addBreak(viewer, input, now);
  revalidatePath(`${school(input.schoolId)}/settings`);
  return { messageKey: "schedule.done.breakAdded" };
});

export const removeBreakAction = formAction(removeBreakSchema, async (viewer, input, now) => {
  const { schoolId } = await removeBreak(viewer, input, now);
  revalidatePath(`${school(schoolId)}/settings`);
  return { messageKey: "schedule.done.breakRemoved" };
});

export const publishAction = formAction(publishSchema, async (viewer, input, now) => {
  const { number } = await publishSchedule(viewer, input, now);
  redirect(`${page(input.schoolId, input.year)}&published=${number}`);
});

export const announceAction = formAction(announceSchema, async (viewer, input, now) => {
  await announceWork(viewer, input, now);
  redirect(`/schedule/announce?year=${input.year}&saved=1`);
});

export const removeAnnouncedAction = formAction(removeAnnouncedSchema, async (viewer, input, now) => {
  await removeAnnounced(viewer, input, now);
  redirect("/schedule/announce");
});

export const addAreaBreakAction = formAction(areaBreakSchema, async (viewer, input, now) => {
  await addAreaBreak(viewer, input, now);
  revalidatePath("/schedule/announce");
  return { messageKey: "schedule.done.breakAdded" };
});

export const removeAreaBreakAction = formAction(removeBreakSchema, async (viewer, input, now) => {
  await removeAreaBreak(viewer, input, now);
  revalidatePath("/schedule/announce");
  return { messageKey: "schedule.done.breakRemoved" };
});

export const addPublicHolidaysAction = formAction(publicHolidaysSchema, async (viewer, input, now) => {
  const t = translator(await currentLocale(), "schedule.publicHoliday");
  const { added } = await addPublicHolidays(viewer, input, t, now);
  revalidatePath("/schedule/announce");
  return { messageKey: "schedule.done.holidaysAdded", params: { count: added } };
});

export const applyImportAction = formAction(applyImportSchema, async (viewer, input, now) => {
  const { schoolId, year, added } = await applyImport(viewer, input, now);
  redirect(`${page(schoolId, year)}&imported=${added}`);
});

export const dropImportAction = formAction(dropImportSchema, async (viewer, input) => {
  const { schoolId, year } = await dropImport(viewer, input);
  redirect(`${school(schoolId)}/import?year=${year}`);
});
