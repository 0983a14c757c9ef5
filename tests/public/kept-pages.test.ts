import { expect, it } from "vitest";
import { type KeptPage, KeptPages, keptAs } from "#app/(public)/kept-pages.ts";

const page = (html: string): Omit<KeptPage, "packed"> => ({
  page: { status: 200, html, tag: `W/"${html.length}"` },
  freshness: "checked",
  state: "1",
  now: async () => "1",
});

it("holds no more bytes than it may: the longest kept page goes first", async () => {
  const pages = new KeptPages(10_000);
  const text = (sign: string) => sign.repeat(1_500); // 3,000 bytes in memory, 1,500 more as plain bytes, some packed
  await pages.keep("/a", page(text("a")));
  await pages.keep("/b", page(text("b")));
  expect([pages.get("/a"), pages.get("/b")].every((kept) => kept?.packed)).toBe(true);
  await pages.keep("/c", page(text("c")));
  expect(pages.get("/a")).toBeUndefined();
  expect(pages.get("/c")?.packed?.plain.toString()).toBe(text("c"));
});

it("a page that is too large for the memory is not kept at all", async () => {
  const pages = new KeptPages(1_000);
  await pages.keep("/a", page("a".repeat(5_000)));
  expect(pages.get("/a")).toBeUndefined();
});

it("a page that was kept anew while the old one was being packed does not get the old one's bytes", async () => {
  const pages = new KeptPages();
  await Promise.all([pages.keep("/a", page("old")), pages.keep("/a", page("new"))]);
  expect(pages.get("/a")?.packed?.plain.toString()).toBe("new");
});

it("keeps languages apart under the address that readers ask for", () => {
  expect([keptAs("/reports/x", "ru"), keptAs("/reports/x", "uk")]).toEqual([
    "/reports/x",
    "/reports/x?lang=uk",
  ]);
});
