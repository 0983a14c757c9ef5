import type { APIRequestContext } from "@playwright/test";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import { addressesFrom } from "./support/addresses.ts";
import { expect, test } from "./support/journey.ts";
import { isSignedInPage, signedInPages } from "./support/routes.ts";

/** Who may open which page; all others are told that it is not open to them. */
const everyone = roles;
const offices: readonly Role[] = ["admin", "region", "municipality"];
const administration: readonly Role[] = [...offices, "head", "deputy"];
const centre: readonly Role[] = ["admin", "region"];
const open: Record<string, readonly Role[]> = {
  "/account": everyone,
  "/desk": everyone,
  "/desk/delivery": everyone,
  "/results": everyone,
  "/results/imports": administration,
  "/results/imports/new": administration,
  "/results/templates": administration,
  "/results/entry": administration,
  "/results/reported": everyone,
  "/results/reported/names": administration,
  "/results/submissions": administration,
  "/results/submissions/absences": ["head", "deputy", "teacher"],
  "/results/submissions/campaigns": administration,
  "/results/submissions/reminders": everyone,
  "/schedule": everyone,
  "/schedule/announce": ["region", "municipality"],
  "/schedule/owed": ["region", "municipality"],
  "/schedule/cycle": everyone,
  "/schedule/cycle/new": ["head", "deputy"],
  "/indicators": everyone,
  "/indicators/new": ["region", "municipality", "head", "deputy"],
  "/indicators/orphans": everyone,
  "/indicators/values": everyone,
  "/indicators/values/entry": ["head", "deputy", "teacher"],
  "/indicators/formula": everyone,
  "/indicators/bank": everyone,
  "/exams": everyone,
  "/exams/scales": everyone,
  "/checks": administration,
  "/checks/rules": administration,
  "/checks/rules/new": ["region", "municipality"],
  "/insights": everyone,
  "/flags": [...administration, "expert"],
  "/flags/rule": centre,
  "/reports/drafts": [...administration, "expert"],
  "/regulations": everyone,
  "/regulations/new": administration,
  "/regulations/orphans": everyone,
  "/acts": everyone,
  "/registry": everyone,
  "/registry/new": offices,
  "/registry/areas": everyone,
  "/registry/import": offices,
  "/assessments": everyone,
  "/assessments/new": centre,
  "/assessments/import": centre,
  "/people": [...offices, "head"],
  "/people/invite": ["admin"],
  "/audit": [...offices, "head"],
};

/** Pages that show what their address asks for; without a question there is nothing to show, to anybody. */
const onlyAsked = ["/exams/registers", "/results/reported/exam", "/results/reported/table"];

for (const role of roles)
  test(`${role}: each page is open or closed as the table says`, async ({ browserOf }) => {
    const { request } = await browserOf(role);
    const answers = await statusOf(request, [...Object.keys(open), ...onlyAsked]);
    const expected = Object.entries(open).map(([page, who]) => [page, who.includes(role) ? 200 : 403]);
    const unasked = onlyAsked.map((page) => [page, 404]);
    expect(answers).toEqual(Object.fromEntries([...expected, ...unasked]));
  });

test("the table knows every page that has no parameter", () => {
  expect(signedInPages.filter((page) => !page.includes("["))).toEqual(
    [...Object.keys(open), ...onlyAsked].sort(),
  );
});

test("nobody who is not signed in sees a signed-in page: each leads to the sign-in and back", async ({
  browserOf,
}) => {
  const { request } = await browserOf("admin");
  const addresses = (await addressesFrom(request, ["/desk"])).map(({ path }) => path).filter(isSignedInPage);
  const outside = (await browserOf(null)).request;
  expect(addresses.length).toBeGreaterThan(20);
  for (const path of addresses) {
    const response = await outside.get(path, { maxRedirects: 0 });
    expect([303, 307], path).toContain(response.status());
    expect(response.headers().location, path).toMatch(/^\/sign-in/);
    expect(await response.text(), path).not.toMatch(/СОШ|участник/);
  }
});

test("a deputy head is told of another school's things only that they do not exist", async ({
  browserOf,
  pageOf,
  expected,
}) => {
  const { request } = await browserOf("deputy");
  const foreign = await foreignThings((await browserOf("admin")).request, request);
  const { school, work, file, report, person } = foreign;
  const answers = await statusOf(request, [
    `/insights/school-${school}`,
    `/insights/school-${school}/${work}`,
    `/insights/school-${school}/${work}/how/quality`,
    `/insights/municipality-1`,
    `/insights/municipality-1/${work}`,
    `/insights/region-1`,
    `/results/${work}/${school}`,
    `/results/imports/${file}`,
    `/results/imports/${file}/findings`,
    `/results/imports/${file}/rows?sheet=1&row=1`,
    `/reports/drafts/${report}`,
    `/reports/drafts/${report}/preview`,
    `/flags/${school}`,
    `/checks/${work}/${school}`,
    `/registry/${school}`,
    `/registry/${school}/classes`,
    `/api/insights/export?unit=school-${school}&work=${work}`,
    `/api/imports/${file}/findings?format=xlsx`,
    `/api/imports/${file}/findings?format=csv`,
  ]);
  expect(Object.entries(answers).filter(([, status]) => status !== 404)).toEqual([]);
  expect(await statusOf(request, [`/people/${person}`])).toEqual({ [`/people/${person}`]: 403 });

  // What exists and what does not are told of in the same words.
  expected.push(/status of 404/);
  const page = await pageOf("deputy");
  const said = async (path: string) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    return page.getByRole("main").textContent();
  };
  expect(await said(`/results/imports/${file}`)).toBe(await said("/results/imports/999999"));
});

