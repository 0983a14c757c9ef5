import type { PublishedRow } from "#lib/reports/public-queries.ts";
import { dayText } from "#lib/reports/report-view.ts";
import type { Reader } from "./reader.ts";

/** Published reports, newest first: title, then day, unit and edition. */
export function ReportList({ reader, reports }: { reader: Reader; reports: readonly PublishedRow[] }) {
  const { t, link } = reader;
  return (
    <ul className="grid">
      {reports.map(({ slug, title, unitName, edition, publishedAt, year }) => (
        <li key={slug} className="border-t border-line py-2">
          <a href={link(`/reports/${slug}`)} className="inline-flex min-h-11 items-center">
            {t("public.reports.name", { title, year: String(year) })}
          </a>
          <span className="block text-small text-ink-2">
            {t(edition > 1 ? "public.reports.rowEdition" : "public.reports.row", {
              day: dayText(reader, publishedAt),
              unit: unitName,
              edition,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
