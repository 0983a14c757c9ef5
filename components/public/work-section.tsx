import { MarksBars } from "#components/charts/marks-bars.tsx";
import { Section } from "#components/layout/section.tsx";
import { Fold } from "#components/ui/fold.tsx";
import type { WorkPart } from "#lib/reports/report-view.ts";
import type { Reader } from "./reader.ts";
import { WorkTable } from "./work-table.tsx";

interface Props {
  reader: Reader;
  work: WorkPart;
  least: number;
  /** The file with the numbers of the whole edition; null in a preview. */
  csvHref: string | null;
}

/** One work: the question, the answer in sentences, the marks beside those of the areas, the table under them. */
export function WorkSection({ reader, work, least, csvHref }: Props) {
  const { t, link } = reader;
  const table = <WorkTable t={t} id={`${work.id}-table`} table={work.table} least={least} />;
  const files = csvHref ? (
    <a href={csvHref} download>
      {t("public.table.csv")}
    </a>
  ) : null;
  const how = <a href={link("/method#share")}>{t("public.work.how")}</a>;
  return (
    <Section
      id={work.id}
      title={work.question}
      lead={
        <div className="grid gap-2">
          {work.lead.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      }
    >
      {work.chart ? (
        <MarksBars
          t={t}
          id={`${work.id}-marks`}
          {...work.chart}
          minimum={least}
          hiddenWord={t("public.hidden.row")}
          table={table}
          files={files}
          source={how}
        />
      ) : (
        <div>
          <Fold summary={t("charts.table")}>
            {table}
            {files ? <div className="chart-files">{files}</div> : null}
          </Fold>
          <p className="chart-source">{how}</p>
        </div>
      )}
    </Section>
  );
}
