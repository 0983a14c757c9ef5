import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { ClassAccount } from "#lib/submissions/class-account.ts";

/** Class by class: the list, who wrote, who is marked as absent, of whom nothing is known. An unknown number is a word, not a 0. */
export function AccountsTable({ t, accounts }: { t: Translate; accounts: readonly ClassAccount[] }) {
  const number = (value: number | null) => value ?? t("submissions.page.unknown");
  const columns: Column<ClassAccount>[] = [
    {
      key: "class",
      head: t("submissions.page.class"),
      cell: ({ label }) => label || t("submissions.page.classUnknown"),
    },
    {
      key: "listed",
      head: t("submissions.page.listed"),
      numeric: true,
      cell: ({ listed }) => number(listed),
    },
    { key: "present", head: t("submissions.page.present"), numeric: true, cell: ({ present }) => present },
    { key: "absent", head: t("submissions.page.absent"), numeric: true, cell: ({ absent }) => absent },
    {
      key: "unaccounted",
      head: t("submissions.page.unaccounted"),
      numeric: true,
      cell: ({ unaccounted }) =>
        unaccounted !== null && unaccounted < 0
          ? t("submissions.page.more", { count: -unaccounted })
          : number(unaccounted),
    },
  ];
  return (
    <Table
      id="accounts"
      t={t}
      caption={t("submissions.page.accounts")}
      columns={columns}
      rows={accounts}
      rowKey={({ label }) => label || "none"}
      dense
    />
  );
}
