import { readClassList } from "./class-list.ts";
import type { ReadSheet } from "./read-form.ts";

/**
 * What the collection forms of a school have in common (forms.md F-02, F-03): neither year nor subject nor school stands in
 * them, the class is a running number, and a formula prints a total of 0 in rows that nobody filled in.
 */
export const readSchoolForm: ReadSheet = (_sheet, _header, _index, book) => ({
  work: {
    year: null,
    grade: null,
    subject: null,
    level: null,
    title: null,
    workCode: null,
    declaredMax: null,
    classNumbers: true,
    classList: readClassList(book),
    readFrom: {},
  },
  lines: { totalIsResult: false, school: () => ({ login: null, schoolName: null, municipality: null }) },
});