test("a teacher reads the rows of the own classes only", async ({ pageOf }) => {
  const page = await pageOf("teacher");
  await page.goto("/results");
  await expect(page.getByRole("link", { name: "Загрузить файлы" })).toHaveCount(0);
  const rows = await page.getByRole("link", { name: "по кодам" }).first().getAttribute("href");
  await page.goto(rows ?? "");
  // The caption of each table begins with its class; the demo teacher has three.
  const captions = page.getByRole("caption");
  await expect(captions.first()).toBeVisible();
  for (const caption of await captions.allTextContents()) expect(caption).toMatch(/^(4А|5А|5Б),/);
  await page.goto(`${rows}?class=${encodeURIComponent("5В")}`);
  await expect(page.getByRole("table")).toHaveCount(0);
});

test("who may not bring results cannot post them, and nobody can from another site", async ({
  browserOf,
  baseURL,
}) => {
  const upload = async (role: Role | null, headers: Record<string, string>) => {
    const { request } = await browserOf(role);
    const multipart = { files: { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a;b\n1;2\n") } };
    const response = await request.post("/api/uploads", { multipart, headers, maxRedirects: 0 });
    return [response.status(), response.headers().location ?? null];
  };
  const ours = { origin: baseURL ?? "" };
  expect(await upload("teacher", ours)).toEqual([403, null]);
  expect(await upload("expert", ours)).toEqual([403, null]);
  expect(await upload(null, ours)).toEqual([303, "/sign-in?to=/results/imports/new"]);
  for (const elsewhere of [
    { origin: "https://example.org" },
    { origin: "null" },
    { origin: baseURL ?? "", "sec-fetch-site": "cross-site" },
    {},
  ])
    expect(await upload("deputy", elsewhere), JSON.stringify(elsewhere)).toEqual([403, null]);
});

test("pages cannot be posted to from another site", async ({ browserOf }) => {
  const { request } = await browserOf("admin");
  for (const path of ["/sign-in", "/people/invite", "/preferences/save", "/reports/drafts"]) {
    const response = await request.post(path, {
      form: { a: "1" },
      headers: { origin: "https://example.org" },
    });
    expect(response.status(), path).toBe(403);
  }
});

test("an expert reads and changes nothing", async ({ browserOf }) => {
  const { request } = await browserOf("expert");
  const foreign = await foreignThings(
    (await browserOf("admin")).request,
    (await browserOf("deputy")).request,
  );
  const answers = await statusOf(request, [
    `/registry/${foreign.school}/edit`,
    `/registry/${foreign.school}/rename`,
    `/registry/${foreign.school}/merge`,
    `/assessments/${foreign.work}/edit`,
    `/assessments/${foreign.work}/scale`,
    `/assessments/${foreign.work}/rescale`,
    `/results/imports/${foreign.file}`,
  ]);
  expect(Object.entries(answers).filter(([, status]) => status !== 403 && status !== 404)).toEqual([]);
  const addresses = await addressesFrom(request, ["/desk"]);
  // The own password and sessions are the expert's own.
  const notOwn = addresses.filter(({ path }) => isSignedInPage(path) && path !== "/account");
  for (const { path } of notOwn) {
    const forms = (await textOf(request, path)).match(/<form[^>]*method="post"[\s\S]*?<\/form>/gi) ?? [];
    // The only thing an expert can post is to leave.
    expect(
      forms.filter((form) => !form.includes("Выйти")),
      path,
    ).toEqual([]);
  }
});

async function statusOf(
  request: APIRequestContext,
  paths: readonly string[],
): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  for (const path of paths) answers[path] = (await request.get(path)).status();
  return answers;
}

/** What a person would read, without what changes with every answer. */
async function textOf(request: APIRequestContext, path: string): Promise<string> {
  const html = await (await request.get(path)).text();
  return (/<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? html).replace(/<script[\s\S]*?<\/script>/g, "");
}

/** Ids of things that exist and that are none of the deputy's business. */
async function foreignThings(admin: APIRequestContext, deputy: APIRequestContext) {
  const own = /school-(\d+)/.exec((await deputy.get("/insights")).url())?.[1];
  const addresses = (await addressesFrom(admin, ["/desk"])).map(({ path }) => path);
  const analyses = addresses.flatMap((path) => [...path.matchAll(/^\/insights\/school-(\d+)\/(\d+)$/g)]);
  const [, school, work] = analyses.find(([, id]) => id !== own) ?? [];
  const only = async (page: string, pattern: RegExp) => {
    const known = await idsOn(deputy, page, pattern);
    return (await idsOn(admin, page, pattern)).find((id) => !known.includes(id));
  };
  const things = {
    school,
    work,
    file: await only("/results/imports", /\/results\/imports\/(\d+)/g),
    report: await only("/reports/drafts", /\/reports\/drafts\/(\d+)/g),
    person: await only("/people", /\/people\/(\d+)/g),
  };
  expect(Object.values(things)).not.toContain(undefined);
  return things;
}

async function idsOn(request: APIRequestContext, path: string, pattern: RegExp): Promise<string[]> {
  const html = await (await request.get(path)).text();
  return [...html.matchAll(pattern)].map(([, found = ""]) => found);
}
