import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OuterFrame } from "#components/layout/outer-frame.tsx";
import { currentViewer } from "#lib/platform/access/session.ts";
import { toLocale } from "#messages/load.ts";
import { here } from "../here.ts";

/** A page that stands in no section, in the frame that needs no account. */
export async function Outside({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  return (
    <OuterFrame
      path={await here()}
      locale={toLocale(await getLocale())}
      signedIn={viewer.personId !== null}
      t={await getTranslations()}
    >
      {children}
    </OuterFrame>
  );
}
