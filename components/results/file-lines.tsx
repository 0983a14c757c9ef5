import { TableRegion } from "#components/ui/table.tsx";
import { columnLetters } from "#lib/results/column-name.ts";
import type { FileLines } from "#lib/results/finding-queries.ts";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  found: FileLines;
  row: number;
  column: number | null;
}

/** The lines around a row as they stand in the file, with letters above and numbers beside them, the cell in question marked. */
export function FileLinesTable({ words: { t }, found, row, column }: Props) {
  const { first, lines, width, header, sheet } = found;
  const columns = Array.from({ length: width }, (_, index) => index + 1);
  return (
    <TableRegion id="lines" dense>
      <caption className="table-caption" id="lines-caption">
        <span>
          {t("results.lines.caption", { first, last: first + Math.max(lines.length, 1) - 1, sheet })}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("results.lines.row")}</th>
          {columns.map((number) => (
            <th key={number} scope="col">
              {columnLetters(number)}
            </th>
          ))}
        </tr>
        {header === null ? null : (
          <tr>
            <th scope="row" className="font-normal">
              {t("results.lines.header", { row: header.row })}
            </th>
            {columns.map((number) => (
              <th key={number} scope="col">
                <Text t={t} text={header.cells[number - 1]} />
              </th>
            ))}
          </tr>
        )}
      </thead>
      <tbody>
        {lines.map((cells, index) => {
          const number = first + index;
          const here = number === row;
          return (
            <tr key={number} id={`r${number}`} className={here ? "selected" : undefined}>
              <th scope="row" className="num">
                {number}
                {here ? <span className="sr-only">, {t("results.lines.here")}</span> : null}
              </th>
              {columns.map((at) => (
                <td
                  key={at}
                  id={here ? `r${number}c${at}` : undefined}
                  className={here && at === column ? "font-semibold outline-2 -outline-offset-2" : undefined}
                >
                  <Text t={t} text={cells[at - 1]} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </TableRegion>
  );
}

/** Long texts are cut for show: the place matters here, the whole text stands in the file. */
const mostCharacters = 60;

function Text({ t, text = "" }: { t: Words["t"]; text?: string | undefined }) {
  if (text.trim() === "") return <span className="sr-only">{t("results.lines.blank")}</span>;
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}
