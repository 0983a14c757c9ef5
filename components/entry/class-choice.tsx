import { countText, instantText, type Words } from "#components/results/words.ts";
import { type Column, Table } from "#components/ui/table.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { ClassChoice } from "#lib/entry/choice-queries.ts";
import type { NamedWork } from "#lib/results/named-works.ts";

interface Props {
  words: Words;
  work: NamedWork;
  schoolId: number;
  classes: readonly ClassChoice[];
}

/** The classes of the writing grade, how far each is typed, and the way to its grid. */
export function ClassChoiceTable({ words, work, schoolId, classes }: Props) {
  const { t } = words;
  const columns: Column<ClassChoice>[] = [
    {
      key: "class",
      head: t("entry.choose.class"),
      cell: ({ label }) => (
        <a href={`/results/entry/${work.id}/${schoolId}/${encodeURIComponent(label)}`}>
          {t("entry.choose.type", { label })}
        </a>
      ),
    },
    {
      key: "pupils",
      head: t("entry.choose.pupils"),
      numeric: true,
      cell: ({ pupils }) => (pupils === null ? t("entry.choose.pupilsUnknown") : countText(words, pupils)),
    },
    {
      key: "typed",
      head: t("entry.choose.typed"),
      numeric: true,
      cell: ({ typed }) => countText(words, typed),
    },
    {
      key: "standing",
      head: t("entry.choose.standing"),
      numeric: true,
      cell: ({ standing }) => countText(words, standing),
    },
    {
      key: "handed",
      head: t("entry.choose.handed"),
      cell: ({ handedAt }) => (handedAt === null ? t("entry.choose.never") : instantText(words, handedAt)),
    },
  ];
  return (
    <Table
      id="entry-classes"
      t={t}
      caption={t("entry.choose.caption", { title: workTitle(t, work) })}
      columns={columns}
      rows={classes}
      rowKey={({ label }) => label}
    />
  );
}
