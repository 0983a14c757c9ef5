const LONGEST = 32;
const DIGIT = /\d/;
const CONTROL = /\p{Cc}/u;

/**
 * True when a cell can be the code of a pupil: it has a digit, is not a sentence and holds no control character (a code
 * with one would become another pupil's code). Codes are text, zeros stay.
 */
export function isParticipantCode(text: string): boolean {
  return text.length <= LONGEST && DIGIT.test(text) && !CONTROL.test(text);
}

/** A code of fewer than five characters: leading zeros were probably lost; none are put back (forms.md D-39). */
export function isShortCode(code: string): boolean {
  return code.length < 5;
}
