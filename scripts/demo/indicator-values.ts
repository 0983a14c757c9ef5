import { enteredFacts } from "#lib/indicators/formula/entered-facts.ts";
import { factGroups } from "#lib/indicators/formula/fact.ts";
import { factOf } from "#lib/indicators/formula/facts.ts";
import { assignDuty, enterFacts } from "#lib/indicators/values/entry-commands.ts";
import { type Act, type Cast, viewerOf } from "./acts/act.ts";

/** Pupils of the three schools that enter their data, by deputy; the rest of the numbers follow from them. */
const pupils: Readonly<Record<string, number>> = { deputy7: 812, deputy1: 1046, deputy20: 318 };

/** How much of its whole a part is, in per cent; what is not named here is 60 %. */
const parts: Readonly<Record<string, number>> = {
  ...{
    year_on_4_and_5: 50,
    pupils_primary: 43,
    pupils_basic: 47,
    pupils_secondary: 10,
    pupils_second_shift: 8,
    pupils_prevention: 1,
  },
  ...{ pupils_distance: 3, pupils_network: 4, pupils_advanced: 12, pupils_profile: 9, pupils_hot_meals: 94 },
  ...{ staff_higher: 86, staff_secondary: 14, staff_category_highest: 31, staff_category_first: 27 },
  ...{
    staff_age_under_30: 14,
    staff_age_over_55: 22,
    staff_experience_over_30: 18,
    staff_experience_under_5: 16,
  },
  ...{ positions_filled: 97, contest_winners: 18, contest_winners_regional: 40, contest_winners_federal: 11 },
  ...{ contest_winners_international: 2, pupil_days_missed: 6, pupil_days_missed_unexcused: 7 },
};

/** What nobody has brought yet, so that tasks are seen: the survey of this year, and the journal of a small school. */
const missing: Readonly<Record<string, readonly string[]>> = {
  deputy7: ["survey"],
  deputy20: ["process", "survey"],
};

/** Three schools enter two years; one gives the survey to a teacher. */
export const indicatorValueActs: readonly Act[] = [
  { at: "2025-09-08T12:00", run: (cast, now) => enterAll(cast, 2024, now, []) },
  { at: "2026-09-08T12:00", run: (cast, now) => enterAll(cast, 2025, now, ["deputy7", "deputy20"]) },
  {
    at: "2026-11-16T10:00",
    run: async (cast, now) => {
      const deputy = viewerOf(cast, "deputy7");
      const person = viewerOf(cast, "teacher7").personId ?? 0;
      const form = { schoolId: deputy.schoolId ?? 0, schoolYear: 2025, group: "survey" as const };
      await assignDuty(deputy, { ...form, personId: person, dueOn: "2026-11-27" }, now);
    },
  },
];

async function enterAll(cast: Cast, schoolYear: number, now: Date, late: readonly string[]): Promise<void> {
  for (const who of Object.keys(pupils)) {
    const viewer = viewerOf(cast, who);
    const left = late.includes(who) ? (missing[who] ?? []) : [];
    const groups = factGroups.filter((group) => !left.includes(group));
    const values = enteredFacts
      // Where graduates went is measured against their number in the registers of examinations, which this story does not know.
      .filter(({ group, code }) => group !== null && groups.includes(group) && !code.startsWith("leavers_"))
      .map(({ code }) => ({ code, value: numberOf(who, code, schoolYear), version: 0, note: "" }));
    const form = { schoolId: viewer.schoolId ?? 0, schoolYear, origin: "entered" as const };
    await enterFacts(viewer, { ...form, values }, now);
  }
}

/** Every number of the story hangs on the number of pupils, so that all of them fit together. */
function numberOf(who: string, code: string, schoolYear: number): number {
  const fact = factOf(code);
  const all = (pupils[who] ?? 0) + (schoolYear - 2025) * 9;
  if (fact?.unit === null) return code === "scanning" && who === "deputy20" ? 0 : 1;
  if (fact?.within) return Math.floor((numberOf(who, fact.within, schoolYear) * (parts[code] ?? 60)) / 100);
  const whole: Readonly<Record<string, number>> = {
    ...{
      pupils_total: all,
      staff_total: Math.round(all / 15),
      staff_with_administration: Math.round(all / 13),
    },
    ...{
      positions: Math.round(all / 11),
      psychologists: Math.max(1, Math.round(all / 400)),
      injuries: all % 5,
    },
    ...{
      computers: Math.round(all / 6),
      textbooks: all * 22,
      library_items: all * 31,
      internet_megabits: 100,
    },
    ...{ area_square_metres: all * 6, hours_planned: 29_000, hours_taught: 28_650, assessment_hours: 1_420 },
    ...{
      year_n5: Math.round(all * 0.09),
      year_n4: Math.round(all * 0.41),
      year_n3: Math.round(all * 0.47),
      year_n2: Math.round(all * 0.03),
      year_na: 0,
    },
    ...{ pupil_days: all * 170, classes_advanced: 3, surveyed: Math.round(all * 0.7) },
  };
  return whole[code] ?? Math.round(all * 0.2);
}
