import { LinkButton } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Shape, type ShapeKind } from "#components/ui/status.tsx";
import type { RegistryFinding } from "#lib/schools/registry-reading.ts";
import { cellAddress, findingText, type Sentences } from "./finding-text.ts";

const order = ["error", "warning", "note"] as const;
const shapes: Record<(typeof order)[number], ShapeKind> = { error: "risk", warning: "warn", note: "info" };
/** More of one kind stand in the file that can be downloaded. */
const mostShown = 30;

interface Props {
  t: Sentences;
  findings: readonly RegistryFinding[];
  draftId: number;
  /** How many files there are: with one its name goes without saying. */
  files: number;
}

/** Everything that was noticed in the files, errors first, equal things together, each place with the line as it stands there. */
export function FindingList({ t, findings, draftId, files }: Props) {
  if (findings.length === 0) return <p>{t("schools.review.noFindings")}</p>;
  const groups = order.flatMap((severity) => [
    ...Map.groupBy(
      findings.filter((one) => one.severity === severity),
      (one) => findingText(t, one),
    ),
  ]);
  return (
    <>
      <ul className="grid gap-3">
        {groups.map(([text, places]) => (
          <li key={text}>
            <FindingGroup t={t} text={text} places={places} files={files} />
          </li>
        ))}
      </ul>
      <p>
        <LinkButton href={`/api/registry/findings?draft=${draftId}`} kind="quiet">
          {t("schools.review.download")}
        </LinkButton>
      </p>
    </>
  );
}

interface GroupProps {
  t: Sentences;
  text: string;
  places: readonly RegistryFinding[];
  files: number;
}

function FindingGroup({ t, text, places, files }: GroupProps) {
  const severity = places[0]?.severity ?? "note";
  const inFile = places.filter((one) => one.row !== null || one.sheet !== null);
  const more = inFile.length - mostShown;
  return (
    <>
      <p className="max-w-measure">
        <span className="status">
          <Shape kind={shapes[severity]} />
          <span className="font-semibold">{t(`schools.severity.${severity}`)}.</span>
        </span>{" "}
        {text}
      </p>
      {inFile.length > 0 ? (
        <Fold summary={t("schools.review.show", { count: inFile.length })}>
          <ul className="grid gap-3">
            {inFile.slice(0, mostShown).map((one) => (
              <li key={`${one.file} ${one.sheet} ${one.row} ${one.column}`}>
                <Place t={t} finding={one} files={files} />
              </li>
            ))}
            {more > 0 ? <li>{t("schools.review.more", { count: more })}</li> : null}
          </ul>
        </Fold>
      ) : null}
    </>
  );
}

function Place({ t, finding, files }: { t: Sentences; finding: RegistryFinding; files: number }) {
  const { file, sheet, row, raw, line } = finding;
  const words: string[] = [];
  if (files > 1) words.push(file);
  if (sheet !== null) words.push(t("schools.review.sheet", { sheet }));
  const address = cellAddress(finding) ?? (row === null ? null : t("schools.review.row", { row }));
  if (address !== null) words.push(address);
  if (raw !== null)
    words.push(raw.trim() === "" ? t("schools.review.rawBlank") : t("schools.review.raw", { raw }));
  return (
    <>
      {words.join(", ")}
      {line === null ? null : (
        <span className="block text-small text-ink-2">{line.map((cell) => cell || "—").join(" | ")}</span>
      )}
    </>
  );
}
