import type { Option } from "#components/ui/select.tsx";
import type { ProtocolView } from "#lib/exams/import-queries.ts";
import { examKinds } from "#lib/exams/subjects.ts";
import type { ExamWords } from "#lib/exams/words.ts";

interface Questions {
  lists: { name: string; label: string; chosen: string; options: Option[] }[];
  fields: { name: "login"; label: string; hint: string }[];
}

/** What a protocol leaves open and a person can say: which examination it is, and of which school. */
export function protocolQuestions({ t }: ExamWords, { state, groups }: ProtocolView): Questions {
  const isOpen = (code: string) => state === "question" && groups.some((group) => group.code === code);
  const options = [
    { value: "", label: t("exams.review.kindNone") },
    ...examKinds.map((kind) => ({ value: kind, label: t(`exams.kind.${kind}`) })),
  ];
  return {
    lists: isOpen("examKindUnknown")
      ? [{ name: "examKind", label: t("exams.review.kindLabel"), chosen: "", options }]
      : [],
    fields: isOpen("examSchoolNotStated")
      ? [{ name: "login", label: t("journals.loginLabel"), hint: t("journals.loginHint") }]
      : [],
  };
}
