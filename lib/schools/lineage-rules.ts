/** A school as far as a merger is concerned. */
export interface MergingSchool {
  id: number;
  closedOn: string | null;
}

/** Why one school cannot be merged into another on a day: the key of the sentence, or null when it can. */
export function mergeRefusal(
  school: MergingSchool,
  successor: MergingSchool,
  successors: ReadonlyMap<number, number>,
  happenedOn: string,
  today: string,
): string | null {
  if (school.id === successor.id) return "schools.refused.mergeIntoItself";
  if (school.closedOn !== null) return "schools.refused.alreadyClosed";
  if (successor.closedOn !== null) return "schools.refused.successorClosed";
  if (finalSuccessor(successor.id, successors) === school.id) return "schools.refused.mergeCycle";
  if (happenedOn > today) return "schools.refused.dateInFuture";
  return null;
}

/** Why a school cannot be renamed, or null. A name that differs only in print is corrected, not renamed. */
export function renameRefusal(
  school: { closedOn: string | null; sameName: boolean },
  happenedOn: string,
  today: string,
): string | null {
  if (school.closedOn !== null) return "schools.refused.alreadyClosed";
  if (school.sameName) return "schools.refused.nameNotChanged";
  if (happenedOn > today) return "schools.refused.dateInFuture";
  return null;
}

/**
 * The school in which a chain of mergers ends: where a merged school's pupils are today. The school itself when it was
 * never merged. A chain that runs in a circle (the rules above forbid it) ends at its second visit.
 */
export function finalSuccessor(schoolId: number, successors: ReadonlyMap<number, number>): number {
  const seen = new Set<number>();
  let id = schoolId;
  for (let next = successors.get(id); next !== undefined && !seen.has(id); next = successors.get(id)) {
    seen.add(id);
    id = next;
  }
  return id;
}
