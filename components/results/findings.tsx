import { LinkButton } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Shape, type ShapeKind } from "#components/ui/status.tsx";
import type { Severity } from "#lib/platform/workbook/finding.ts";
import { findingText } from "#lib/results/finding-text.ts";
import type { FindingGroup, ImportView } from "#lib/results/import-queries.ts";
import { FindingPlace, isAboutFile } from "./finding-place.tsx";
import type { Words } from "./words.ts";

const order: readonly Severity[] = ["error", "warning", "note"];
export const severityShapes: Record<Severity, ShapeKind> = { error: "risk", warning: "warn", note: "info" };

/** So few of a kind are shown at once. */
const fewFindings = 5;

/** Everything that was noticed: errors, warnings, notes; equal ones together, the first few with their place in the file. */
export function Findings({
  words,
  file,
  groups,
}: {
  words: Words;
  file: ImportView;
  groups: readonly FindingGroup[];
}) {
  const { t } = words;
  if (groups.length === 0) return <p>{t("results.findings.none")}</p>;
  return (
    <div className="grid gap-8">
      {order.map((severity) => {
        const ofKind = groups.filter((group) => group.severity === severity);
        const count = ofKind.reduce((sum, group) => sum + group.count, 0);
        return count === 0 ? null : (
          <div key={severity} className="grid gap-2">
            <h3 className="flex items-center gap-2">
              <Shape kind={severityShapes[severity]} />
              {t(`results.severities.${severity}`, { count })}
            </h3>
            <p className="max-w-measure text-ink-2">{t(`results.findings.lead.${severity}`)}</p>
            <div className="grid">
              {ofKind.map((group) => (
                <Group
                  key={group.code}
                  words={words}
                  file={file}
                  group={group}
                  open={severity === "error" || count <= fewFindings}
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
  const works = file.understood?.works ?? [];
  const name = t(`results.groups.${group.code}`);
  const title = group.count === 1 ? name : t("results.findings.group", { title: name, count: group.count });
  return (
    <Fold summary={title} open={open}>
      <ul className="grid max-w-measure gap-3">
        {[...Map.groupBy(group.first, (finding) => findingText(locale, finding))].map(([text, findings]) => (
          <li key={text} className="grid gap-1">
            <p>{text}</p>
            <ul className="grid gap-1 text-small">
              {findings
                .filter((finding) => !isAboutFile(works, finding))
                .map((finding, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same of the same place
                  <li key={index}>
                    <FindingPlace words={words} importId={file.id} works={works} finding={finding} />
                  </li>
                ))}
            </ul>
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
