import { type Column, Table } from "#components/ui/table.tsx";
import type { BankTable as Bank } from "#lib/indicators/values/bank.ts";
import { type BankGrid, gridOf } from "#lib/indicators/values/bank-sheet.ts";
import { indicatorName, numberText, type ValueWords } from "#lib/indicators/values/words.ts";

/** A table of the bank, with the meaning of its codes and silences under it. No column can be ordered: schools are not ranked. */
export function BankTable({ words, table, caption }: { words: ValueWords; table: Bank; caption: string }) {
  const { t } = words;
  const grid = gridOf(words, table);
  type Row = BankGrid["rows"][number] & { index: number };
  const columns: Column<Row>[] = [
    {
      key: "name",
      head: t(table.rows === "units" ? "indicatorValues.bank.unit" : "indicatorValues.table.name"),
      cell: ({ name }) => name,
    },
    ...grid.columns.map(
      ({ key, name }, c): Column<Row> => ({
        key,
        head: name,
        numeric: true,
        cell: ({ index }) => {
          const cell = grid.cells[index]?.[c];
          if (!cell) return "—";
          return cell.value === null ? (
            <span className="text-ink-3">{t(`indicatorValues.bank.short.${cell.reason || "missing"}`)}</span>
          ) : (
            numberText(words, cell.value, cell)
          );
        },
      }),
    ),
  ];
  return (
    <Table
      id="bank"
      t={t}
      caption={caption}
      columns={columns}
      rows={grid.rows.map((row, index) => ({ ...row, index }))}
      rowKey={({ key }) => key.replaceAll(/[^\w-]/g, "-")}
      dense
    >
      <p className="text-small">{t("indicatorValues.bank.silences")}</p>
      {table.rows === "units" ? (
        <ul className="text-small">
          {table.indicators.map((one) => (
            <li key={one.code}>
              {one.code} — {indicatorName(words, one)}
            </li>
          ))}
        </ul>
      ) : null}
    </Table>
  );
}
