import type { ReactNode } from "react";
import type { Translate } from "#components/ui/translate.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { PageShell } from "./page-shell.tsx";
import { languagesOf, portalPlaces, visionHref } from "./portal-nav.ts";
import { PortalAccount } from "./portal-nav-account.tsx";
import { SessionEnd } from "./session-end.tsx";

interface Props {
  viewer: Viewer;
  /** The unit that the person works in; null for the whole portal. */
  unit: string | null;
  /** Path and query of this page. */
  path: string;
  locale: "ru" | "uk";
  signOut: () => Promise<void>;
  /** When the session ends, as an ISO instant and in words; null without one. */
  sessionEnd: { at: string; words: string } | null;
  t: Translate;
  children: ReactNode;
}

/** The frame of signed-in pages for this person: only sections that the role may enter. */
export function PortalFrame({ viewer, unit, path, locale, signOut, sessionEnd, t, children }: Props) {
  return (
    <PageShell
      t={t}
      home={{ href: "/desk", name: t("frame.portal") }}
      place={unit ?? t("frame.wholePortal")}
      visionHref={visionHref(path)}
      languages={languagesOf(locale, path, t)}
      account={<PortalAccount name={viewer.name} signOut={signOut} t={t} />}
      places={portalPlaces(viewer, path, t)}
      help={t("frame.help")}
      footPlaces={[{ href: "/", label: t("frame.places.open") }]}
    >
      {sessionEnd ? (
        <SessionEnd
          endsAt={sessionEnd.at}
          words={{
            title: t("people.account.prolong.title"),
            text: t("people.account.prolong.text", { at: sessionEnd.words }),
            submit: t("people.account.prolong.submit"),
          }}
        />
      ) : null}
      {children}
    </PageShell>
  );
}
