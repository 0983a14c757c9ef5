import type { ReactNode } from "react";
import type { Translate } from "#components/ui/translate.ts";
import { languagesOf, visionHref } from "./portal-nav.ts";
import { PublicShell } from "./public-shell.tsx";

interface Props {
  path: string;
  locale: "ru" | "uk";
  signedIn: boolean;
  t: Translate;
  children: ReactNode;
}

/** The frame of pages outside of the sections: sign-in, settings, pages that were not found. */
export function OuterFrame({ path, locale, signedIn, t, children }: Props) {
  return (
    <PublicShell
      t={t}
      home={{ href: "/", name: t("frame.portal") }}
      visionHref={visionHref(path)}
      languages={languagesOf(locale, path, t)}
      account={
        signedIn ? <a href="/desk">{t("frame.places.desk")}</a> : <a href="/sign-in">{t("frame.signIn")}</a>
      }
      places={[
        { href: "/", label: t("frame.places.home") },
        { href: "/schools", label: t("frame.places.schools") },
      ]}
      help={t("frame.help")}
    >
      {children}
    </PublicShell>
  );
}
