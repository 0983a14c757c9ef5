import { MARK } from "./clean-text.ts";
import { damaged } from "./refused.ts";
import { ShortTexts } from "./short-texts.ts";
import { NAME } from "./xml-names.ts";
import { TOKEN, type XmlScanner } from "./xml-scanner.ts";
import { decodeXmlLiteral, decodeXmlText } from "./xml-text.ts";

/** A number as the format writes it (xsd:double without INF and NaN). */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Reads the texts of cells and shared strings out of a scanner; `marks` tells about the text given last. */
export class CellTexts {
  marks = 0;
  readonly #limit: number;
  readonly #texts = new ShortTexts(decodeXmlText, markNumber);
  readonly #literals = new ShortTexts(decodeXmlLiteral, markNumber);

  constructor(cellCharacters: number) {
    this.#limit = cellCharacters;
  }

  /** The content of the element just opened (`t`, `v`), up to its end. */
  element(x: XmlScanner): string {
    this.marks = 0;
    let text = "";
    for (;;) {
      const token = x.next();
      if (token === TOKEN.text) {
        const source = x.textIsLiteral ? this.#literals : this.#texts;
        const piece = source.read(x.bytes, x.textFrom, x.textTo);
        this.marks |= source.marks;
        text = text === "" ? piece : this.#join(text, piece);
        if (text.length > this.#limit) {
          this.marks |= MARK.tooLong;
          text = "";
        }
      } else if (token === TOKEN.close) {
        return text;
      } else if (token === TOKEN.open) {
        x.skip();
      } else {
        damaged(x.part);
      }
    }
  }

  /** The text of the element just opened (`si`, `is`): its runs in order, without phonetic hints. */
  rich(x: XmlScanner): string {
    let text = "";
    let marks = 0;
    let depth = 0;
    for (;;) {
      const token = x.next();
      if (token === TOKEN.close) {
        if (depth === 0) break;
        depth -= 1;
      } else if (token === TOKEN.open) {
        if (x.name === NAME.t) {
          const piece = this.element(x);
          text = text === "" ? piece : this.#join(text, piece);
          marks |= this.marks & ~MARK.number;
          if (text.length > this.#limit) marks |= MARK.tooLong;
          if ((marks & MARK.tooLong) !== 0) text = "";
        } else if (x.name === NAME.r) {
          depth += 1;
        } else {
          x.skip();
        }
      } else if (token === TOKEN.end) {
        damaged(x.part);
      }
    }
    this.marks = marks;
    return text;
  }

  #join(text: string, piece: string): string {
    this.marks &= ~MARK.number;
    return (text + piece).normalize("NFC");
  }
}

function markNumber(text: string): number {
  return NUMBER.test(text) ? MARK.number : 0;
}
