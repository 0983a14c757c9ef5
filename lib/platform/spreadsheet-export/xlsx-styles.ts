import type { NumberFormat } from "./sheet.ts";

/** Per cent formats have a no-break space before the sign, as Russian and Ukrainian print it. */
const FORMATS: readonly { name: NumberFormat; code: string }[] = [
  { name: "whole", code: "0" },
  { name: "oneDecimal", code: "0.0" },
  { name: "twoDecimals", code: "0.00" },
  { name: "percent", code: "0\u00a0%" },
  { name: "percentOneDecimal", code: "0.0\u00a0%" },
];
const FIRST_OWN_FORMAT = 164;

/** Places in the list of cell styles written below. */
export const STYLE = { header: 1, text: 2, quotedText: 3, note: 4, numberHeader: 5, number: 6 } as const;
const FIRST_NUMBER_STYLE = 7;

/** The style of a number cell of a column with this format. */
export function numberStyle(format: NumberFormat | undefined): number {
  const index = FORMATS.findIndex(({ name }) => name === format);
  return index === -1 ? STYLE.number : FIRST_NUMBER_STYLE + index;
}

/**
 * The style sheet of an exported workbook. `quotedText` carries the quote prefix: a program that opens such a cell for
 * editing leaves it a text instead of making a formula of it.
 */
export function stylesXml(): string {
  const formats = FORMATS.map(
    ({ code }, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${code}"/>`,
  );
  const cellStyles = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    headerStyle("left"),
    textStyle(""),
    textStyle(' quotePrefix="1"'),
    '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    headerStyle("right"),
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
    ...FORMATS.map(
      (_, index) =>
        `<xf numFmtId="${FIRST_OWN_FORMAT + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
    ),
  ];
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="${formats.length}">${formats.join("")}</numFmts>
<fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><i/><sz val="10"/><color rgb="FF555555"/><name val="Calibri"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEFEF"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF888888"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${cellStyles.length}">${cellStyles.join("")}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
}

function headerStyle(side: "left" | "right"): string {
  return `<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${side}" vertical="top" wrapText="1"/></xf>`;
}

function textStyle(attributes: string): string {
  return `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"${attributes} applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
}
