import { plain } from "#lib/platform/text/plain.ts";
import { taskCode } from "#lib/platform/text/task-code.ts";
import { headerKey } from "../cells/header-key.ts";
import { readTaskHeader } from "../cells/task-header.ts";
import type { ColumnDomain } from "./column-domain.ts";
import type { Meaning } from "./mapping.ts";

/** Why a column was taken for what it is: a key of messages, with the numbers of its sentence. */
export interface Reason {
  key: string;
  params: Record<string, string | number>;
}

export interface ColumnGuess {
  meaning: Meaning;
  reason: Reason;
  /** key of the task, when the column is one */
  task: string | null;
  max: number | null;
  /** true = the header only numbers the task */
  numbered: boolean;
}

/** Words of headers, the more special first. What they announce must not be contradicted by the cells. */
const WORDS: readonly { meaning: Meaning; pattern: RegExp; fits?: (domain: ColumnDomain) => boolean }[] = [
  {
    meaning: "skip",
    pattern: /^(?:№|№ ?П\.?\/?\\?П\.?|П\/П|№ П П|НОМЕР П\/П|НОМЕР СТРОКИ|ПОРЯДКОВЫЙ НОМЕР)$/,
  },
  {
    meaning: "login",
    pattern: /ЛОГИН|ПОЛЬЗОВАТЕЛЬ|^(?:КОД )?ОО$|КОД ОО|КОД ОРГАНИЗАЦИИ|КОД ШКОЛЫ/,
    fits: (d) => d.logins * 2 >= d.filled,
  },
  {
    meaning: "loadedOn",
    pattern: /ДАТА|ВРЕМЯ ЗАГРУЗКИ/,
    fits: (d) => d.filled === 0 || d.dates * 2 >= d.filled,
  },
  {
    meaning: "journal",
    pattern: /ЖУРНАЛ|(?:ПРЕДЫДУЩ|ЧЕТВЕРТ|ТРИМЕСТР|ПОЛУГОД).*|(?:ОЦЕНКА|ОТМЕТКА) ЗА (?:ГОД|ПЕРИОД)|ПОПЕРЕДН/,
  },
  {
    meaning: "mark",
    pattern:
      /^(?:ОТМЕТКА|ОЦЕНКА|ИТОГОВАЯ (?:ОТМЕТКА|ОЦЕНКА)|(?:ОТМЕТКА|ОЦЕНКА) (?:ЗА )?(?:ВПР|РАБОТУ)(?: .*)?)$/,
  },
  {
    meaning: "total",
    pattern:
      /^(?:СУММА|ИТОГ|ИТОГО|ВСЕГО|КОНТРОЛЬ|ПЕРВИЧНЫЙ БАЛЛ|ОБЩИЙ БАЛЛ|НАБРАНО)|СУММА БАЛЛОВ|КОНТРОЛЬНАЯ СУММА/,
  },
  { meaning: "variant", pattern: /ВАРИАНТ|^ВАР\.?$/ },
  { meaning: "sex", pattern: /^(?:ПОЛ|СТАТЬ)$/ },
  { meaning: "classLetter", pattern: /^(?:ЛИТЕРА|БУКВА)(?: КЛАССА)?$|^ЛИТЕР$/ },
  { meaning: "class", pattern: /^КЛАСС|КЛАСС(?:А|У)?$|^КЛАС(?![А-Я])/ },
  { meaning: "municipality", pattern: /МУНИЦИПАЛ|^(?:РАЙОН|ОКРУГ|МО|ТЕРРИТОРИЯ|ГРОМАДА)(?: |$)/ },
  {
    meaning: "school",
    pattern: /^(?:ШКОЛА|ОРГАНИЗАЦИЯ|ОБРАЗОВАТЕЛЬН|НАЗВАНИЕ ОО|НАИМЕНОВАНИЕ ОО|ОО|ОУ|ЗАКЛАД)/,
  },
  {
    meaning: "code",
    pattern:
      /^КОД(?: |$)(?! ?(?:ОО|ОУ|ШКОЛ|ОРГАНИЗ|МСУ|ППЭ|РЕГИОН|МУНИЦИП|ПРЕДМЕТ|КЛАСС))|КОД (?:УЧАСТНИКА|ОБУЧАЮЩЕГОСЯ|УЧЕНИКА|УЧАЩЕГОСЯ)|^(?:ID|ИД|ШИФР)(?: |$)|^УЧАСТНИК$/,
  },
];
/** «Задание 3», «Зад. 3», «З3», «№3», «балл за 3», «вопрос 3»: a number beside a word. */
const NUMBERED =
  /^(?:ЗАДАНИЕ|ЗАДАЧА|ЗАД\.?|З\.?|БАЛЛ(?:Ы)? ЗА(?: ЗАДАНИЕ)?|ВОПРОС|В\.?|ПУНКТ|ЗАВДАННЯ) ?№? ?(\d{1,2}(?:[.,(]\d{1,2}\)?)*(?:[.\s]?К ?\d{1,2})?)$|^№ ?(\d{1,2})$/;

