import { Fold } from "#components/ui/fold.tsx";
import { Table } from "#components/ui/table.tsx";
import type { WorkIdentity } from "#lib/assessments/rules.ts";
import { workName } from "#lib/assessments/work-title.ts";
import type { Preview, PreviewFinding, PreviewSchool } from "#lib/checks/preview-queries.ts";
import { type CheckWords, numberText, placeText } from "#lib/checks/view.ts";

/** The schools that a draft would have marked, with what it would have said of them; by name, never by their numbers. */
export function PreviewTable({ words, preview }: { words: CheckWords; preview: Preview }) {
  const { t } = words;
  const hasBefore = preview.caught.some(({ before }) => before !== null);
  return (
    <>
      <Table<PreviewSchool>
        id="preview"
        t={t}
        caption={t("checks.preview.caption", { year: String(preview.year) })}
        rows={preview.caught}
        rowKey={(line) => String(line.schoolId)}
        columns={[
          { key: "school", head: t("checks.preview.school"), cell: (line) => line.school },
          { key: "municipality", head: t("checks.preview.municipality"), cell: (line) => line.municipality },
          {
            key: "findings",
            head: t("checks.preview.findings"),
            numeric: true,
            cell: (line) => line.findings,
          },
          { key: "works", head: t("checks.preview.works"), numeric: true, cell: (line) => line.works },
          ...(hasBefore
            ? [
                {
                  key: "before",
                  head: t("checks.preview.before"),
                  numeric: true,
                  cell: (line: PreviewSchool) => line.before ?? 0,
                },
              ]
            : []),
        ]}
      />
      {preview.caught
        .filter(({ examples }) => examples.length > 0)
        .slice(0, 10)
        .map((line) => (
          <Fold key={line.schoolId} summary={t("checks.preview.examples", { school: line.school })}>
            <ul className="grid gap-2">
              {line.examples.map((example) => (
                <li key={`${example.work.id}-${example.found.classLabel}`}>{exampleText(words, example)}</li>
              ))}
            </ul>
          </Fold>
        ))}
    </>
  );
}

/** «Математика, 4 класс, класс 4А: доля клеток «Х» 46,2 %; участников 24». */
function exampleText(words: CheckWords, { work, found }: PreviewFinding): string {
  const name = workName(words.t, work as typeof work & WorkIdentity);
  const numbers = found.numbers.lines.map((line) => {
    const { term, value } = numberText(words, line);
    return `${term} ${value}`;
  });
  return `${name}, ${placeText(words.t, found.classLabel)}: ${numbers.join("; ")}`;
}
