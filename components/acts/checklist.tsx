import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Issue, IssueKey, Requirement } from "#lib/acts/rules.ts";

interface Props {
  t: Translate;
  kept: Readonly<Record<Requirement, boolean>>;
  errors: readonly Issue[];
  warnings: readonly Issue[];
}

/** The required parts, each there or not, and what stands against adopting. */
export function Checklist({ t, kept, errors, warnings }: Props) {
  const rows = Object.entries(kept).map(([key, there]) => ({ key, there }));
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "part", head: t("acts.check.part"), cell: (row) => t(`acts.requirement.${row.key}`) },
    {
      key: "state",
      head: t("acts.check.state"),
      cell: (row) => (
        <Status
          t={t}
          kind={row.there ? "ok" : "risk"}
          word={t(row.there ? "acts.check.kept" : "acts.check.missing")}
        />
      ),
    },
  ];
  return (
    <div className="grid max-w-measure gap-4">
      {errors.length > 0 ? (
        <Notice kind="risk" t={t} title={t("acts.check.fix", { count: errors.length })}>
          <Issues t={t} issues={errors} />
        </Notice>
      ) : (
        <Notice kind="ok" t={t} title={t("acts.check.ready")} />
      )}
      {warnings.length > 0 ? (
        <Notice kind="warn" t={t} title={t("acts.check.think", { count: warnings.length })}>
          <Issues t={t} issues={warnings} />
        </Notice>
      ) : null}
      <Table
        id="requirements"
        t={t}
        caption={t("acts.check.requirements")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
      >
        <p className="text-small text-ink-2">{t("acts.check.source")}</p>
      </Table>
    </div>
  );
}

/** Where one mends it. */
const places: Partial<Record<IssueKey, { word: string; href: string }>> = {
  noIndicators: { word: "indicators", href: "/indicators" },
  objectWithout: { word: "indicators", href: "/indicators" },
  noCycle: { word: "cycle", href: "/schedule/cycle" },
  noSchedule: { word: "schedule", href: "/schedule" },
};

function Issues({ t, issues }: { t: Translate; issues: readonly Issue[] }) {
  return (
    <ul className="grid gap-2">
      {issues.map((issue) => (
        <li key={`${issue.key} ${Object.values(issue.params).join(" ")}`}>
          {t(`acts.issues.${issue.key}`, { ...issue.params })} <Place t={t} of={issue.key} />
        </li>
      ))}
    </ul>
  );
}

function Place({ t, of }: { t: Translate; of: IssueKey }) {
  const place = places[of];
  return place ? <a href={place.href}>{t(`acts.check.go.${place.word}`)}</a> : null;
}
