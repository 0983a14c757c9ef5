import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as families } from "#app/(public)/families/route.tsx";
import { GET as method } from "#app/(public)/method/route.tsx";
import { GET as csv } from "#app/(public)/reports/[reportSlug]/[edition]/data.csv/route.ts";
import { GET as json } from "#app/(public)/reports/[reportSlug]/[edition]/data.json/route.ts";
import { GET as edition } from "#app/(public)/reports/[reportSlug]/[edition]/route.ts";
import { GET as newest } from "#app/(public)/reports/[reportSlug]/route.ts";
import { GET as reportsList } from "#app/(public)/reports/route.tsx";
import { GET as home } from "#app/(public)/route.tsx";
import { GET as school } from "#app/(public)/schools/[schoolSlug]/route.tsx";
import { GET as schoolsList } from "#app/(public)/schools/route.tsx";
import { GET as sitemap } from "#app/(public)/sitemap.xml/route.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { createReport, editReport, publishReport, withdrawReport } from "#lib/reports/commands.ts";
import { getDraft } from "#lib/reports/queries.ts";
import { mergeSchool } from "#lib/schools/lineage-commands.ts";
import { buildPublicCss } from "#scripts/build-public-css.mjs";
import { expectSound, text } from "#tests/components/markup.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { bring } from "./results.ts";

