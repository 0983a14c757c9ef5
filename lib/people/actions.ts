"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import { localPath } from "../platform/access/local-path.ts";
import {
  clearSessionCookie,
  currentLocale,
  currentViewer,
  requestOrigin,
  sessionSeconds,
  writeDeviceCookie,
  writeSessionCookie,
} from "../platform/access/session.ts";
import { currentInstant } from "../platform/clock.ts";
import { env } from "../platform/env.ts";
import { formatInstant } from "../platform/format/day.ts";
import * as account from "./account-commands.ts";
import * as commands from "./commands.ts";
import * as invitations from "./invitation-commands.ts";
import { invitationLink } from "./invitation-link.ts";
import * as schema from "./schema.ts";
import * as sessions from "./sign-in-commands.ts";

export const signIn = formAction(schema.signInSchema, async (_viewer, input, now) => {
  const from = { ...(await requestOrigin(input.email)), seconds: sessionSeconds };
  const { sessionId } = await sessions.signIn(input, from, now);
  await writeSessionCookie(sessionId);
  await writeDeviceCookie(input.email);
  redirect(localPath(input.to, "/desk"));
});

export async function signOut(): Promise<void> {
  await sessions.signOut(await currentViewer(), currentInstant());
  await clearSessionCookie();
  redirect("/sign-in?out=yes");
}

export const acceptInvitation = formAction(schema.acceptInvitationSchema, async (_viewer, input, now) => {
  await invitations.acceptInvitation(input, now);
  redirect("/sign-in?saved=yes");
});

export const invitePerson = formAction(schema.inviteSchema, async (viewer, input, now) => {
  const { token, personId } = await invitations.invitePerson(viewer, input, now);
  return {
    messageKey: "people.done.invited",
    params: { link: invitationLink(token), personId, name: input.name },
  };
});

export const inviteAgain = formAction(schema.personIdSchema, async (viewer, { personId }, now) => {
  const { token } = await invitations.inviteAgain(viewer, personId, now);
  refresh();
  return { messageKey: "people.done.newLink", params: { link: invitationLink(token) } };
});

export const placePerson = formAction(schema.placePersonSchema, async (viewer, input, now) => {
  await commands.placePerson(viewer, input, now);
  refresh();
  return { messageKey: "people.done.placed" };
});

export const assignClasses = formAction(schema.personClassesSchema, async (viewer, input, now) => {
  await commands.assignClasses(viewer, input, now);
  refresh();
  return { messageKey: "people.done.classes" };
});

export const endSessions = formAction(schema.personIdSchema, async (viewer, { personId }, now) => {
  const { ended } = await commands.endSessions(viewer, personId, now);
  refresh();
  return { messageKey: "people.done.sessionsEnded", params: { count: ended } };
});

export const switchPerson = formAction(schema.switchPersonSchema, async (viewer, { personId, on }, now) => {
  await commands.switchPerson(viewer, personId, on, now);
  refresh();
  return { messageKey: on ? "people.done.switchedOn" : "people.done.switchedOff" };
});

export const changePassword = formAction(schema.changePasswordSchema, async (viewer, input, now) => {
  const { ended } = await account.changePassword(viewer, input, now);
  refresh();
  return { messageKey: "people.done.passwordChanged", params: { count: ended } };
});

export const endOtherSessions = formAction(schema.nothingSchema, async (viewer, _input, now) => {
  const { ended } = await account.endOtherSessions(viewer, now);
  refresh();
  return { messageKey: "people.done.sessionsEnded", params: { count: ended } };
});

export const prolongSession = formAction(schema.nothingSchema, async (viewer, _input, now) => {
  const { until } = await account.prolongSession(viewer, sessionSeconds, now);
  if (viewer.sessionId !== null) await writeSessionCookie(viewer.sessionId);
  refresh();
  const at = formatInstant(until, { locale: await currentLocale(), timeZone: env.TIME_ZONE });
  return { messageKey: "people.done.sessionProlonged", params: { at } };
});
