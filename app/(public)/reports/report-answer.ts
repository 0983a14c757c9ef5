import { findPublished, findSnapshot, type PublicReport } from "#lib/reports/public-queries.ts";
import { answerDrawn, draw } from "../answer.tsx";
import { joined } from "../joined.ts";
import { keptAs, keptPages } from "../kept-pages.ts";
import { missing } from "../missing.tsx";
import { reportPage } from "./report-page.tsx";
import { withdrawnPage } from "./withdrawn-page.tsx";

/** Which editions a report has now: asked at every visit, so that a withdrawal is seen at once. */
const stateOf = joined(findPublished);

/** Drawn pages are kept by the state they were drawn in: an edition never changes, what stands around it may. */
async function stateText(slug: string): Promise<string | null> {
  const report = await stateOf(slug);
  return report && textOf(report);
}

const texts = new WeakMap<PublicReport, string>();

/** Visitors who share one answer share its text, too. */
function textOf(report: PublicReport): string {
  const known = texts.get(report) ?? JSON.stringify(report);
  texts.set(report, known);
  return known;
}

/** Answers the address of a report: of one edition, or of the newest that stands. */
export function answerReport(request: Request, slug: string, asked: number | null): Promise<Response> {
  return answerDrawn(
    request,
    async (reader) => {
      const report = await stateOf(slug);
      const edition = report?.editions.find((one) =>
        asked === null ? one.withdrawn === null : one.edition === asked,
      );
      const path = asked === null ? `/reports/${slug}` : `/reports/${slug}/${asked}`;
      if (report && edition?.withdrawn === null) {
        const address = keptAs(path, reader.locale);
        const state = textOf(report);
        const known = keptPages.get(address);
        if (known?.state === state) return known.page;
        const snapshot = await findSnapshot(report.id, edition.edition);
        // Withdrawn since the state was read: the next visit will find it so.
        if (snapshot) {
          const page = await draw(reader, path, reportPage(reader, report, edition, snapshot));
          void keptPages.keep(address, { page, freshness: "checked", state, now: () => stateText(slug) });
          return page;
        }
      }
      keptPages.drop(keptAs(path, reader.locale));
      const gone = report && (edition ?? (asked === null ? report.editions[0] : undefined));
      return draw(reader, path, gone ? withdrawnPage(reader, report, gone) : missing(reader, "report"));
    },
    "checked",
  );
}

/** A published edition by the two parts of its address; null when there is no such one for the public. */
export async function findEdition(slug: string, edition: string) {
  const report = /^[1-9]\d{0,3}$/.test(edition) ? await stateOf(slug) : null;
  const found = report?.editions.find((one) => String(one.edition) === edition);
  const snapshot = report && found ? await findSnapshot(report.id, found.edition) : null;
  return report && found && snapshot ? { report, edition: found, snapshot } : null;
}
