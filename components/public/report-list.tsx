import type { PublishedRow } from "#lib/reports/public-queries.ts";
import { dayText } from "#lib/reports/report-view.ts";
import type { Reader } from "./reader.ts";

interface Props {
  reader: Reader;
  reports: readonly PublishedRow[];
  /** On the page of the unit itself its name is not said again. */
  withUnit?: boolean;
}

/** Published reports, newest first: title, then year, day, edition and unit. */
export function ReportList({ reader, reports, withUnit = true }: Props) {
  const { t, link } = reader;
  return (
    <ul className="grid">
      {reports.map(({ slug, title, unitName, edition, publishedAt, year }) => (
        <li key={slug} className="border-t border-line py-2">
          <a href={link(`/reports/${slug}`)} className="inline-flex min-h-11 items-center">
            {withUnit && !title.includes(unitName)
              ? t("public.reports.named", { unit: unitName, title })
              : title}
          </a>
          <span className="block text-small text-ink-2">
            {t(`public.reports.row${edition > 1 ? "Edition" : ""}`, {
              day: dayText(reader, publishedAt),
              year: String(year),
              edition,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
