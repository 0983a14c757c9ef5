import { Fold } from "#components/ui/fold.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { formatNumber } from "#lib/platform/format/number.ts";
import type { FieldChange } from "#lib/schools/registry-plan.ts";
import { loginText } from "#lib/schools/rules.ts";
import type { Locale } from "#messages/load.ts";

/** More rows than this say nothing to a person who reviews. */
const mostShown = 200;

interface ReadFile {
  name: string;
  rows: number;
  schools: number;
  classes: number;
  years: readonly number[];
}

/** What was read of each file. */
export function ReadFiles({ t, files }: { t: Translate; files: readonly ReadFile[] }) {
  const columns: Column<ReadFile>[] = [
    { key: "file", head: t("schools.review.file"), cell: (row) => row.name },
    { key: "rows", head: t("schools.review.rows"), numeric: true, cell: (row) => row.rows },
    { key: "schools", head: t("schools.review.schools"), numeric: true, cell: (row) => row.schools },
    { key: "classes", head: t("schools.review.classes"), numeric: true, cell: (row) => row.classes },
    {
      key: "years",
      head: t("schools.review.years"),
      cell: (row) => row.years.map(schoolYear).join(", ") || t("schools.review.noYears"),
    },
  ];
  return (
    <Table
      id="files"
      t={t}
      caption={t("schools.review.files")}
      columns={columns}
      rows={files}
      rowKey={(row) => row.name}
    />
  );
}

/** New schools, under a line of their own. */
export function NewSchools({
  t,
  schools,
}: {
  t: Translate;
  schools: readonly { login: string; name: string }[];
}) {
  if (schools.length === 0) return null;
  const more = schools.length - mostShown;
  return (
    <Fold summary={`${t("schools.review.new")} (${schools.length})`}>
      <ul className="grid gap-1">
        {schools.slice(0, mostShown).map((school) => (
          <li key={school.login}>
            {school.name} <span className="text-ink-2">{loginText(school.login)}</span>
          </li>
        ))}
        {more > 0 ? <li>{t("schools.review.more", { count: more })}</li> : null}
      </ul>
    </Fold>
  );
}

interface ChangedSchool {
  login: string;
  name: string;
  changes: readonly FieldChange[];
}
type ChangeRow = FieldChange & { login: string; name: string };

/** Old and new value of every field that would change. */
export function ChangedValues(props: { t: Translate; locale: Locale; changes: readonly ChangedSchool[] }) {
  const { t, locale, changes } = props;
  const rows = changes.flatMap(({ login, name, changes: fields }) =>
    fields.map((field) => ({ login, name, ...field })),
  );
  if (rows.length === 0) return null;
  const more = rows.length - mostShown;
  const columns: Column<ChangeRow>[] = [
    { key: "school", head: t("schools.review.school"), cell: (row) => row.name },
    { key: "field", head: t("schools.review.field"), cell: (row) => t(`schools.labels.${row.field}`) },
    { key: "before", head: t("schools.review.before"), cell: (row) => shown(t, locale, row.field, row.from) },
    { key: "after", head: t("schools.review.after"), cell: (row) => shown(t, locale, row.field, row.to) },
  ];
  return (
    <Table
      id="values"
      t={t}
      caption={t("schools.review.valuesCaption", { count: changes.length })}
      columns={columns}
      rows={rows.slice(0, mostShown)}
      rowKey={(row) => `${row.login}-${row.field}`}
    >
      {more > 0 ? <p>{t("schools.review.more", { count: more })}</p> : null}
    </Table>
  );
}

function shown(
  t: Translate,
  locale: Locale,
  field: FieldChange["field"],
  value: FieldChange["from"],
): string {
  if (value === null || value === "") return t("schools.review.blank");
  if (field === "kind") return t(`schools.kind.${value}`);
  if (field === "localityKind") return t(`schools.localityKind.${value}`);
  if (typeof value === "boolean") return t(value ? "schools.labels.yes" : "schools.labels.no");
  // Degrees keep their five decimals, a metre on the ground.
  if (typeof value === "number") return formatNumber(value, { locale, decimals: field === "pupils" ? 0 : 5 });
  return value;
}
