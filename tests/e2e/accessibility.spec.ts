import type { APIRequestContext, Page } from "@playwright/test";
import type { Role } from "#lib/platform/access/permissions.ts";
import { sidewaysPixels, structureFaults, violationsOf } from "./support/accessibility.ts";
import { type Address, addressesFrom } from "./support/addresses.ts";
import { expect, test } from "./support/journey.ts";

/** Who sees most comes first, so that the others are asked only for what is theirs. */
const readers: readonly (Role | null)[] = [
  null,
  "municipality",
  "deputy",
  "head",
  "admin",
  "region",
  "teacher",
  "expert",
];
const WIDTHS = [360, 768, 1280];
/** The layout between these two is the phone's with more room: there only sideways movement is looked for. */
const AXE_WIDTHS = new Set([360, 1280]);
/** Pages whose content depends on the reader even where others have been there: seen by each at the width of a phone. */
const PERSONAL = /^\/(desk|results|reports|flags)$/;
const looked = new Set<string>();
/** What each reader comes to: links are followed once for both tests. */
const walked = new Map<Role | null, Promise<Address[]>>();

function addressesOf(reader: Role | null, request: APIRequestContext): Promise<Address[]> {
  const known = walked.get(reader) ?? addressesFrom(request, reader === null ? ["/", "/sign-in"] : ["/desk"]);
  walked.set(reader, known);
  return known;
}

for (const reader of readers) {
  test(`every page that ${reader ?? "a visitor without an account"} comes to by links reads without barriers`, async ({
    browserOf,
    expected,
  }) => {
    test.setTimeout(1_200_000);
    // Withdrawn editions keep their addresses and say so.
    expected.push(/status of 410/);
    const context = await browserOf(reader);
    const addresses = await addressesOf(reader, context.request);
    const page = await context.newPage();
    const found: string[] = [];
    for (const address of addresses) {
      const widths = widthsFor(address);
      if (widths.length === 0) continue;
      await page.goto(address.path);
      for (const width of widths)
        for (const barrier of await barriers(page, width))
          found.push(`${address.path} at ${width}: ${barrier}`);
      for (const fault of await structureFaults(page)) found.push(`${address.path}: ${fault}`);
    }
    expect(found.join("\n")).toBe("");
  });

  test(`no link leads ${reader ?? "a visitor without an account"} to a refusal`, async ({ browserOf }) => {
    const { request } = await browserOf(reader);
    const addresses = await addressesOf(reader, request);
    expect(addresses.filter(({ status }) => ![200, 410].includes(status))).toEqual([]);
  });
}

function widthsFor({ path, kind }: Address): readonly number[] {
  const key = kind.includes("[importId]") ? path : kind;
  if (looked.has(key)) return PERSONAL.test(kind) ? WIDTHS.slice(0, 1) : [];
  looked.add(key);
  return WIDTHS;
}

async function barriers(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  const sideways = await sidewaysPixels(page);
  const moved = sideways > 0 ? [`moves sideways by ${sideways} px`] : [];
  return AXE_WIDTHS.has(width) ? [...moved, ...(await violationsOf(page))] : moved;
}
