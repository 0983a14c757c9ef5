import "server-only";
import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import { type Locale, localeCookie, toLocale } from "#messages/load.ts";
import { currentInstant } from "../clock.ts";
import { env } from "../env.ts";
import { RefusedError } from "../errors.ts";
import { addressHeader } from "./address.ts";
import { browserName } from "./browser-name.ts";
import { deviceCookieName, knownDevice, newDevice } from "./device.ts";
import { viewerOfSession } from "./load-viewer.ts";
import { publicViewer, type Viewer } from "./viewer.ts";

/** How long a sign-in lasts, in seconds: one working day. */
export const sessionSeconds = 12 * 60 * 60;

const secure = env.PORTAL_URL.startsWith("https:");
// The __Host- prefix ties the cookie to this host and to https; browsers refuse it on plain http.
const cookieName = secure ? "__Host-portal-session" : "portal-session";
const cookieRules = { httpOnly: true, sameSite: "lax", secure, path: "/" } as const;

/** Who is asking in this request; role and scope are read from the database each time, so that revoking works now. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const token = (await cookies()).get(cookieName)?.value;
  if (!token) return publicViewer;
  const claims = await decode({ token, secret: env.PORTAL_SECRET }).catch(() => null);
  const sessionId = claims?.sid;
  if (typeof sessionId !== "string") return publicViewer;
  return (await viewerOfSession(sessionId, currentInstant())) ?? publicViewer;
});

/** The language of this request. */
export async function currentLocale(): Promise<Locale> {
  return toLocale((await cookies()).get(localeCookie)?.value);
}

/** The signed-in viewer, or a redirect to the sign-in page that leads back. */
export async function requireViewer(returnTo = "/desk"): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer.personId === null) redirect(`/sign-in?to=${encodeURIComponent(returnTo)}`);
  return viewer;
}

/** What a request tells about the browser that it comes from. */
export async function requestOrigin(
  email: string,
): Promise<{ address: string; device: string | null; browser: string }> {
  const [sent, jar] = [await headers(), await cookies()];
  const mark = jar.get(deviceCookieName(email, env.PORTAL_SECRET))?.value;
  return {
    address: sent.get(addressHeader) ?? "unknown",
    device: knownDevice(mark, email, env.PORTAL_SECRET),
    browser: browserName(sent.get("user-agent")),
  };
}

/** Puts the id of a started session into the cookie; the token holds nothing else. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const token = await encode({
    token: { sid: sessionId },
    secret: env.PORTAL_SECRET,
    maxAge: sessionSeconds,
  });
  (await cookies()).set(cookieName, token, { ...cookieRules, maxAge: sessionSeconds });
}

/** Marks this browser as one that the person has signed in from, for a year. */
export async function writeDeviceCookie(email: string): Promise<void> {
  const name = deviceCookieName(email, env.PORTAL_SECRET);
  (await cookies()).set(name, newDevice(email, env.PORTAL_SECRET), { ...cookieRules, maxAge: 365 * 86_400 });
}

/** Forgets the cookie; the session itself is ended by the command. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete({ name: cookieName, ...cookieRules });
}

/**
 * A query's answer for a page: a refusal becomes the matching page (sign-in, no access, not found). Out of scope is
 * not found, so a stranger learns nothing.
 */
export async function answered<T>(answer: Promise<T> | (() => Promise<T>)): Promise<T> {
  try {
    return await (typeof answer === "function" ? answer() : answer);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (error.kind === "notSignedIn") redirect("/sign-in");
    if (error.kind === "forbidden") forbidden();
    if (error.kind === "notFound") notFound();
    throw error;
  }
}
