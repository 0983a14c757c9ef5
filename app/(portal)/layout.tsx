import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PortalFrame } from "#components/layout/portal-frame.tsx";
import { findSessionEnd } from "#lib/people/account-queries.ts";
import { signOut } from "#lib/people/actions.ts";
import { findUnitName } from "#lib/people/queries.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { toLocale } from "#messages/load.ts";
import { here } from "../here.ts";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** Furniture of the signed-in part. It lets nobody in and keeps nobody out: each page asks for its viewer. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  const locale = toLocale(await getLocale());
  const end = await findSessionEnd(viewer);
  const endWords = end === null ? "" : formatInstant(new Date(end), { locale, timeZone: env.TIME_ZONE });
  return (
    <PortalFrame
      viewer={viewer}
      unit={await findUnitName(viewer)}
      path={await here()}
      locale={locale}
      signOut={signOut}
      sessionEnd={end === null ? null : { at: end, words: endWords }}
      t={await getTranslations()}
    >
      {children}
    </PortalFrame>
  );
}
