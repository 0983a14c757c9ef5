import { PageHeader } from "#components/layout/page-header.tsx";
import type { ImportView } from "#lib/results/import-queries.ts";
import { ImportFacts } from "./import-facts.tsx";
import { ImportSteps } from "./import-steps.tsx";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  file: Pick<ImportView, "name" | "state" | "bytes" | "createdAt" | "createdBy">;
  /** Last of the crumbs: what this page is. */
  crumb: string;
}

/** The head of a brought file's page: its name, when and by whom it came, and at which step it is. */
export function ImportHead({ words, file, crumb }: Props) {
  const { t } = words;
  const applied = file.state === "applied";
  return (
    <>
      <PageHeader
        t={t}
        title={<span className="wrap-anywhere">{file.name}</span>}
        crumbs={[
          { label: t("results.title"), href: "/results" },
          { label: t("results.list.title"), href: "/results/imports" },
          { label: crumb },
        ]}
        facts={<ImportFacts words={words} file={file} />}
      />
      <ImportSteps t={t} at={applied ? "apply" : "check"} over={applied} />
    </>
  );
}
