const PARTS = /^(\d{1,2})(.*)$/;

/**
 * The class of a school's list that was probably meant: the same grade with the nearest letter, else the same letter in the
 * nearest grade. Null when nothing comes near. Only a suggestion for a person; nothing is replaced.
 */
export function nearestClass(label: string, list: readonly string[]): string | null {
  const [, grade = "", letter = ""] = PARTS.exec(label) ?? [];
  let best: { label: string; distance: number } | null = null;
  for (const candidate of list) {
    const [, otherGrade = "", otherLetter = ""] = PARTS.exec(candidate) ?? [];
    const steps = Math.abs((letter.codePointAt(0) ?? 0x0410) - (otherLetter.codePointAt(0) ?? 0x0410));
    const distance =
      otherGrade === grade
        ? steps
        : otherLetter === letter && letter !== ""
          ? 1000 + Math.abs(Number(otherGrade) - Number(grade))
          : null;
    if (distance !== null && (best === null || distance < best.distance))
      best = { label: candidate, distance };
  }
  return best?.label ?? null;
}
