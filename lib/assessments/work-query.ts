import type { Level, Season } from "./rules.ts";
import { readSubject, type Subject } from "./subjects.ts";

/** What a person asks for by a code: the whole code, or subject and grade with whatever else was said. */
export type WorkQuery =
  | { code: string }
  | { subject: Subject; gradeTested: number; year?: number; season?: Season; level?: Level };

const SHORT = /^([A-ZА-ЯЁ]{2,3})-?(\d{1,2})(?:-(\d{4})(A|А)?)?(-U)?$/;

/**
 * Reads `VPR-2024-MA-4`, and the short forms `MA4`, `MA-4`, «МА4», `MA4-2024`, `RU-4-2026`, `MA-4-2020A` (autumn),
 * `MA-7-2026-U` (advanced). Null when the text is no code. Whether it names one work is for the caller to see.
 */
export function readWorkQuery(text: string): WorkQuery | null {
  const key = text.trim().toUpperCase();
  const [, subjectText = "", grade, year, autumn, advanced] = SHORT.exec(key) ?? [];
  const subject = readSubject(subjectText);
  if (grade && subject) {
    return {
      subject,
      gradeTested: Number(grade),
      ...(year ? { year: Number(year), season: autumn ? "autumn" : "spring" } : {}),
      ...(advanced ? { level: "advanced" } : {}),
    };
  }
  return /^[A-Z]{3}-\d{4}A?-[A-Z]{2,3}-\d{1,2}(-U)?$/.test(key) ? { code: key } : null;
}
