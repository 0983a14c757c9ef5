import { nameKey } from "./name-rules.ts";
import type { LocalityKind, SchoolKind } from "./rules.ts";

const KINDS: readonly (readonly [SchoolKind, RegExp])[] = [
  ["special", /^(?:специальная|коррекционная|корекц|спеціальна|с\(к\)ош|скош)/],
  ["boarding", /(?:интернат|інтернат)/],
  ["cadet", /^(?:кадет)/],
  ["gymnasium", /^(?:гимназия|гімназія)/],
  ["lyceum", /^(?:лицей|ліцей)/],
  ["evening", /^(?:вечерн|вечірн|о\(с\)ош|восш)/],
  ["primary", /^(?:начальн|початков|нош$)/],
  ["basic", /^(?:основн|базов|оош$)/],
  ["secondary", /^(?:средн|середн|сош$)/],
  ["other", /^(?:иная|другое|інше)/],
];
const LOCALITIES: readonly (readonly [LocalityKind, RegExp])[] = [
  ["village", /^(?:сел|деревн|хутор|станиц|аул|с$|д$|сільськ)/],
  ["settlement", /^(?:поселок|рабочий поселок|пгт|рп|п$|селище)/],
  ["city", /^(?:город|г$|місто|міськ)/],
];
const YES = /^(?:да|так|\+|1|истина|true)$/;
const NO = /^(?:нет|ні|-|–|—|0|ложь|false)$/;

/** The kind of a school in its words («гимназия», «ООШ», «школа-интернат»). Null for words that we do not know. */
export function kindOfWord(text: string): SchoolKind | null {
  return KINDS.find(([, pattern]) => pattern.test(nameKey(text)))?.[0] ?? null;
}

/** City, settlement or village in its words. «Посёлок» is a settlement, «сельская местность» a village. Null when unknown. */
export function localityOfWord(text: string): LocalityKind | null {
  const key = nameKey(text).replace(/\.$/, "");
  return LOCALITIES.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** «да» or «нет» in their usual forms; null for anything else. */
export function yesOrNo(text: string): boolean | null {
  const key = nameKey(text);
  if (YES.test(key)) return true;
  return NO.test(key) ? false : null;
}
