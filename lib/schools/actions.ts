"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import * as areas from "./area-commands.ts";
import * as commands from "./commands.ts";
import * as lineage from "./lineage-commands.ts";
import * as registry from "./registry-commands.ts";
import * as schema from "./schema.ts";

export const addSchool = formAction(schema.addSchoolSchema, async (viewer, input, now) => {
  const { schoolId } = await commands.addSchool(viewer, input, now);
  revalidatePath("/schools", "layout");
  redirect(`/registry/${schoolId}?done=added`);
});

export const editSchool = formAction(schema.editSchoolSchema, async (viewer, input, now) => {
  await commands.editSchool(viewer, input, now);
  revalidatePath("/schools", "layout");
  redirect(`/registry/${input.schoolId}?done=edited`);
});

export const renameSchool = formAction(schema.renameSchoolSchema, async (viewer, input, now) => {
  await lineage.renameSchool(viewer, input, now);
  revalidatePath("/schools", "layout");
  redirect(`/registry/${input.schoolId}?done=renamed`);
});

export const mergeSchool = formAction(schema.mergeSchoolSchema, async (viewer, input, now) => {
  await lineage.mergeSchool(viewer, input, now);
  revalidatePath("/schools", "layout");
  redirect(`/registry/${input.schoolId}?done=merged`);
});

export const setClasses = formAction(schema.setClassesSchema, async (viewer, input, now) => {
  await commands.setClasses(viewer, input, now);
  redirect(`/registry/${input.schoolId}?done=classes`);
});

export const addRegion = formAction(schema.addRegionSchema, async (viewer, input, now) => {
  await areas.addRegion(viewer, input, now);
  redirect("/registry/areas?done=region");
});

export const addMunicipality = formAction(schema.addMunicipalitySchema, async (viewer, input, now) => {
  await areas.addMunicipality(viewer, input, now);
  redirect("/registry/areas?done=municipality");
});

export const applyRegistry = formAction(schema.applyRegistrySchema, async (viewer, input, now) => {
  await registry.applyRegistry(viewer, input, now);
  revalidatePath("/schools", "layout");
  redirect(`/registry/import/${input.draftId}`);
});

export const dropDraft = formAction(schema.draftIdSchema, async (viewer, { draftId }) => {
  await registry.dropDraft(viewer, draftId);
  redirect("/registry/import");
});
