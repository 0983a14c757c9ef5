import { TableRegion } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";

interface Props {
  t: Translate;
  sheet: { school: string; codes: readonly { row: number; code: string; variant: string }[] };
  title: string;
  label: string;
}

/** The paper on which codes meet names: names are written by hand, the portal has no field for them. */
export function CodeSheet({ t, sheet, title, label }: Props) {
  return (
    <TableRegion id="codes" sticky={false}>
      <caption className="table-caption" id="codes-caption">
        <span>{t("entry.print.caption", { title, label, school: sheet.school })}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col" className="num">
            {t("entry.print.number")}
          </th>
          <th scope="col">{t("entry.print.code")}</th>
          <th scope="col">{t("entry.print.variant")}</th>
          <th scope="col" className="entry-name-line">
            {t("entry.print.name")}
          </th>
        </tr>
      </thead>
      <tbody className="entry-paper">
        {sheet.codes.map(({ row, code, variant }) => (
          <tr key={row}>
            <td className="num">{row + 1}</td>
            <th scope="row" className="figures">
              {code}
            </th>
            <td>{variant}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </TableRegion>
  );
}
