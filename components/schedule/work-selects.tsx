import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { ScheduleFilter } from "#lib/schedule/schema.ts";
import { anyOption, gradeOptions, levelOptions, subjectOptions } from "./filter-options.ts";

interface Props {
  t: Translate;
  filter: Pick<ScheduleFilter, "grade" | "subject" | "level">;
  grades: readonly number[];
}

/** Parallel, subject and level: what every list of works is narrowed by. */
export function WorkSelects({ t, filter, grades }: Props) {
  const any = anyOption(t);
  const fields = [
    { name: "grade", options: gradeOptions(grades), short: true },
    { name: "subject", options: subjectOptions(t), short: false },
    { name: "level", options: levelOptions(t), short: true },
  ] as const;
  return fields.map(({ name, options, short }) => (
    <Select
      key={name}
      id={name}
      name={name}
      label={t(`schedule.filter.${name}`)}
      {...(short ? { width: "short" as const } : {})}
      defaultValue={String(filter[name] ?? "")}
      options={[any, ...options]}
    />
  ));
}
