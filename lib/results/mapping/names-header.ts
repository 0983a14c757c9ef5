import { headerKey } from "../cells/header-key.ts";

/** Headers that announce names of persons, in Russian and Ukrainian. A word «код» or «номер» beside them does not. */
const NAMES =
  /^(?:№ ?)?(?:Ф\.? ?И\.? ?О\.?(?![А-Я])|П\.? ?І\.? ?Б\.?(?![А-Я])|ФАМИЛИ|ИМЯ(?![А-Я])|ИМЕНА|ОТЧЕСТВ|ПРІЗВИЩ|ІМЯ|ПО БАТЬКОВІ|(?:СПИСОК )?(?:УЧЕНИК|УЧАЩ|ОБУЧАЮЩ|ШКОЛЬНИК|РЕБЕН|УЧЕН|УЧН))/;
const NOT_NAMES = /(?:^|\s)(?:КОД|НОМЕР|ЛОГИН|КОЛ|КОЛИЧЕСТВО|ЧИСЛО|ID|ИД|№)(?:\s|$|-)/;

/** True for the header of a column that holds names of persons. */
export function isNamesHeader(header: string): boolean {
  const key = headerKey(header);
  return key !== "" && NAMES.test(key) && !NOT_NAMES.test(key);
}
