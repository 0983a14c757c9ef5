import { describe, expect, it } from "vitest";
import { may, type Permission, permissions, permit, roles } from "#lib/platform/access/permissions.ts";
import { publicViewer, systemViewer } from "#lib/platform/access/viewer.ts";
import { RefusedError } from "#lib/platform/errors.ts";

// One row a permission, one column a role: + may, · may not. A change of rights is a change of this picture.
const table = `
                    admin region municipality head deputy teacher expert
people.manage       +     ·      ·            ·    ·      ·       ·
people.read         +     +      +            +    ·      ·       ·
account.own         +     +      +            +    +      +       +
schools.read        +     +      +            +    +      +       +
schools.edit        +     +      +            ·    ·      ·       ·
regions.add         +     ·      ·            ·    ·      ·       ·
municipalities.add  +     +      ·            ·    ·      ·       ·
classes.edit        +     +      +            +    +      ·       ·
regulations.read    +     +      +            +    +      +       +
regulations.acknowledge + +      +            +    +      +       ·
regulations.edit    +     +      +            +    +      ·       ·
regulations.adopt   +     +      +            +    ·      ·       ·
indicators.read     +     +      +            +    +      +       +
indicators.edit     ·     +      +            +    +      ·       ·
indicators.decide   ·     +      +            +    ·      ·       ·
indicators.enter    ·     ·      ·            +    +      +       ·
indicators.assign   ·     ·      ·            +    +      ·       ·
indicators.freeze   +     +      +            +    +      ·       ·
assessments.read    +     +      +            +    +      +       +
assessments.edit    +     +      ·            ·    ·      ·       ·
results.read        +     +      +            +    +      +       +
results.import      +     +      +            +    +      ·       ·
results.rescale     +     +      ·            ·    ·      ·       ·
submissions.read    +     +      +            +    +      ·       ·
submissions.submit  ·     ·      ·            +    +      ·       ·
submissions.approve ·     ·      ·            +    ·      ·       ·
submissions.accept  ·     +      +            ·    ·      ·       ·
submissions.explain ·     ·      ·            +    +      +       ·
campaigns.manage    ·     +      +            ·    ·      ·       ·
checks.read         +     +      +            +    +      ·       ·
checks.ask          ·     +      +            +    +      ·       ·
checks.confirm      ·     +      +            +    +      ·       ·
checks.rule         ·     +      +            ·    ·      ·       ·
schedule.read       +     +      +            +    +      +       +
schedule.plan       ·     ·      ·            +    +      ·       ·
schedule.publish    ·     ·      ·            +    +      ·       ·
schedule.announce   ·     +      +            ·    ·      ·       ·
cycle.plan          ·     ·      ·            +    +      ·       ·
cycle.report        ·     ·      ·            +    +      +       ·
acts.read           +     +      +            +    +      +       +
acts.draft          ·     ·      ·            +    +      ·       ·
acts.adopt          ·     ·      ·            +    ·      ·       ·
insights.read       +     +      +            +    +      +       +
insights.export     +     +      +            +    +      +       +
exams.read          +     +      +            +    +      +       +
exams.register      +     +      +            +    +      ·       ·
exams.scale         +     +      ·            ·    ·      ·       ·
flags.read          +     +      +            +    +      ·       +
flags.rule          +     +      ·            ·    ·      ·       ·
reports.read        +     +      +            +    +      ·       +
reports.draft       +     +      +            +    +      ·       ·
reports.publish     +     +      +            +    ·      ·       ·
audit.read          +     +      +            +    ·      ·       ·
`;

const [head, ...lines] = table
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const expected = lines.flatMap(([permission, ...marks]) =>
  marks.map((mark, index) => [permission as Permission, head![index]!, mark === "+"] as const),
);

describe("who may do what", () => {
  it("the table names every permission and every role", () => {
    expect(lines.map(([permission]) => permission)).toEqual(Object.keys(permissions));
    expect(head).toEqual([...roles]);
  });

  it.each(expected)("%s · %s · %s", (permission, role, allowed) => {
    expect(may({ role: role as (typeof roles)[number] }, permission)).toBe(allowed);
  });

  it("the public may do none of it and is asked to sign in; others are told that they may not", () => {
    for (const permission of Object.keys(permissions) as Permission[])
      expect(() => permit(publicViewer, permission)).toThrow(new RefusedError("notSignedIn"));
    expect(() => permit({ role: "teacher" }, "people.manage")).toThrow(new RefusedError("forbidden"));
  });

  it("the portal itself is not stopped", () => {
    expect(Object.keys(permissions).every((permission) => may(systemViewer, permission as Permission))).toBe(
      true,
    );
  });
});
