import { type Column, Table } from "#components/ui/table.tsx";
import type { IndicatorVersionView } from "#lib/indicators/shapes.ts";
import { versionDifferences } from "#lib/indicators/version-diff.ts";
import { dayText, fieldName, fieldText, type IndicatorWords } from "#lib/indicators/view.ts";

interface Props {
  words: IndicatorWords;
  code: string;
  /** Newest first. */
  versions: readonly IndicatorVersionView[];
  /** The page itself, for links that compare. */
  href: string;
}

/** All versions: when each holds, what changed, and a link that lays it beside the one before. */
export function VersionsTable({ words, code, versions, href }: Props) {
  const { t } = words;
  const before = (version: IndicatorVersionView) =>
    versions.find((one) => one.version === version.version - 1);
  const columns: Column<IndicatorVersionView>[] = [
    {
      key: "version",
      head: t("indicators.page.version"),
      cell: ({ version, status }) =>
        status === "draft" ? `${version}, ${t("indicators.page.draftState")}` : version,
    },
    { key: "inForce", head: t("indicators.page.inForce"), cell: (version) => spanText(words, version) },
    {
      key: "changed",
      head: t("indicators.page.changed"),
      cell: (version) =>
        version.note || t(before(version) ? "indicators.page.noNote" : "indicators.page.first"),
    },
    {
      key: "compare",
      head: t("indicators.page.diffColumn"),
      cell: (version) => {
        const other = before(version);
        if (!other) return "—";
        const pair = { a: other.version, b: version.version };
        return <a href={`${href}?compare=${pair.a}-${pair.b}#diff`}>{t("indicators.page.compare", pair)}</a>;
      },
    },
  ];
  return (
    <Table
      id="versions-table"
      t={t}
      caption={t("indicators.page.versionsCaption", { code })}
      columns={columns}
      rows={versions}
      rowKey={({ version }) => String(version)}
      sticky={false}
    />
  );
}

function spanText(words: IndicatorWords, { effectiveFrom, effectiveTo }: IndicatorVersionView): string {
  const from = dayText(words, effectiveFrom);
  if (effectiveTo === null) return words.t("indicators.page.from", { from });
  return words.t("indicators.page.span", { from, to: dayText(words, effectiveTo) });
}

/** Two versions laid side by side: only the fields that differ. */
export function VersionDiff(props: {
  /** Unique on the page. */
  id: string;
  words: IndicatorWords;
  before: IndicatorVersionView;
  after: IndicatorVersionView;
  caption: string;
}) {
  const { id, words, before, after, caption } = props;
  const { t } = words;
  const differences = versionDifferences(before, after);
  if (differences.length === 0) return <p>{t("indicators.page.diffNone")}</p>;
  return (
    <Table
      id={id}
      t={t}
      caption={caption}
      rows={differences}
      rowKey={({ field }) => field}
      sticky={false}
      columns={[
        { key: "field", head: t("indicators.page.field"), cell: ({ field }) => fieldName(words, field) },
        {
          key: "was",
          head: t("indicators.page.was"),
          cell: ({ field }) => <del className="no-underline">{fieldText(words, field, before)}</del>,
        },
        {
          key: "became",
          head: t("indicators.page.became"),
          cell: ({ field }) => <ins className="no-underline">{fieldText(words, field, after)}</ins>,
        },
      ]}
    />
  );
}
