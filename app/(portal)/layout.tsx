import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PortalFrame } from "#components/layout/portal-frame.tsx";
import { signOut } from "#lib/people/actions.ts";
import { findUnitName } from "#lib/people/queries.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { toLocale } from "#messages/load.ts";
import { here } from "../here.ts";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** Furniture of the signed-in part. It lets nobody in and keeps nobody out: each page asks for its viewer. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  return (
    <PortalFrame
      viewer={viewer}
      unit={await findUnitName(viewer)}
      path={await here()}
      locale={toLocale(await getLocale())}
      signOut={signOut}
      t={await getTranslations()}
    >
      {children}
    </PortalFrame>
  );
}
