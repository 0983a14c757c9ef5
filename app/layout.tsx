import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FontPreloads } from "#components/layout/public-document.tsx";
import { preferenceAttributes } from "#components/ui/preferences.ts";
import { chosenPreferences } from "./(outside)/preferences/chosen.ts";
import "./globals.css";

/** Every page has a title of its own; this adds the name of the portal. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("frame");
  return {
    title: { template: t("title", { page: "%s" }), default: t("portal") },
    description: t("description"),
    icons: { icon: { url: "/icon.svg", type: "image/svg+xml" } },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, chosen] = [await getLocale(), await chosenPreferences()];
  return (
    <html lang={locale} {...preferenceAttributes(chosen)}>
      <head>
        <FontPreloads />
      </head>
      <body>{children}</body>
    </html>
  );
}
