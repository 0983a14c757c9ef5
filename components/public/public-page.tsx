import type { ReactNode } from "react";
import { visionHref } from "#components/layout/portal-nav.ts";
import { PublicDocument } from "#components/layout/public-document.tsx";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { inLanguage, type Reader } from "./reader.ts";

/** The sections of the public side. */
export const publicPlaces = ["schools", "reports", "families", "method"] as const;
export type PublicPlace = (typeof publicPlaces)[number];

interface Props {
  reader: Reader;
  title: string;
  description?: string;
  /** Path and query of this page without the language. */
  path: string;
  place?: PublicPlace;
  /** Full permanent address, where it is another than the one asked for. */
  canonical?: string;
  children: ReactNode;
}

/** A whole page for everybody: no account, no script. */
export function PublicPage({ reader, title, description, path, place, canonical, children }: Props) {
  const { t, locale, link } = reader;
  const languages = (["ru", "uk"] as const).map((code) => ({
    code,
    label: t(`frame.languages.${code}`),
    href: inLanguage(path, code),
    current: code === locale,
  }));
  return (
    <PublicDocument
      language={locale}
      title={t("frame.title", { page: title })}
      languages={languages}
      {...(description ? { description } : {})}
      {...(canonical ? { canonical } : {})}
    >
      <PublicShell
        t={t}
        home={{ href: link("/"), name: t("frame.portal") }}
        visionHref={visionHref(link(path))}
        languages={languages}
        account={<a href="/sign-in">{t("frame.signIn")}</a>}
        places={publicPlaces.map((name) => ({
          href: link(`/${name}`),
          label: t(`public.site.${name}`),
          current: name === place,
        }))}
        help={t("frame.help")}
        footPlaces={[
          { href: link("/method#ranking"), label: t("public.whyNoRanking") },
          { href: link("/families"), label: t("public.families.title") },
          { href: link("/regulations/public"), label: t("regulations.open.title") },
          { href: link("/calendar"), label: t("schedule.public.title") },
        ]}
      >
        {children}
      </PublicShell>
    </PublicDocument>
  );
}
