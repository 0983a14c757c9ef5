/** Who asks: what `asViewer` states about each. Ids are those of two-regions.ts. */
export const scopes = {
  none: null,
  public: ["public", ""],
  system: ["system", ""],
  admin: ["all", "", 1000],
  "region 1": ["region", 1, 1001],
  "municipality 11": ["municipality", 11, 1011],
  "school 101": ["school", 101, 1101],
  "teacher of 4А in 101": ["classes", 101, 1901],
  "region 2": ["region", 2, 1002],
} as const;
export type ScopeName = keyof typeof scopes;
type Sees = Record<ScopeName, string>;

const all = (seen: string) => ({ none: "", public: "", system: seen, admin: seen });
/** What is seen by the administrator, region 1, municipality 11, school 101 and region 2; by a teacher of the school too, unless told. */
const sees = (
  seen: string,
  region: string,
  municipality: string,
  school: string,
  elsewhere: string,
  teacher = school,
): Sees => ({
  ...all(seen),
  "region 1": region,
  "municipality 11": municipality,
  "school 101": school,
  "teacher of 4А in 101": teacher,
  "region 2": elsewhere,
});
const dictionary = (seen: string): Sees => sees(seen, seen, seen, seen, seen);
const bySchool: Sees = sees("101 102 201", "101 102", "101 102", "101", "201");
const notForTeachers: Sees = { ...bySchool, "teacher of 4А in 101": "" };
const byArea: Sees = sees("1 11 2 21", "1 11", "1 11", "1 11", "2 21");
const ownOnly: Sees = sees(
  "1000 1001 1002 1011 1021 1101 1102 1201 1901",
  "1001",
  "1011",
  "1101",
  "1002",
  "1901",
);

/** What came with the portal (p), and what units have made: of one's own path, and below it. */
const byPath = (portal: string): Sees =>
  sees(
    `${portal} r1 r2 m11 m21 s101 s102 s201`,
    `${portal} r1 m11 s101 s102`,
    `${portal} r1 m11 s101 s102`,
    `${portal} r1 m11 s101`,
    `${portal} r2 m21 s201`,
  );
const ownerName = "coalesce('s' || school_id, 'm' || municipality_id, 'r' || region_id, 'p')";
const versionsByPath: Sees = {
  none: "",
  public: "",
  system: "pa r1a r2a m11a m21a s101a s102a s201a pd r1d r2d m11d m21d s101d s102d s201d",
  admin: "pa r1a r2a m11a m21a s101a s102a s201a r1d r2d m11d m21d s101d s102d s201d",
  "region 1": "pa r1a m11a s101a s102a r1d",
  "municipality 11": "pa r1a m11a s101a s102a m11d",
  "school 101": "pa r1a m11a s101a s101d",
  "teacher of 4А in 101": "pa r1a m11a s101a",
  "region 2": "pa r2a m21a s201a r2d",
};

const adoptedActs = {
  public: "f",
  "region 1": "f r1 m11 s101 s102",
  "municipality 11": "f r1 m11 s101 s102",
  "school 101": "f r1 m11 s101",
  "teacher of 4А in 101": "f r1 m11 s101",
  "region 2": "f r2 m21 s201",
};
const everyAct = "f r1 r2 m11 m21 s101 s102 s201 dr1 ds101";
/** An act is read by whom it applies to once it is adopted, what is not adopted by its makers alone. */
const actEditions: Sees = {
  ...all(`${everyAct} r1+ s101+`),
  ...adoptedActs,
  "region 1": `${adoptedActs["region 1"]} dr1 r1+`,
  "school 101": `${adoptedActs["school 101"]} ds101 s101+`,
};

