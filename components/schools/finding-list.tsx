import { LinkButton } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Shape, type ShapeKind } from "#components/ui/status.tsx";
import type { RegistryFinding } from "#lib/schools/registry-reading.ts";
import { cellAddress, findingText, type Sentences } from "./finding-text.ts";

const order = ["error", "warning", "note"] as const;
const shapes: Record<(typeof order)[number], ShapeKind> = { error: "risk", warning: "warn", note: "info" };
/** More of one kind stand in the file that can be downloaded. */
const mostShown = 30;

/** Everything that was noticed in the files, errors first, equal things together, each place with the line as it stands there. */
export function FindingList({
  t,
  findings,
  draftId,
}: {
  t: Sentences;
  findings: readonly RegistryFinding[];
  draftId: number;
}) {
  if (findings.length === 0) return <p>{t("schools.review.noFindings")}</p>;
  const groups = order.flatMap((severity) => [
    ...Map.groupBy(
      findings.filter((one) => one.severity === severity),
      (one) => findingText(t, one),
    ),
  ]);
  return (
    <div className="grid gap-2">
      {groups.map(([text, places]) => (
        <FindingGroup key={text} t={t} text={text} places={places} />
      ))}
      <p>
        <LinkButton href={`/api/registry/findings?draft=${draftId}`} kind="quiet">
          {t("schools.review.download")}
        </LinkButton>
      </p>
    </div>
  );
}

function FindingGroup({
  t,
  text,
  places,
}: {
  t: Sentences;
  text: string;
  places: readonly RegistryFinding[];
}) {
  const severity = places[0]?.severity ?? "note";
  const more = places.length - mostShown;
  return (
    <Fold
      summary={
        <>
          <span className="inline-flex items-center gap-2">
            <Shape kind={shapes[severity]} />
            <span className="font-semibold">{t(`schools.severity.${severity}`)}</span>
          </span>{" "}
          {text} <span className="text-ink-2">({t("schools.review.count", { count: places.length })})</span>
        </>
      }
    >
      <ul className="grid gap-3">
        {places.slice(0, mostShown).map((one) => (
          <li key={`${one.file} ${one.sheet} ${one.row} ${one.column}`}>
            <Place t={t} finding={one} />
          </li>
        ))}
        {more > 0 ? <li>{t("schools.review.more", { count: more })}</li> : null}
      </ul>
    </Fold>
  );
}

function Place({ t, finding }: { t: Sentences; finding: RegistryFinding }) {
  const { file, sheet, row, raw, line } = finding;
  const address = cellAddress(finding);
  const place =
    sheet === null
      ? file
      : address !== null
        ? t("schools.review.cell", { file, sheet, address })
        : row === null
          ? t("schools.review.sheetPlace", { file, sheet })
          : t("schools.review.rowPlace", { file, sheet, row });
  return (
    <>
      {place}
      {raw === null
        ? null
        : `, ${raw.trim() === "" ? t("schools.review.rawBlank") : t("schools.review.raw", { raw })}`}
      {line === null ? null : (
        <span className="block text-small text-ink-2">{line.map((cell) => cell || "—").join(" | ")}</span>
      )}
    </>
  );
}
