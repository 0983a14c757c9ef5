const LONGEST = 32;
const DIGIT = /\d/;
const CONTROL = /\p{Cc}/u;
/** Three letters in a row are a word: a name written beside the code must not be stored as one. */
const WORD = /\p{L}{3}/u;

/**
 * True when a cell can be the code of a pupil: it has a digit, no word and no control character (a code with one would
 * become another pupil's code). Codes are text, zeros stay.
 */
export function isParticipantCode(text: string): boolean {
  return text.length <= LONGEST && DIGIT.test(text) && !CONTROL.test(text) && !WORD.test(text);
}

/** A code of fewer than five characters: leading zeros were probably lost; none are put back (forms.md D-39). */
export function isShortCode(code: string): boolean {
  return code.length < 5;
}