/** Every table with row-level security: what names a row, and which rows each scope sees. */
export const tables: Record<string, { name: string; sees: Sees }> = {
  regulation: {
    name: "slug",
    sees: {
      ...all(everyAct),
      ...adoptedActs,
      "region 1": `${adoptedActs["region 1"]} dr1`,
      "school 101": `${adoptedActs["school 101"]} ds101`,
    },
  },
  regulation_edition: { name: "note", sees: actEditions },
  regulation_clause: { name: "heading", sees: actEditions },
  regulation_file: { name: "name", sees: actEditions },
  regulation_import: {
    name: "file_name",
    sees: sees(`${everyAct} r1+ s101+`, "f r1 dr1 r1+", "m11", "s101 ds101 s101+", "f r2", ""),
  },
  regulation_reading: {
    name: "roles[1]",
    sees: sees("r1 r2 m11 m21 s101 s102 s201", "r1 m11 s101 s102", "m11 s101 s102", "s101", "r2 m21 s201"),
  },
  regulation_reading_mark: {
    name: "person_id",
    sees: sees(
      "1001 1011 1101 1102 1201 1901",
      "1001 1011 1101 1102 1901",
      "1011 1101 1102 1901",
      "1101 1901",
      "1201",
      "1901",
    ),
  },
  indicator: { name: "code", sees: byPath("p") },
  indicator_version: { name: "name", sees: versionsByPath },
  indicator_basis: { name: ownerName, sees: byPath("p") },
  indicator_threshold: { name: ownerName, sees: byPath("p") },
  indicator_adoption: { name: ownerName, sees: byPath("") },
  indicator_target: { name: ownerName, sees: byPath("") },
  // Areas name no school, so their values are for all who work in them.
  indicator_value: {
    name: "unit_kind || '-' || unit_id",
    sees: sees(
      "municipality-11 municipality-21 region-1 region-2 school-101 school-102 school-201",
      "municipality-11 region-1 school-101 school-102",
      "municipality-11 region-1 school-101 school-102",
      "municipality-11 region-1 school-101",
      "municipality-21 region-2 school-201",
    ),
  },
  indicator_fact: { name: "school_id", sees: bySchool },
  indicator_duty: { name: "school_id", sees: bySchool },
  // The list of what is out of date is the portal's own.
  indicator_change: {
    name: "school_id",
    sees: {
      ...{ none: "", public: "", system: "101 102 201", admin: "", "region 1": "", "municipality 11": "" },
      ...{ "school 101": "", "teacher of 4А in 101": "", "region 2": "" },
    },
  },
  // A frozen table holds rows of a whole unit: only who sees the whole unit opens it.
  indicator_snapshot: {
    name: "coalesce('s' || school_id, 'm' || municipality_id, 'r' || region_id)",
    sees: sees("m11 m21 r1 r2 s101 s102 s201", "m11 r1 s101 s102", "m11 s101 s102", "s101", "m21 r2 s201"),
  },
  region: { name: "id", sees: dictionary("1 2 3") },
  municipality: { name: "id", sees: dictionary("11 12 21") },
  work: { name: "id", sees: dictionary("1") },
  work_task: { name: "work_id", sees: dictionary("1") },
  scale_edition: { name: "work_id", sees: dictionary("1") },
  school: { name: "id", sees: bySchool },
  school_class: { name: "school_id", sees: bySchool },
  school_lineage: { name: "school_id", sees: bySchool },
  result_set: { name: "school_id", sees: bySchool },
  import_target: { name: "school_id", sees: bySchool },
  import_part: { name: "school_id", sees: notForTeachers },
  schedule_plan: { name: "school_id", sees: bySchool },
  schedule_hours: { name: "school_id", sees: bySchool },
  schedule_timetable: { name: "school_id", sees: bySchool },
  schedule_class: { name: "school_id", sees: bySchool },
  scheduled_work: { name: "school_id", sees: bySchool },
  cycle_plan: { name: "school_id", sees: bySchool },
  cycle_item: { name: "school_id", sees: bySchool },
  schedule_import: { name: "school_id", sees: notForTeachers },
  // Published editions are for everybody; a draft has no edition.
  schedule_edition: { name: "school_id", sees: { ...bySchool, public: "101 102 201" } },
  schedule_window: {
    name: "title",
    sees: sees("m11 m12 r1 r2", "m11 m12 r1", "m11 r1", "m11 r1", "r2"),
  },
  schedule_break: {
    name: "title",
    sees: sees(
      "m11 m12 r1 r2 s101 s102 s201",
      "m11 m12 r1 s101 s102",
      "m11 r1 s101 s102",
      "m11 r1 s101",
      "r2 s201",
    ),
  },
  entry: { name: "school_id", sees: notForTeachers },
  journal_mark: { name: "school_id", sees: notForTeachers },
  journal_period: { name: "school_id", sees: notForTeachers },
  entry_cell: { name: "school_id", sees: notForTeachers },
  entry_batch: { name: "school_id", sees: notForTeachers },
  import_file: { name: "id", sees: notForTeachers },
  exam: { name: "id", sees: dictionary("1") },
  exam_scale: {
    name: "coalesce(region_id, 0)",
    sees: { ...dictionary("0 1"), ...all("0 1 2"), "region 2": "0 2" },
  },
  exam_result_set: { name: "school_id", sees: notForTeachers },
  exam_import_row: { name: "school_id", sees: notForTeachers },
  exam_import_target: { name: "school_id", sees: notForTeachers },
  exam_register: { name: "school_id", sees: notForTeachers },
  exam_subject_register: { name: "school_id", sees: notForTeachers },
  exam_result: {
    name: "school_id || class_label",
    sees: sees(
      "1014А 1014Б 1024А 1024Б 2014А 2014Б",
      "1014А 1014Б 1024А 1024Б",
      "1014А 1014Б 1024А 1024Б",
      "1014А 1014Б",
      "2014А 2014Б",
      "1014А",
    ),
  },
  exam_summary: {
    name: "school_id || class_label",
    sees: sees(
      "101* 1014А 102* 1024А 201* 2014А",
      "101* 1014А 102* 1024А",
      "101* 1014А 102* 1024А",
      "101* 1014А",
      "201* 2014А",
    ),
  },
  exam_area_summary: { name: "area_id", sees: byArea },
  check_rule_version: {
    name: "code",
    sees: sees("m11 m12 r1 r2", "m11 m12 r1", "m11 r1", "m11 r1", "r2"),
  },
  // A draft is the paper of the office that writes it.
  check_rule_draft: {
    name: "code",
    sees: sees("m11 m12 r1 r2", "m11 m12 r1", "m11", "", "r2"),
  },
  check_run: { name: "school_id", sees: notForTeachers },
  check_result: { name: "school_id", sees: notForTeachers },
  check_message: { name: "school_id", sees: notForTeachers },
  import_sheet: { name: "import_id", sees: notForTeachers },
  import_finding: { name: "import_id", sees: notForTeachers },
  import_progress: { name: "import_id", sees: notForTeachers },
  // Named layouts: id of the school, of twice its municipality, of its region, and 9 for everybody.
  layout_preset: {
    name: "id",
    sees: sees("1 101 102 2 201 22 42 9", "1 101 102 22 9", "1 101 102 22 9", "1 101 22 9", "2 201 42 9", ""),
  },
  // About a school: whoever sees it. Under a printed name: whoever sees the file. Of areas: whoever stands inside the unit that brought them.
  reported_figure: {
    name: "unit_name",
    sees: {
      ...all(
        "about-101 about-102 about-201 named-101 named-102 named-201 of-municipality-11 of-municipality-21 of-region-1 of-region-2 of-school-101 of-school-102 of-school-201",
      ),
      "region 1":
        "about-101 about-102 named-101 named-102 of-municipality-11 of-region-1 of-school-101 of-school-102",
      "municipality 11":
        "about-101 about-102 named-101 named-102 of-municipality-11 of-region-1 of-school-101 of-school-102",
      "school 101": "about-101 named-101 of-municipality-11 of-region-1 of-school-101",
      "teacher of 4А in 101": "about-101 of-municipality-11 of-region-1 of-school-101",
      "region 2": "about-201 named-201 of-municipality-21 of-region-2 of-school-201",
    },
  },
  reported_name: { name: "school_id", sees: notForTeachers },
  participation: {
    name: "school_id || class_label",
    sees: sees(
      "1014А 1014Б 1024А 1024Б 2014А 2014Б",
      "1014А 1014Б 1024А 1024Б",
      "1014А 1014Б 1024А 1024Б",
      "1014А 1014Б",
      "2014А 2014Б",
      "1014А",
    ),
  },
  summary: {
    name: "school_id || class_label",
    sees: sees(
      "101* 1014А 1014Б 102* 1024А 1024Б 201* 2014А 2014Б",
      "101* 1014А 1014Б 102* 1024А 1024Б",
      "101* 1014А 1014Б 102* 1024А 1024Б",
      "101* 1014А 1014Б",
      "201* 2014А 2014Б",
      "101* 1014А",
    ),
  },
  // Teachers read what was adopted, never a draft.
  local_act: {
    name: "school_id || state",
    sees: sees(
      "101adopted 101draft 102adopted 102draft 201adopted 201draft",
      "101adopted 101draft 102adopted 102draft",
      "101adopted 101draft 102adopted 102draft",
      "101adopted 101draft",
      "201adopted 201draft",
      "101adopted",
    ),
  },
  submission: { name: "school_id", sees: notForTeachers },
  submission_event: { name: "school_id", sees: notForTeachers },
  // The question about 4А of school 101 was given to its teacher, that about 4Б to nobody.
  absence_note: {
    name: "school_id || class_label",
    sees: sees(
      "1014А 1014Б 1024А 1024Б 2014А 2014Б",
      "1014А 1014Б 1024А 1024Б",
      "1014А 1014Б 1024А 1024Б",
      "1014А 1014Б",
      "2014А 2014Б",
      "1014А",
    ),
  },
  campaign: { name: "id", sees: byArea },
  campaign_work: { name: "campaign_id", sees: byArea },
  campaign_exception: { name: "school_id", sees: bySchool },
  mail_outbox: { name: "person_id", sees: { ...ownOnly, admin: "1000" } },
  mail_choice: { name: "person_id", sees: { ...ownOnly, admin: "1000" } },
  area_summary: { name: "area_id", sees: byArea },
  flag_rule_version: {
    name: "region_id",
    sees: {
      ...dictionary("1"),
      ...all("1 2"),
      "region 2": "2",
    },
  },
  person: {
    name: "id",
    sees: {
      ...ownOnly,
      "region 1": "1001 1011 1101 1102 1901",
      "municipality 11": "1011 1101 1102 1901",
      "school 101": "1101 1901",
      "region 2": "1002 1021 1201",
    },
  },
  session: { name: "person_id", sees: ownOnly },
  invitation: { name: "person_id", sees: ownOnly },
  registry_draft: { name: "created_by", sees: { ...ownOnly, admin: "1000" } },
  sign_in_attempt: { name: "key", sees: { ...dictionary(""), system: "key", admin: "" } },
  audit_event: {
    name: "coalesce(school_id, 0)",
    sees: { ...notForTeachers, ...all("0 101 102 201") },
  },
  // A draft has twice the id of its school.
  report: {
    name: "id",
    sees: sees("101 102 201 202 204 402", "101 102 202 204", "101 102 202 204", "101 202", "201 402"),
  },
  report_version: {
    name: "report_id || '.' || version",
    sees: {
      ...all("101.1 101.2 102.1 102.2 201.1 201.2"),
      public: "101.1 101.2 102.1 102.2 201.1 201.2",
      "region 1": "101.1 101.2 102.1 102.2",
      "municipality 11": "101.1 101.2 102.1 102.2",
      "school 101": "101.1 101.2",
      "teacher of 4А in 101": "101.1 101.2",
      "region 2": "201.1 201.2",
    },
  },
  // The first edition of each was withdrawn: the public no longer reads what stood in it.
  report_snapshot: {
    name: "report_id || '.' || version",
    sees: {
      ...all("101.1 101.2 102.1 102.2 201.1 201.2"),
      public: "101.2 102.2 201.2",
      "region 1": "101.1 101.2 102.1 102.2",
      "municipality 11": "101.1 101.2 102.1 102.2",
      "school 101": "101.1 101.2",
      "teacher of 4А in 101": "101.1 101.2",
      "region 2": "201.1 201.2",
    },
  },
  published_cell: {
    name: "report_id",
    sees: { ...bySchool, "school 101": "101 102", "teacher of 4А in 101": "101 102" },
  },
};
