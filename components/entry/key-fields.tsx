import type { EntryKey } from "#lib/entry/schema.ts";

/** Which class and work a form is about. */
export function KeyFields({ of: { workId, schoolId, classLabel } }: { of: EntryKey }) {
  return (
    <>
      <input type="hidden" name="workId" value={workId} />
      <input type="hidden" name="schoolId" value={schoolId} />
      <input type="hidden" name="classLabel" value={classLabel} />
    </>
  );
}
