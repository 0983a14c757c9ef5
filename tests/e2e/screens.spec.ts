import { join } from "node:path";
import type { Role } from "#lib/platform/access/permissions.ts";
import { addressesFrom } from "./support/addresses.ts";
import { test } from "./support/journey.ts";

const FOLDER = join("test-results", "screens");
const WIDTHS = [360, 768, 1280];
const readers: readonly (Role | null)[] = [
  null,
  "deputy",
  "municipality",
  "head",
  "admin",
  "teacher",
  "expert",
];

// `SCREENS=1 npm test -- --only=e2e` leaves pictures of every page for people to look at.
if (process.env.SCREENS === "1") {
  const taken = new Set<string>();
  for (const reader of readers)
    test(`pictures of what ${reader ?? "a visitor without an account"} sees`, async ({ browserOf }) => {
      test.setTimeout(900_000);
      const context = await browserOf(reader);
      const page = await context.newPage();
      for (const { path, kind } of await addressesFrom(
        context.request,
        reader === null ? ["/", "/sign-in"] : ["/desk"],
      )) {
        const key = /importId|reportSlug|\/desk$|\/results$/.test(kind) ? `${reader} ${path}` : kind;
        if (taken.has(key)) continue;
        taken.add(key);
        await page.goto(path);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          const name = `${reader ?? "public"} ${decodeURIComponent(path).replace(/[/?&=:]+/g, "_")} ${width}.png`;
          await page.screenshot({ path: join(FOLDER, name), fullPage: true });
        }
      }
    });
}
