import { currentLocale, currentViewer } from "#lib/platform/access/session.ts";
import { writeCsv } from "#lib/platform/spreadsheet-export/write-csv.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { readFindings } from "#lib/results/finding-queries.ts";
import { findingColumns, findingLine } from "#lib/results/findings-table.ts";
import { idParam } from "#lib/results/schema.ts";
import type { Locale } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import { download, refusedDownload } from "../../download.ts";

/** So many findings are read at once; a workbook holds no more of them, the text table holds all. */
const portion = 2_000;
const mostInWorkbook = 5 * portion;

/** All findings of an import as a table: ?format=xlsx or csv. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ importId: string }> },
): Promise<Response> {
  const id = idParam.safeParse((await params).importId);
  if (!id.success) return new Response(null, { status: 404 });
  const asCsv = new URL(request.url).searchParams.get("format") === "csv";
  try {
    const viewer = await currentViewer();
    const locale = await currentLocale();
    const read = (after: number) => readFindings(viewer, id.data, { after, take: portion });
    const first = await read(-1);
    return asCsv ? asText(first, read, locale) : await asWorkbook(first, read, locale);
  } catch (error) {
    return refusedDownload(error, `/results/imports/${id.data}`);
  }
}

type Portion = Awaited<ReturnType<typeof readFindings>>;
type Read = (after: number) => Promise<Portion>;

const linesOf = (part: Portion, locale: Locale) =>
  part.findings.map((finding) => findingLine(rootTranslator(locale), locale, part.works, finding));

/** Named after the file, without its extension. */
function nameOf(part: Portion, locale: Locale): string {
  return rootTranslator(locale)("results.download.name", { file: part.fileName.replace(/\.[^.]{1,5}$/, "") });
}

/** Sent as it is read: a region's file may have a hundred thousand findings. */
function asText(first: Portion, read: Read, locale: Locale): Response {
  const t = rootTranslator(locale);
  let part: Portion | null = first;
  const heads = findingColumns(t).map(({ header }) => header);
  const mark = 3; // bytes of the byte order mark that every written part begins with
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (part === null) return controller.close();
      const isFirst = part === first;
      const bytes = writeCsv([...(isFirst ? [heads] : []), ...linesOf(part, locale)], { separator: ";" });
      controller.enqueue(isFirst ? bytes : bytes.subarray(mark));
      part = part.next === null ? null : await read(part.next);
    },
  });
  return download(`${nameOf(first, locale)}.csv`, "text/csv; charset=utf-8", body);
}

async function asWorkbook(first: Portion, read: Read, locale: Locale): Promise<Response> {
  const t = rootTranslator(locale);
  const rows = linesOf(first, locale);
  let next = first.next;
  while (next !== null && rows.length < mostInWorkbook) {
    const part = await read(next);
    rows.push(...linesOf(part, locale));
    next = part.next;
  }
  const notes = next === null ? [] : [t("results.download.cut", { count: rows.length })];
  const sheet = { name: t("results.download.sheet"), columns: findingColumns(t), rows, notes };
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const name = `${nameOf(first, locale)}.xlsx`;
  return download(name, type, Uint8Array.from(writeXlsx([sheet])));
}
