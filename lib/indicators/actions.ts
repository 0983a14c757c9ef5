"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import { env } from "../platform/env.ts";
import { dayOf } from "../platform/format/day-of.ts";
import { adoptIndicator, adoptVersion, endAdoption } from "./adopt-commands.ts";
import { dropLink, linkClause } from "./basis-commands.ts";
import { adaptIndicator, addIndicator, dropDraft, saveDraft } from "./draft-commands.ts";
import { setTarget, setThresholds } from "./level-commands.ts";
import {
  adaptSchema,
  addIndicatorSchema,
  adoptIndicatorSchema,
  adoptVersionSchema,
  dropDraftSchema,
  dropLinkSchema,
  endAdoptionSchema,
  linkClauseSchema,
  saveDraftSchema,
  setTargetSchema,
  setThresholdsSchema,
} from "./schema.ts";

export const addIndicatorAction = formAction(addIndicatorSchema, async (viewer, input, now) => {
  const { address } = await addIndicator(viewer, input, now);
  redirect(`/indicators/${address}`);
});

export const adaptIndicatorAction = formAction(adaptSchema, async (viewer, input, now) => {
  const { address } = await adaptIndicator(viewer, input, dayOf(now, env.TIME_ZONE), now);
  redirect(`/indicators/${address}/edit`);
});

export const saveDraftAction = formAction(saveDraftSchema, async (viewer, input, now) => {
  const { address } = await saveDraft(viewer, input, now);
  redirect(`/indicators/${address}`);
});

export const dropDraftAction = formAction(dropDraftSchema, async (viewer, input, now) => {
  const { address } = await dropDraft(viewer, input, now);
  redirect(address === null ? "/indicators" : `/indicators/${address}`);
});

export const adoptVersionAction = formAction(adoptVersionSchema, async (viewer, input, now) => {
  const { address } = await adoptVersion(viewer, input, now);
  redirect(`/indicators/${address}`);
});

export const adoptIndicatorAction = formAction(adoptIndicatorSchema, async (viewer, input, now) => {
  const { address } = await adoptIndicator(viewer, input, now);
  redirect(`/indicators/${address}?said=done`);
});

export const endAdoptionAction = formAction(endAdoptionSchema, async (viewer, input, now) => {
  const { address } = await endAdoption(viewer, input, now);
  redirect(`/indicators/${address}?said=ended`);
});

export const setThresholdsAction = formAction(setThresholdsSchema, async (viewer, input, now) => {
  const { address } = await setThresholds(viewer, input, now);
  redirect(`/indicators/${address}#levels`);
});

export const setTargetAction = formAction(setTargetSchema, async (viewer, input, now) => {
  await setTarget(viewer, input, now);
  refresh();
  return { messageKey: "indicators.targetForm.done" };
});

export const linkClauseAction = formAction(linkClauseSchema, async (viewer, input, now) => {
  const { address } = await linkClause(viewer, input, now);
  redirect(`/indicators/${address}#basis`);
});

export const dropLinkAction = formAction(dropLinkSchema, async (viewer, input, now) => {
  await dropLink(viewer, input, now);
  refresh();
  return undefined;
});
