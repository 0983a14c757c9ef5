import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";

const levels = ["%1.", "%1.%2.", "%1.%2.%3."].map((text, level) => ({
  level,
  format: LevelFormat.DECIMAL,
  text,
  alignment: AlignmentType.LEFT,
}));
const bullet = { level: 0, format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.LEFT };
const letters = { level: 0, format: LevelFormat.LOWER_LETTER, text: "%1)", alignment: AlignmentType.LEFT };

/** A paragraph counted by the list of clauses. */
export const counted = (text: string, level: number, heading = false) =>
  new Paragraph({
    text,
    numbering: { reference: "clauses", level },
    ...(heading ? { heading: HeadingLevel.HEADING_1 } : {}),
  });
export const bulleted = (text: string) =>
  new Paragraph({ text, numbering: { reference: "bullets", level: 0 } });
export const lettered = (text: string) =>
  new Paragraph({ text, numbering: { reference: "letters", level: 0 } });
export const heading = (text: string, level: 1 | 2) =>
  new Paragraph({ text, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 });
export const plain = (...texts: string[]) =>
  new Paragraph({ children: texts.map((text, i) => new TextRun({ text, bold: i % 2 === 1 })) });
export const table = (...rows: string[][]) =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
    ),
  });

/** The bytes of a text document with these parts. */
export async function docxOf(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [
        { reference: "clauses", levels },
        { reference: "bullets", levels: [bullet] },
        { reference: "letters", levels: [letters] },
      ],
    },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
