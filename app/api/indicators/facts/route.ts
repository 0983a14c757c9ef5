import { getLocale } from "next-intl/server";
import { factOf } from "#lib/indicators/formula/facts.ts";
import { enterFacts } from "#lib/indicators/values/entry-commands.ts";
import { type EntryPage, getEntry } from "#lib/indicators/values/entry-queries.ts";
import { factSheet, readFactSheet, type SheetLine } from "#lib/indicators/values/fact-sheet.ts";
import { isPart, wholeYear, type YearPart } from "#lib/indicators/values/period.ts";
import { idText } from "#lib/indicators/values/schema.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { isSameOrigin } from "#lib/platform/access/same-origin.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { readInWorker } from "#lib/platform/workbook/in-worker.ts";
import { toLocale } from "#messages/load.ts";
import { type Translate, translator } from "#messages/translate.ts";

/** A filled template is a few dozen lines. */
const mostBytes = 2 * 1024 * 1024;

/** The portal's template with what the school has entered already. */
export async function GET(request: Request): Promise<Response> {
  const asked = await askedOf(request);
  if (asked instanceof Response) return asked;
  const { viewer, school, year, part } = asked;
  const locale = toLocale(await getLocale());
  return answer(async () => {
    const page = await getEntry(viewer, school, year, part);
    const t = translator(locale);
    return new Response(new Uint8Array(writeXlsx([factSheet(t, linesOf(t, locale, page))])), {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="indicators-${school}-${year}${part}.xlsx"`,
        "cache-control": "no-store",
      },
    });
  });
}

/** Takes the filled template. A file with a mistake changes nothing and leads back to the form with the row. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, env.PORTAL_URL)) return refused(403, "errors.crossSite");
  const asked = await askedOf(request);
  if (asked instanceof Response) return asked;
  const { viewer, school, year, part } = asked;
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(announced <= mostBytes)) return back(asked, { refused: "notATemplate" });
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File) || file.name === "") return back(asked, { refused: "noFile" });
  return answer(async () => {
    const { forms, mayEnter } = await getEntry(viewer, school, year, part);
    const outcome = await readInWorker(new Uint8Array(await file.arrayBuffer()), file.name);
    if (!outcome.ok) return back(asked, { refused: "notATemplate" });
    const codes = new Set(forms.filter(({ group }) => mayEnter(group)).flatMap((one) => one.codes));
    const sheet = readFactSheet(outcome.workbook, (code) => codes.has(code));
    if (!sheet.ok) return back(asked, { refused: sheet.key, ...sheet.params });
    const values = sheet.values.map((value) => ({ ...value, version: null }));
    try {
      const input = { schoolId: school, schoolYear: year, part, values, origin: "imported" as const };
      const { changed } = await enterFacts(viewer, input, currentInstant());
      return back(asked, { done: changed });
    } catch (error) {
      const key =
        error instanceof RefusedError ? /^indicatorValues\.refused\.(\w+)$/.exec(error.messageKey) : null;
      if (!(error instanceof RefusedError) || !key?.[1]) throw error;
      return back(asked, { refused: key[1], ...error.params });
    }
  });
}

interface Asked {
  viewer: Viewer;
  school: number;
  year: number;
  part: YearPart;
}

async function askedOf(request: Request): Promise<Asked | Response> {
  const query = new URL(request.url).searchParams;
  const viewer = await currentViewer();
  if (viewer.personId === null)
    return new Response(null, { status: 303, headers: { location: "/sign-in?to=/indicators/values/entry" } });
  if (!may(viewer, "indicators.enter")) return refused(403, "errors.forbidden");
  const school = idText.safeParse(query.get("school"));
  const year = query.get("year") ?? "";
  const part = query.get("part") ?? wholeYear;
  if (!school.success || !/^20\d\d$/.test(year) || !isPart(part)) return refused(404, "errors.notFound");
  return { viewer, school: school.data, year: Number(year), part };
}

function linesOf(t: Translate, locale: "ru" | "uk", page: EntryPage): SheetLine[] {
  return page.forms
    .filter(({ group }) => page.mayEnter(group))
    .flatMap(({ codes }) =>
      codes.map((code) => {
        const [fact, named, stored] = [factOf(code), page.names.get(code), page.facts.get(code)];
        return {
          code,
          name: named ? (locale === "uk" ? named.nameUk : named.name) : t(`formulas.facts.${code}`),
          unit: fact
            ? t(`formulas.units.${fact.unit ?? "yesNo"}`)
            : t(`indicatorValues.units.${named?.unit ?? "heading"}`),
          value: stored?.value ?? null,
          note: stored?.note ?? "",
        };
      }),
    );
}

async function answer(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return error.kind === "forbidden" ? refused(403, "errors.forbidden") : refused(404, "errors.notFound");
  }
}

function back({ school, year, part }: Asked, more: Record<string, string | number>): Response {
  const query = new URLSearchParams({ school: String(school), year: String(year) });
  if (part !== wholeYear) query.set("part", part);
  for (const [name, value] of Object.entries(more)) query.set(name, String(value).slice(0, 120));
  // A relative address: the portal may stand behind another name than it knows.
  return new Response(null, { status: 303, headers: { location: `/indicators/values/entry?${query}#file` } });
}

function refused(status: number, key: string): Response {
  return Response.json({ refused: key }, { status });
}
