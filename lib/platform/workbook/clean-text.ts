/** What was noticed about a text while it was cleaned; several can be set at once. */
export const MARK = {
  /** invisible marks that reverse the reading direction were taken out */
  directionMarks: 1,
  /** a NUL or another control character stands in it: the cell is refused, never shortened */
  control: 2,
  /** U+FFFD stands in it: letters were lost before the file came to us */
  lettersLost: 4,
  /** it is a number in the notation of the workbook format */
  number: 8,
  /** it is longer than a cell can be; the text itself is not kept */
  tooLong: 16,
} as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const SUSPICIOUS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/;
const COMPOSABLE = /[\u0300-\uffff]/;
const CONTROL_PICTURES = 0x2400;
const DELETE_PICTURE = "\u2421";

export interface CleanText {
  text: string;
  /** sum of MARK values */
  marks: number;
}

/**
 * Brings a stored text into the form in which it is compared and kept: composed letters (NFC), without marks that
 * reverse the reading direction, control characters made visible (NUL becomes ␀) so that no reader takes the rest for a value.
 */
export function cleanText(stored: string): CleanText {
  const text = COMPOSABLE.test(stored) ? stored.normalize("NFC") : stored;
  if (!SUSPICIOUS.test(text)) return { text, marks: 0 };
  const visible = text.replace(DIRECTION, "").replace(CONTROL, pictureOf);
  let marks = 0;
  if (text.search(DIRECTION) !== -1) marks |= MARK.directionMarks;
  if (text.search(CONTROL) !== -1) marks |= MARK.control;
  if (text.includes("\ufffd")) marks |= MARK.lettersLost;
  return { text: visible, marks };
}

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(CONTROL_PICTURES + code) : DELETE_PICTURE;
}

/** All marks that somebody has to be told about: every one but `number`. */
export const TELLING_MARKS = MARK.directionMarks | MARK.control | MARK.lettersLost | MARK.tooLong;
