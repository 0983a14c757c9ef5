import { describe, expect, it } from "vitest";
import { PageContents } from "#components/layout/page-contents.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { PageShell } from "#components/layout/page-shell.tsx";
import { PublicDocument } from "#components/layout/public-document.tsx";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { Section } from "#components/layout/section.tsx";
import { UnitStrip } from "#components/layout/unit-strip.tsx";
import { DEFAULT_PREFERENCES, preferenceAttributes, preferenceCss } from "#components/ui/preferences.ts";
import { elements, expectSound, markup, text } from "./markup.ts";
import { LOCALES, translator } from "./words.ts";

const frame = (locale: (typeof LOCALES)[number]) => ({
  t: translator(locale),
  home: { href: "/", name: "Мониторинг" },
  place: "Округ",
  visionHref: "/preferences",
  languages: [
    { code: "ru" as const, label: "Рус", href: "/language/ru", current: locale === "ru" },
    { code: "uk" as const, label: "Укр", href: "/language/uk", current: locale === "uk" },
  ],
  places: [
    { href: "/schools", label: "Школы" },
    { href: "/reports", label: "Отчёты", current: true },
  ],
  help: "8 (000) 000-00-00",
});

describe.each(LOCALES)("the public frame in %s", (locale) => {
  const given = frame(locale);
  const html = markup(
    <PublicDocument language={locale} title="Школа № 7 — Мониторинг" languages={given.languages}>
      <PublicShell {...given}>
        <PageHeader
          t={given.t}
          title="Школа № 7"
          crumbs={[{ label: "Школы", href: "/schools" }, { label: "Школа № 7" }]}
        />
        <div className="beside">
          <PageContents t={given.t} places={[{ href: "#a", label: "Экзамены" }]} />
          <Section id="a" title="Как сдают?" />
        </div>
      </PublicShell>
    </PublicDocument>,
  );

  it("is a whole page that needs no script", () => {
    expectSound(html);
    expect(elements(html, "html")[0]?.lang).toBe(locale);
    expect(
      elements(html, "link")
        .filter((link) => link.rel === "stylesheet")
        .map((link) => link.href),
    ).toEqual(["/portal.css", "/prefs.css"]);
    expect(elements(html, "h1")).toHaveLength(1);
    expect(elements(html, "main")).toHaveLength(1);
  });

  it("leads first to the content and to the version for low vision, in words", () => {
    const [first, second] = elements(html.slice(html.indexOf("<body>")), "a");
    expect([first?.href, second?.href]).toEqual(["#main", "/preferences"]);
    expect(text(html)).toContain(given.t("ui.frame.vision"));
  });

  it("marks the current section and the current language", () => {
    expect(
      new Set(
        elements(html, "a")
          .filter((link) => link["aria-current"] === "page")
          .map((link) => link.href),
      ),
    ).toEqual(new Set(["/reports"]));
    expect(
      elements(html, "a")
        .filter((link) => link.hrefLang)
        .map((link) => link.hrefLang),
    ).toEqual([locale === "ru" ? "uk" : "ru"]);
  });
});

describe("the signed-in frame", () => {
  it("keeps unit and year in the address, as a plain form", () => {
    const given = frame("ru");
    const strip = (
      <UnitStrip
        t={given.t}
        unit={{ name: "Школа № 7", href: "/units" }}
        year={{
          name: "year",
          value: "2024",
          options: [
            { value: "2025", label: "2025/26" },
            { value: "2024", label: "2024/25" },
          ],
        }}
        keep={{ unit: "s7" }}
      />
    );
    const html = markup(
      <PageShell {...given} strip={strip}>
        <h1>Сегодня</h1>
      </PageShell>,
    );
    expectSound(html);
    expect(elements(html, "form")[0]?.method).toBe("get");
    expect(elements(html, "input")[0]).toMatchObject({ type: "hidden", name: "unit", value: "s7" });
    expect(elements(html, "option").map((option) => "selected" in option)).toEqual([false, true]);
  });
});

describe("settings of the reader", () => {
  it("change nothing until something is chosen", () => {
    expect(preferenceAttributes(DEFAULT_PREFERENCES)).toEqual({});
    expect(preferenceCss(DEFAULT_PREFERENCES)).toBe("");
  });

  it("say the same as attributes and as a stylesheet", () => {
    const chosen = { scheme: "bch", size: "150", spacing: "wide", images: "off", density: "dense" } as const;
    expect(preferenceAttributes(chosen)).toEqual({
      "data-scheme": "bch",
      "data-size": "150",
      "data-spacing": "wide",
      "data-images": "off",
      "data-density": "dense",
    });
    const css = preferenceCss(chosen);
    expect(css).toMatch(/^@import url\("\/schemes\/bch\.css"\);:root:root\{/u);
    for (const part of ["--text-size:150%", "--leading:1.2", "--pictures:none", "--row:32px"])
      expect(css).toContain(part);
    expect(Buffer.byteLength(css)).toBeLessThan(1024);
  });
});
