import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ImportRowView } from "#lib/results/import-list-queries.ts";
import { ImportsTable } from "./imports-table.tsx";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  /** Newest first. */
  imports: readonly ImportRowView[];
  total: number;
}

const shown = 5;

/** The last few files that were brought, and the way to all of them. */
export function RecentImports({ words, imports, total }: Props) {
  const { t } = words;
  return (
    <Section id="files" title={t("results.home.files")}>
      {total === 0 ? (
        <EmptyState why={t("results.home.filesEmpty")} />
      ) : (
        <>
          <ImportsTable
            words={words}
            id="imports"
            caption={t("results.list.caption", { count: Math.min(total, shown) })}
            imports={imports.slice(0, shown)}
          />
          <p>
            <a href="/results/imports">{t("results.home.allFiles")}</a>
          </p>
        </>
      )}
    </Section>
  );
}
