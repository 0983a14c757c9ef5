import { toCyrillic } from "../platform/text/look-alikes.ts";
import { plain } from "../platform/text/plain.ts";

/** Legal forms and long words of kinds: a table of a ministry writes them out, the registry shortens them. */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  [
    /(?:муниципальн|государственн|областн|краев|федеральн|частн|негосударственн)\S*\s+(?:(?:бюджетн|автономн|казенн)\S*\s+)?(?:(?:общеобразовательн|образовательн)\S*\s+)?(?:учреждени|организаци)\S*/g,
    " ",
  ],
  [/(?:^| )(?:м[бак]?оу|г[бак]?оу|[нч]оу|ано|обоу|кгб?оу)(?= )/g, " "],
  [/средн\S* (?:общеобразовательн\S* )?школ\S*/g, " сош "],
  [/основн\S* (?:общеобразовательн\S* )?школ\S*/g, " оош "],
  [/начальн\S* (?:общеобразовательн\S* )?школ\S*/g, " нош "],
  [/(?:^| )(?:города|город|г\.)(?= )/g, " г "],
  [/(?:^| )(?:села|село|с\.)(?= )/g, " с "],
  [/(?:^| )(?:деревни|деревня|д\.)(?= )/g, " д "],
  [/(?:^| )(?:поселка городского типа|пгт\.?)(?= )/g, " пгт "],
  [/(?:^| )(?:поселка|поселок|п\.)(?= )/g, " п "],
];

/**
 * The key by which printed names of organisations are compared: no case, ё = е, look-alike letters as Cyrillic, no quotation
 * marks, no legal form, kinds of schools in short. Two keys that are equal may still be two schools: a person decides.
 */
export function nameKey(name: string): string {
  let key = toCyrillic(plain(name).toUpperCase())
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/["'«»„“”()]/g, " ")
    .replace(/№\s*/g, "№")
    .replace(/[,;]/g, " ");
  key = ` ${key.replace(/\s+/g, " ").trim()} `;
  for (const [long, short] of SHORTER) key = key.replace(long, short);
  return key.replace(/\s+/g, " ").trim();
}
