import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import type { ActDocument, Block } from "./document.ts";
import { cornersTable, tableOf } from "./docx-tables.ts";

const POINT = 2; // docx counts half-points
const MILLIMETRE = 1440 / 25.4;
const BULLETS = "act-items";

/**
 * The act as a DOCX of real styles: «Заголовок 1», body text, header rows that repeat, numbered pages. It holds no fields
 * that ask to be updated, so that it opens without a question in Word and LibreOffice. Margins and type follow common
 * practice for organisational papers (ГОСТ Р 7.0.97: 30, 10, 20, 20 mm).
 */
export async function actDocx(act: ActDocument): Promise<Uint8Array> {
  const locale = act.language === "ru" ? "ru-RU" : "uk-UA";
  const document = new Document({
    title: act.title,
    creator: act.school,
    styles: {
      default: {
        document: { run: { font: "Times New Roman", size: 12 * POINT, language: { value: locale } } },
        title: {
          run: { bold: true, size: 15 * POINT },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 480, after: 120 } },
        },
        heading1: {
          run: { bold: true, size: 13 * POINT },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "–",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 720, hanging: 280 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(210 * MILLIMETRE), height: Math.round(297 * MILLIMETRE) },
            margin: {
              left: Math.round(30 * MILLIMETRE),
              right: Math.round(10 * MILLIMETRE),
              top: Math.round(20 * MILLIMETRE),
              bottom: Math.round(20 * MILLIMETRE),
            },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 10 * POINT })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 240 }, text: act.school }),
          cornersTable(act.considered, act.approved),
          new Paragraph({ heading: HeadingLevel.TITLE, text: act.title }),
          ...act.blocks.flatMap(partsOf),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function partsOf(block: Block) {
  if (block.kind === "table") return [tableOf(block), new Paragraph({})];
  if (block.kind === "heading") {
    const text = block.number === "" ? block.text : `${block.number}. ${block.text}`;
    return [new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: block.appendix, text })];
  }
  return [
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      spacing: { after: 100, line: 276 },
      children: linesOf(`${block.number}. ${block.text}`),
    }),
    ...block.items.map(
      (item) =>
        new Paragraph({ numbering: { reference: BULLETS, level: 0 }, spacing: { after: 60 }, text: item }),
    ),
  ];
}

/** A line break of a person's own text stays one. */
function linesOf(text: string): TextRun[] {
  return text.split("\n").map((line, i) => new TextRun({ text: line, ...(i > 0 ? { break: 1 } : {}) }));
}