const now = new Date("2025-05-20T09:00:00Z");
const later = new Date("2025-06-10T09:00:00Z");
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost:3000${path}`, { headers });

let place: SmallRegion;
let head: Viewer;
let slug = "";
let schoolSlug = "";

const askNewest = (query = "", headers = {}) =>
  newest(ask(`/reports/${slug}${query}`, headers), { params: Promise.resolve({ reportSlug: slug }) });
const askEdition = (number: string, query = "") =>
  edition(ask(`/reports/${slug}/${number}${query}`), {
    params: Promise.resolve({ reportSlug: slug, edition: number }),
  });
const askSchool = (asked: string) =>
  school(ask(`/schools/${asked}`), { params: Promise.resolve({ schoolSlug: asked }) });

async function publish(reportId: number, note: string, at: Date): Promise<void> {
  const { version } = await getDraft(head, reportId);
  await publishReport(head, { reportId, version, note, confirmed: ["hidden"] }, at);
}

let reportId = 0;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  const [first, second] = place.schoolIds;
  head = await person("head", { schoolId: first });
  // «2» is hidden because 7 is small, «3» because 268 − 261 would be 7; their numbers stand nowhere else.
  await bring(place, first, [7, 261, 187, 143], now);
  await bring(place, second, [312, 333, 344, 355], now);
  const unit = { kind: "school", id: first } as const;
  ({ reportId } = await createReport(head, { unit, year: 2025, title: "Что показали работы" }, now));
  await publish(reportId, "", now);
  slug = (await getDraft(head, reportId)).slug;
  schoolSlug = (await asSystem((tx) => tx.school.findUniqueOrThrow({ where: { id: first } }))).slug;
});

describe("every public page", () => {
  const pages: Record<string, (query: string) => Promise<Response>> = {
    home: (query) => home(ask(`/${query}`)),
    schools: (query) => schoolsList(ask(`/schools${query}`)),
    reports: (query) => reportsList(ask(`/reports${query}`)),
    method: (query) => method(ask(`/method${query}`)),
    families: (query) => families(ask(`/families${query}`)),
    "a school": (query) =>
      school(ask(`/schools/${schoolSlug}${query}`), { params: Promise.resolve({ schoolSlug }) }),
    "a report": (query) => askNewest(query),
    "an edition": (query) => askEdition("1", query),
  };

  it.each(Object.keys(pages))(
    "%s is whole, in both languages, without a script or an inline style",
    async (name) => {
      for (const [query, language] of [
        ["", "ru"],
        ["?lang=uk", "uk"],
      ]) {
        const response = await pages[name]!(query ?? "");
        const html = await response.text();
        expect(response.status).toBe(200);
        expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
        expect(html.startsWith(`<!doctype html><html lang="${language}">`)).toBe(true);
        expectSound(html);
        expect(html.match(/<h1/gu)).toHaveLength(1);
      }
    },
  );

  it.each(Object.keys(pages))("%s keeps the language in its links", async (name) => {
    const html = await (await pages[name]!("?lang=uk")).text();
    const body = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    const links = [...body.matchAll(/href="(\/(?!icons|sign-in)[^"#]*)/gu)].map((match) => match[1] ?? "");
    expect(links.filter((href) => !href.includes("lang=uk") && !href.endsWith("data.json"))).toEqual([]);
  });
});

describe("the page of a report", () => {
  it("says the answer with its base and interval, and what it is not for", async () => {
    const page = text(await (await askNewest()).text());
    // R: prop.test(330, 598, correct = FALSE)$conf.int = 0.5118 … 0.5912
    expect(page).toContain("«4» и «5» — у 330 из 598 учеников, это 55 %.");
    expect(page).toContain("могло быть от 51 до 59 %");
    expect(page).toContain("По ним не оценивают учителей и школы.");
    expect(page).toContain("Мы не составляем рейтинг школ");
    expect(page).toContain("«2» и «3» вместе");
  });

  it("holds no hidden number, in no form: page, files, attributes", async () => {
    const parameters = { params: Promise.resolve({ reportSlug: slug, edition: "1" }) };
    const data = await (await json(ask(`/reports/${slug}/1/data.json`), parameters)).text();
    const table = await (await csv(ask(`/reports/${slug}/1/data.csv`), parameters)).text();
    const page = await (await askNewest()).text();
    for (const content of [page, data, table]) {
      // 261 pupils with «3» are 43,6 % of 598; 7 with «2» are 1,2 %.
      expect(content).not.toMatch(/\b261\b|43[.,]6|\b44\s%/u);
      expect(content).not.toMatch(/(?<![\d/])7 \(|\b1[.,]17/u);
    }
    const [own] = JSON.parse(data).works[0].units;
    expect([own.counts["2"], own.counts["3"]]).toEqual([{ kind: "tooFew" }, { kind: "tooFew" }]);
    expect(table).toContain("«3»;;suppressed");
  });

  it("names no other school", async () => {
    const page = await (await askNewest()).text();
    const others = await asSystem((tx) =>
      tx.school.findMany({ where: { id: { in: place.schoolIds.slice(1) } } }),
    );
    for (const { name, slug: address } of others) {
      expect(page).not.toContain(name);
      expect(page).not.toContain(address);
    }
  });

  it("prints the fingerprint that its file has", async () => {
    const page = await (await askEdition("1")).text();
    const parameters = { params: Promise.resolve({ reportSlug: slug, edition: "1" }) };
    const bytes = await (await json(ask(`/reports/${slug}/1/data.json`), parameters)).arrayBuffer();
    expect(page).toContain(createHash("sha256").update(Buffer.from(bytes)).digest("hex"));
  });

  it("takes no more than 100 kB over the wire with everything that it loads", async () => {
    const folder = mkdtempSync(join(tmpdir(), "page-size-"));
    await buildPublicCss(folder);
    const html = gzipSync(Buffer.from(await (await askNewest()).text())).byteLength;
    const css = gzipSync(readFileSync(join(folder, "portal.css"))).byteLength;
    const files = ["fonts/onest-latin.woff2", "fonts/onest-cyrillic.woff2", "icons.svg", "icon.svg"];
    const rest = files.reduce((sum, file) => sum + statSync(join("public", file)).size, 0);
    expect(html + css + rest).toBeLessThanOrEqual(100 * 1024);
  });

  it("is answered by a tag while nothing has changed", async () => {
    const first = await askNewest();
    const tag = first.headers.get("etag") ?? "";
    expect((await askNewest("", { "if-none-match": tag })).status).toBe(304);
    expect((await askNewest("", { "if-none-match": `"other", ${tag}` })).status).toBe(304);
    expect((await askNewest("?lang=uk", { "if-none-match": tag })).status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("public, no-cache");
  });

  it("shows an amendment with its note at once, and says on the older edition that there is a newer one", async () => {
    const { version } = await getDraft(head, reportId);
    const workIds = [place.workId];
    await editReport(head, { reportId, version, title: "Исправленный отчёт", foreword: "", workIds }, later);
    expect(await (await askNewest()).text()).not.toContain("Исправленный отчёт");
    await publish(reportId, "Исправили название", later);
    const page = text(await (await askNewest()).text());
    expect(page).toContain("Исправленный отчёт");
    expect(page).toContain("Исправили название");
    const old = text(await (await askEdition("1")).text());
    expect(old).toContain("Что показали работы");
    expect(old).toContain("Есть более новая редакция — 2");
  });

  it("is gone the moment its edition is withdrawn, with the reason in its place and no number", async () => {
    expect((await askEdition("2")).status).toBe(200);
    await withdrawReport(head, { reportId, edition: 2, reason: "Ошибка в названии" }, later);
    const gone = await askEdition("2");
    const page = await gone.text();
    expect(gone.status).toBe(410);
    expect(text(page)).toContain("Причина: Ошибка в названии");
    expect(page).not.toMatch(/598|330/u);
    // The newest standing edition is the first again, and says what happened to the later one.
    const newestPage = await askNewest();
    expect(newestPage.status).toBe(200);
    expect(text(await newestPage.text())).toContain("Более новая редакция отозвана");
    const parameters = { params: Promise.resolve({ reportSlug: slug, edition: "2" }) };
    expect((await json(ask(`/reports/${slug}/2/data.json`), parameters)).status).toBe(404);
    expect((await csv(ask(`/reports/${slug}/2/data.csv`), parameters)).status).toBe(404);
  });

  it("of a draft looks like one that never was", async () => {
    const unit = { kind: "school", id: place.schoolIds[0] } as const;
    const draft = await createReport(head, { unit, year: 2025, title: "Ещё черновик" }, now);
    const { slug: hidden } = await getDraft(head, draft.reportId);
    const answers = await Promise.all(
      [hidden, "net-takogo"].map(async (reportSlug) => {
        const response = await newest(ask("/reports/x"), { params: Promise.resolve({ reportSlug }) });
        const page = await response.text();
        return { status: response.status, body: page.slice(page.indexOf("<main"), page.indexOf("</main>")) };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.status).toBe(404);
  });

  it.each(["0", "01", "1.5", "x", "99"])("has no edition %s", async (number) => {
    expect((await askEdition(number)).status).toBe(404);
  });
});

describe("schools for everybody", () => {
  it("a school that is found alone is opened, in the reader's language", async () => {
    const { name } = await asSystem((tx) =>
      tx.school.findUniqueOrThrow({ where: { id: place.schoolIds[0] } }),
    );
    const response = await schoolsList(ask(`/schools?q=${encodeURIComponent(name)}&lang=uk`));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`/schools/${schoolSlug}?lang=uk`);
  });

  it("the card lists what the school has published, under the published title", async () => {
    const page = text(await (await askSchool(schoolSlug)).text());
    expect(page).toContain("Что показали работы");
    expect(page).not.toContain("Ещё черновик");
  });

  it("an unknown school is not found, a closed one is gone and names its successor", async () => {
    expect((await askSchool("net-takoy")).status).toBe(404);
    const [, closing, successor] = await asSystem((tx) =>
      tx.school.findMany({ where: { id: { in: [...place.schoolIds] } }, orderBy: { id: "asc" } }),
    );
    const region = await person("region", { regionId: place.regionId });
    await mergeSchool(
      region,
      {
        schoolId: closing!.id,
        version: closing!.version,
        successorLogin: successor!.login,
        happenedOn: "2025-05-01",
        note: "",
      },
      now,
    );
    const response = await askSchool(closing!.slug);
    const page = await response.text();
    expect(response.status).toBe(410);
    expect(page).toContain(`href="/schools/${successor!.slug}"`);
    expect(text(page)).toContain(successor!.name);
    const heir = await (await askSchool(successor!.slug)).text();
    expect(heir).toContain(`href="/schools/${closing!.slug}"`);
  });

  it("the map for search engines names open schools and standing reports", async () => {
    const xml = await (await sitemap(ask("/sitemap.xml"))).text();
    expect(xml).toContain(`/schools/${schoolSlug}<`);
    expect(xml).toContain(`/reports/${slug}?lang=uk<`);
  });
});
