import { currentLocale, currentViewer } from "#lib/platform/access/session.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { templateParams } from "#lib/results/schema.ts";
import { templateFile } from "#lib/results/template.ts";
import { getTemplateFacts } from "#lib/results/template-queries.ts";
import { rootTranslator } from "#messages/translate.ts";
import { download, refusedDownload } from "../download.ts";

/** The portal's form for a work and a school, as a file to fill in. */
export async function GET(request: Request): Promise<Response> {
  const asked = templateParams.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return notFound();
  const { work, school, format } = asked.data;
  try {
    const viewer = await currentViewer();
    const login = viewer.schoolId === null ? (school ?? "") : null;
    const facts = await getTemplateFacts(viewer, { workId: work, login });
    const { name, type, bytes } = templateFile(rootTranslator(await currentLocale()), facts, format);
    return download(name, type, Uint8Array.from(bytes));
  } catch (error) {
    if (error instanceof RefusedError && error.kind === "notFound") return notFound();
    return refusedDownload(error, "/results/templates");
  }
}

/** A login may be mistyped: the page says so. */
function notFound(): Response {
  return new Response(null, { status: 303, headers: { location: "/results/templates?refused=notFound" } });
}
