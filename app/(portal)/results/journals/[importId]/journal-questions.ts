import type { Words } from "#components/results/words.ts";
import type { Option } from "#components/ui/select.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { JournalView } from "#lib/results/journal/queries.ts";

interface Questions {
  periods: { name: string; label: string; chosen: string; options: Option[] }[];
  fields: { name: "login" | "year"; label: string; hint: string }[];
}

/** What an export of a journal leaves open, as lists to choose from; the proposal stands first and still has to be sent. */
export function journalQuestions({ t }: Words, { understood, named }: JournalView): Questions {
  if (understood === null) return { periods: [], fields: [] };
  const headings = understood.columns.filter(({ kind }) => kind === "period").map(({ heading }) => heading);
  const options = [
    ...headings.map((heading) => ({ value: heading, label: heading })),
    { value: "", label: t("journals.periodNone") },
  ];
  const periods = understood.journalWorks.flatMap(({ workId, heading, proposal, rows, without }) => {
    const work = named.get(workId);
    if (!work) return [];
    const label = t("journals.period", { work: workTitle(t, work), rows, without });
    return [{ name: `period-${workId}`, label, chosen: heading ?? proposal ?? "", options }];
  });
  const ask = (name: "login" | "year") => ({
    name,
    label: t(`journals.${name}Label`),
    hint: t(`journals.${name}Hint`),
  });
  return {
    periods,
    fields: [
      ...(understood.schoolId === null ? [ask("login")] : []),
      ...(understood.schoolYear === null ? [ask("year")] : []),
    ],
  };
}
