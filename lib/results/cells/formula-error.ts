const ERROR = /^#(?:ДЕЛ\/0|ЗНАЧ|ССЫЛКА|ИМЯ|Н\/Д|ЧИСЛО|ПУСТО|DIV\/0|VALUE|REF|NAME|N\/A|NUM|NULL)[!?]?$/i;

/** True for the text of a spreadsheet error, Russian or English: `#ДЕЛ/0!`, `#REF!`. A CSV holds them as plain text. */
export function isFormulaError(text: string): boolean {
  return text.charCodeAt(0) === 35 && ERROR.test(text);
}
