import type { Option } from "#components/ui/select.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { meanings } from "#lib/results/mapping/mapping.ts";
import type { ColumnView, MappingView } from "#lib/results/mapping/queries.ts";
import type { Choices } from "../questions.tsx";
import type { Words } from "../words.ts";

/** One column of the form, in words. */
export interface ColumnTexts {
  column: number;
  title: string;
  header: string;
  samples: string;
  reason: string;
  /** null = looks like names: nothing is chosen here */
  choose: string | null;
  task: string;
  meaning: string;
  taskCode: string;
}

/** A field beside the columns; without options it is typed. */
export interface GivenTexts {
  name: "workId" | "year" | "login";
  label: string;
  hint?: string;
  value: string;
  options?: readonly Option[];
}

/** Everything the form of the mapping screen says: the form itself is a client component and needs no translator. */
export interface MappingTexts {
  sheet: string;
  headerRow: number;
  columns: readonly ColumnTexts[];
  meanings: readonly Option[];
  given: readonly GivenTexts[];
  name: string;
  back: string;
  words: Readonly<
    Record<
      | "columns"
      | "columnsLead"
      | "given"
      | "givenLead"
      | "save"
      | "name"
      | "nameHint"
      | "send"
      | "sending"
      | "back",
      string
    >
  >;
}

const longestName = 80;

/** The texts of the form for a reader and a file. `unit` says who will see the saved layout. */
export function mappingTexts(
  { t }: Words,
  view: MappingView,
  choices: Choices,
  unit: { schoolId: number | null; municipalityId: number | null; regionId: number | null },
): MappingTexts {
  const whose =
    unit.schoolId !== null
      ? "school"
      : unit.municipalityId !== null
        ? "municipality"
        : unit.regionId !== null
          ? "region"
          : "centre";
  return {
    sheet: view.sheet,
    headerRow: view.headerRow,
    columns: view.columns.map((column) => columnTexts(t, column)),
    meanings: meanings.map((meaning) => ({ value: meaning, label: t(`mapping.meaning.${meaning}`) })),
    given: givenTexts(t, view, choices, unit.schoolId !== null),
    name: view.name || view.fileName.replace(/\.[^.]+$/, "").slice(0, longestName),
    back: `/results/imports/${view.id}`,
    words: {
      columns: t("mapping.columns.title"),
      columnsLead: t("mapping.columns.lead", { count: view.columns.length, tasks: view.tasks }),
      given: t("mapping.given.title"),
      givenLead: t("mapping.given.lead"),
      save: t("mapping.save.title"),
      name: t("mapping.save.name"),
      nameHint: t("mapping.save.nameHint", { unit: whose }),
      send: t("mapping.save.send"),
      sending: t("mapping.save.sending"),
      back: t("mapping.save.back"),
    },
  };
}

function columnTexts(t: Words["t"], column: ColumnView): ColumnTexts {
  const { letters, samples, reason } = column;
  const isNames = column.meaning === "names" && reason.key === "names";
  return {
    column: column.column,
    title: t("mapping.columns.column", { letters }),
    header: column.header === "" ? t("mapping.columns.noHeader") : `«${column.header.slice(0, 120)}»`,
    samples: isNames
      ? ""
      : samples.length === 0
        ? t("mapping.columns.noSamples")
        : t("mapping.columns.samples", { samples: samples.join("; ") }),
    reason: isNames
      ? t("mapping.columns.namesRefused")
      : t("mapping.columns.guess", { reason: t(`mapping.reason.${reason.key}`, reason.params) }),
    choose: isNames ? null : t("mapping.columns.choose", { letters }),
    task: t("mapping.columns.task", { letters }),
    meaning: column.meaning,
    taskCode: column.task ?? "",
  };
}

function givenTexts(t: Words["t"], view: MappingView, choices: Choices, ownSchool: boolean): GivenTexts[] {
  const { given } = view;
  const namesSchool = view.columns.some(({ meaning }) => meaning === "login");
  const year = given.year === undefined ? "" : String(given.year);
  return [
    {
      name: "workId",
      label: t("mapping.given.work"),
      value: given.workId === undefined ? "" : String(given.workId),
      options: [
        { value: "", label: t("mapping.given.workNone") },
        ...choices.works.map((work) => ({ value: String(work.id), label: workTitle(t, work) })),
      ],
    },
    { name: "year", label: t("mapping.given.year"), hint: t("mapping.given.yearHint"), value: year },
    ...(ownSchool || namesSchool ? [] : [schoolTexts(t, given.login ?? "", choices.schools)]),
  ];
}

function schoolTexts(t: Words["t"], login: string, schools: Choices["schools"]): GivenTexts {
  if (schools === null)
    return {
      name: "login",
      label: t("mapping.given.login"),
      hint: t("mapping.given.loginHint"),
      value: login,
    };
  return {
    name: "login",
    label: t("mapping.given.school"),
    value: login,
    options: [
      { value: "", label: t("mapping.given.schoolNone") },
      ...schools.map((school) => ({ value: school.login, label: `${school.name}, ${school.municipality}` })),
    ],
  };
}
