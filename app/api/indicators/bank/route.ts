import { getLocale } from "next-intl/server";
import type { BankTable } from "#lib/indicators/values/bank.ts";
import { getBank, getFrozen } from "#lib/indicators/values/bank-queries.ts";
import { bankSheets } from "#lib/indicators/values/bank-sheet.ts";
import { bankParams } from "#lib/indicators/values/schema.ts";
import { ownUnit, readUnit } from "#lib/indicators/values/unit.ts";
import type { ValueWords } from "#lib/indicators/values/words.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { toLocale } from "#messages/load.ts";
import { translator } from "#messages/translate.ts";

/** A table of the bank, or a frozen one by its address, as a workbook. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const viewer = await currentViewer();
  if (viewer.personId === null)
    return new Response(null, { status: 303, headers: { location: "/sign-in?to=/indicators/bank" } });
  const locale = toLocale(await getLocale());
  const words: ValueWords = { t: translator(locale), locale, timeZone: env.TIME_ZONE };
  try {
    const { table, title, source } = await tableOf(viewer, query, words);
    return new Response(new Uint8Array(writeXlsx(bankSheets(words, title, table, source))), {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": 'attachment; filename="indicators.xlsx"',
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const status = error.kind === "forbidden" ? 403 : error.kind === "invalid" ? 400 : 404;
    return Response.json({ refused: error.messageKey }, { status });
  }
}

async function tableOf(
  viewer: Viewer,
  query: URLSearchParams,
  words: ValueWords,
): Promise<{ table: BankTable; title: string; source: string }> {
  const slug = query.get("slug");
  if (slug !== null) {
    const { table, title, sha256, at } = await getFrozen(viewer, slug);
    const source = `${formatInstant(at, words)}, ${words.t("indicatorValues.bank.fingerprint")}: ${sha256}`;
    return { table, title, source };
  }
  const unit = readUnit(query.get("unit")) ?? ownUnit(viewer);
  if (!unit) throw new RefusedError("notFound");
  const table = await getBank(viewer, unit, bankParams.parse(Object.fromEntries(query)));
  const title = words.t("indicatorValues.bank.caption", { unit: table.unitName });
  return { table, title, source: formatInstant(currentInstant(), words) };
}
