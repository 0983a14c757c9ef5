import { LinkButton } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Shape, type ShapeKind } from "#components/ui/status.tsx";
import type { Severity } from "#lib/platform/workbook/finding.ts";
import { findingText } from "#lib/results/finding-text.ts";
import type { FindingGroup, ImportView } from "#lib/results/import-queries.ts";
import { FindingPlace } from "./finding-place.tsx";
import type { Words } from "./words.ts";

const order: readonly Severity[] = ["error", "warning", "note"];
export const severityShapes: Record<Severity, ShapeKind> = { error: "risk", warning: "warn", note: "info" };

/** So few of a kind are shown at once. */
const fewFindings = 5;

/** Everything that was noticed: errors, warnings, notes; equal ones together, the first few with their place in the file. */
export function Findings({ words, file }: { words: Words; file: ImportView }) {
  const { t } = words;
  if (file.groups.length === 0) return <p>{t("results.findings.none")}</p>;
  const counts: Record<Severity, number> = { error: file.errors, warning: file.warnings, note: file.notes };
  return (
    <div className="grid gap-8">
      {order.map((severity) => {
        const groups = file.groups.filter((group) => group.severity === severity);
        return groups.length === 0 ? null : (
          <div key={severity} className="grid gap-2">
            <h3 className="flex items-center gap-2">
              <Shape kind={severityShapes[severity]} />
              {t(`results.severities.${severity}`, { count: counts[severity] })}
            </h3>
            <p className="max-w-measure text-ink-2">{t(`results.findings.lead.${severity}`)}</p>
            <div className="grid">
              {groups.map((group) => (
                <Group
                  key={group.code}
                  words={words}
                  file={file}
                  group={group}
                  open={severity === "error" || counts[severity] <= fewFindings}
                />
              ))}
            </div>
          </div>
        );
      })}
      <p className="flex flex-wrap gap-x-6 gap-y-1 print:hidden">
        {(["xlsx", "csv"] as const).map((format) => (
          <LinkButton key={format} kind="quiet" href={`/api/imports/${file.id}/findings?format=${format}`}>
            {t(`results.findings.${format}`)}
          </LinkButton>
        ))}
      </p>
    </div>
  );
}

function Group(props: { words: Words; file: ImportView; group: FindingGroup; open: boolean }) {
  const { words, file, group, open } = props;
  const { t, locale } = words;
  const name = t(`results.groups.${group.code}`);
  const title = group.count === 1 ? name : t("results.findings.group", { title: name, count: group.count });
  return (
    <Fold summary={title} open={open}>
      <ul className="grid max-w-measure gap-3">
        {group.first.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same of the same place
          <li key={index} className="grid gap-1">
            <p>{findingText(locale, finding)}</p>
            {finding.sheet === null && finding.row === null ? null : (
              <p className="text-small">
                <FindingPlace
                  words={words}
                  importId={file.id}
                  works={file.understood?.works ?? []}
                  finding={finding}
                />
              </p>
            )}
          </li>
        ))}
      </ul>
      {group.count > group.first.length ? (
        <p>
          <a href={`/results/imports/${file.id}/findings?code=${group.code}`}>
            {t("results.findings.all", { count: group.count })}
          </a>
        </p>
      ) : null}
    </Fold>
  );
}