/** What one column is, by the words of its header, else by its cells. Nothing certain is `skip`: a person says what it is. */
export function guessColumn(header: string, domain: ColumnDomain): ColumnGuess {
  const key = headerKey(header);
  const printed = readTaskHeader(header);
  const say = (meaning: Meaning, reason: string, params: Reason["params"] = {}): ColumnGuess => ({
    meaning,
    reason: { key: reason, params },
    task: null,
    max: null,
    numbered: false,
  });
  if (printed)
    return {
      ...say("task", "taskWithMax", { task: printed.code, max: printed.max }),
      task: printed.code,
      max: printed.max,
    };
  const bare = taskCode(header);
  if (bare !== null && holdsPoints(domain))
    return {
      ...say("task", bareReason(domain), {
        task: bare,
        largest: domain.largest,
      }),
      task: bare,
    };
  const numbered = NUMBERED.exec(key);
  const place = numbered ? taskCode(numbered[1] ?? numbered[2] ?? "") : null;
  if (place !== null && holdsPoints(domain))
    return { ...say("task", "taskNumbered", { task: place }), task: place, numbered: /^\d+$/.test(place) };
  const word = WORDS.find(({ pattern, fits }) => pattern.test(key) && (fits?.(domain) ?? true));
  if (word && !contradicts(word.meaning, domain))
    return say(word.meaning, "headerWord", { header: plain(header).slice(0, 60) });
  return byCells(key, domain, say);
}

function bareReason({ filled, largest }: ColumnDomain): string {
  if (filled === 0) return "taskHeaderEmpty";
  return largest < 0 ? "taskHeaderCrosses" : "taskHeader";
}

function holdsPoints({ filled, points, absent }: ColumnDomain): boolean {
  return filled === 0 || (points + absent) * 2 >= filled;
}

/** A header is not believed against its cells: a «код» of words, a class of points. */
function contradicts(meaning: Meaning, domain: ColumnDomain): boolean {
  if (domain.filled < 3) return false;
  if (meaning === "code") return domain.words * 2 > domain.filled || domain.logins * 2 > domain.filled;
  if (meaning === "total") return domain.whole * 2 < domain.filled && domain.words * 2 > domain.filled;
  if (meaning === "sex") return domain.sexes * 2 < domain.filled;
  return false;
}

function byCells(
  key: string,
  domain: ColumnDomain,
  say: (meaning: Meaning, reason: string, params?: Reason["params"]) => ColumnGuess,
): ColumnGuess {
  const { filled } = domain;
  const most = (count: number) => filled >= 3 && count * 10 >= filled * 8;
  if (filled === 0) return say("skip", "empty");
  if (most(domain.logins)) return say("login", "logins", { count: domain.logins, filled });
  if (most(domain.fiveDigits) && domain.distinct * 2 > filled)
    return say("code", "fiveDigits", { count: domain.fiveDigits, filled });
  if (most(domain.running) && domain.running > 3) return say("skip", "running");
  if (most(domain.sexes)) return say("sex", "sexes", { count: domain.sexes, filled });
  if (most(domain.classes)) return say("class", "classes", { count: domain.classes, filled });
  if (most(domain.dates)) return say("loadedOn", "dates", { count: domain.dates, filled });
  if (domain.absent > 0 && most(domain.absent + domain.whole) && domain.largest <= 4)
    return say("variant", "absentWord", { count: domain.absent });
  if (key !== "" && most(domain.marks) && domain.crosses === 0 && domain.largest <= 5)
    return say("skip", "perhapsMark", { count: domain.marks, filled });
  if (most(domain.points) && domain.largest <= 10 && (domain.crosses > 0 || key === ""))
    return say("skip", "perhapsTask", { largest: domain.largest });
  return say("skip", "unknown");
}
