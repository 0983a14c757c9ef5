import { Shape } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { indicatorAddress } from "#lib/indicators/owner.ts";
import type { CatalogueLine } from "#lib/indicators/shapes.ts";
import { dayText, type IndicatorWords, indicatorName } from "#lib/indicators/view.ts";
import { RuleTag } from "./rule-tag.tsx";

interface Props {
  words: IndicatorWords;
  id: string;
  caption: string;
  lines: readonly CatalogueLine[];
}

/** Lines of one part of the catalogue; a heading of an order is bold and has no value of its own. */
export function CatalogueTable({ words, id, caption, lines }: Props) {
  const { t } = words;
  const columns: Column<CatalogueLine>[] = [
    { key: "code", head: t("indicators.list.code"), cell: (line) => line.code },
    { key: "name", head: t("indicators.list.name"), cell: (line) => <LineName words={words} line={line} /> },
    {
      key: "unit",
      head: t("indicators.list.unit"),
      cell: ({ version }) => (version.unit === "heading" ? "—" : t(`indicators.units.${version.unit}`)),
    },
    {
      key: "rule",
      head: t("indicators.list.whose"),
      cell: ({ version }) => <RuleTag t={t} ruleKind={version.ruleKind} needsCheck={version.needsCheck} />,
    },
    {
      key: "state",
      head: t("indicators.list.state"),
      cell: (line) => <LineState words={words} line={line} />,
    },
    {
      key: "data",
      head: t("indicators.list.values"),
      cell: ({ version, hasData }) => {
        if (version.unit === "heading") return "—";
        if (hasData) return t("indicators.list.hasData");
        return (
          <span className="silence status-none">
            <Shape kind="none" />
            {t("indicators.list.noData")}
          </span>
        );
      },
    },
  ];
  return (
    <Table
      id={id}
      t={t}
      caption={caption}
      columns={columns}
      rows={lines}
      rowKey={(line) => String(line.id)}
      sticky={false}
    />
  );
}

function LineName({ words, line }: { words: IndicatorWords; line: CatalogueLine }) {
  const { t } = words;
  const name = (
    <a href={`/indicators/${indicatorAddress(line.code, line.owner)}`}>
      {indicatorName(words, line.version)}
    </a>
  );
  return (
    <>
      {line.version.unit === "heading" ? <strong>{name}</strong> : name}
      {line.owner.kind === "portal" ? null : (
        <span className="block text-small text-ink-2">
          {t("indicators.list.local")}: {t(`indicators.ownerShort.${line.owner.kind}`)}
        </span>
      )}
    </>
  );
}

function LineState({ words, line }: { words: IndicatorWords; line: CatalogueLine }) {
  const { t } = words;
  if (line.version.status === "draft") return t("indicators.list.onlyDraft");
  const state =
    line.adopted === null
      ? t("indicators.list.notAdopted")
      : t(line.adopted.own ? "indicators.list.adoptedOwn" : "indicators.list.adoptedAbove", {
          on: dayText(words, line.adopted.on),
        });
  return line.hasDraft ? `${state}; ${t("indicators.list.draft")}` : state;
}
