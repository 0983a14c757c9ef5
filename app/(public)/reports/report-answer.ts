import { findPublished, findSnapshot } from "#lib/reports/public-queries.ts";
import { answerDrawn, type Drawn, draw } from "../answer.tsx";
import { joined } from "../joined.ts";
import { missing } from "../missing.tsx";
import { reportPage } from "./report-page.tsx";
import { withdrawnPage } from "./withdrawn-page.tsx";

/** Which editions a report has now: asked at every visit, so that a withdrawal is seen at once. */
const stateOf = joined(findPublished);

/**
 * Pages drawn before. An edition never changes; what may change around it (a newer edition, a withdrawal) is in `state`,
 * and a page drawn in another state is drawn anew.
 */
const drawn = new Map<string, { state: string; page: Drawn }>();
const mostPages = 500;

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
        const key = `${path} ${reader.locale}`;
        const state = JSON.stringify(report);
        const known = drawn.get(key);
        if (known?.state === state) return known.page;
        const snapshot = await findSnapshot(report.id, edition.edition);
        // Withdrawn since the state was read: the next visit will find it so.
        if (snapshot) {
          const page = await draw(reader, path, reportPage(reader, report, edition, snapshot));
          keep(key, { state, page });
          return page;
        }
      }
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

function keep(key: string, page: { state: string; page: Drawn }): void {
  drawn.delete(key);
  drawn.set(key, page);
  const oldest = drawn.keys().next().value;
  if (drawn.size > mostPages && oldest !== undefined) drawn.delete(oldest);
}
