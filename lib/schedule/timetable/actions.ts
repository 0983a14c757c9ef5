"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../../platform/access/form-action.ts";
import { dropImport } from "../import-commands.ts";
import { dropImportSchema } from "../schema.ts";
import { applyTimetables, removeTimetable, setTimetable, stageTimetables } from "./commands.ts";
import {
  applyTimetableSchema,
  pasteTimetableSchema,
  removeTimetableSchema,
  timetableSchema,
} from "./schema.ts";

const page = ({ schoolId, year }: { schoolId: number; year: number }) =>
  `/schedule/${schoolId}/timetable?year=${year}`;

export const setTimetableAction = formAction(timetableSchema, async (viewer, input, now) => {
  await setTimetable(viewer, input, now);
  redirect(`${page(input)}&saved=${encodeURIComponent(input.label)}`);
});

export const removeTimetableAction = formAction(removeTimetableSchema, async (viewer, input, now) => {
  await removeTimetable(viewer, input, now);
  revalidatePath(`/schedule/${input.schoolId}/timetable`);
  redirect(page(input));
});

export const pasteTimetableAction = formAction(pasteTimetableSchema, async (viewer, input, now) => {
  const { table, ...rest } = input;
  const bytes = new TextEncoder().encode(`${table}\n`);
  const { importId } = await stageTimetables(viewer, { ...rest, name: "timetable.tsv", bytes }, now);
  redirect(`/schedule/${input.schoolId}/timetable/import/${importId}`);
});

export const applyTimetableAction = formAction(applyTimetableSchema, async (viewer, input, now) => {
  const { classes, ...place } = await applyTimetables(viewer, input, now);
  redirect(`${page(place)}&imported=${classes}`);
});

export const dropTimetableAction = formAction(dropImportSchema, async (viewer, input) => {
  const place = await dropImport(viewer, input);
  redirect(page(place));
});
