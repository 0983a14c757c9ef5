import { plain } from "../../platform/text/plain.ts";
import type { ReportedUnit, UnitKind } from "../report.ts";

const LOGIN = /^(.*?)\s*\(\s*((?:edu|sch)\d{6}|reg\d{2}_(?:vpr_)?m\d{3}|reg\d{2,6})\s*\)$/i;
const COUNTRY = /^(?:вся выборка|рф|российская федерация|россия)$/i;
const REGION = /область|край|республик|автономн|федеральн/i;
const MUNICIPALITY =
  /район|округ|^г\.|^город\b|(?:^|\s)(?:МО|МР|ГО|МУНИЦИПАЛЬН\S*)(?:\s|$)|управление образования/i;

/**
 * Whom a line or a column is about (forms.md F-06): by the login in brackets, `eduNNNNNN` a school, `regNN_mNNN` a
 * municipality, `regNN0000` a region; without a login by the words of the name, never by indentation.
 */
export function readUnit(text: string, place = ""): ReportedUnit {
  const whole = plain(text);
  const match = LOGIN.exec(whole);
  const login = match?.[2]?.toLowerCase() ?? null;
  return { kind: kindOf(whole, login), name: match ? (match[1] ?? "") : whole, login, place };
}

function kindOf(name: string, login: string | null): UnitKind {
  if (login !== null) {
    if (login.startsWith("reg")) return login.includes("m") ? "municipality" : "region";
    return "school";
  }
  if (COUNTRY.test(name)) return "country";
  if (REGION.test(name)) return "region";
  return MUNICIPALITY.test(name) ? "municipality" : "school";
}
