import { describe, expect, it } from "vitest";
import {
  acceptInvitationSchema,
  inviteSchema,
  personClassesSchema,
  placePersonSchema,
  signInSchema,
} from "#lib/people/schema.ts";

const keys = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) =>
  Object.fromEntries(result.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []);

describe("an invitation form", () => {
  const good = { email: " Anna@School.RU ", name: "Анна", role: "head", unit: "school:12" };

  it("brings e-mail to one form and the unit to its id", () => {
    expect(inviteSchema.parse(good)).toEqual({
      email: "anna@school.ru",
      name: "Анна",
      role: "head",
      schoolId: 12,
    });
    expect(inviteSchema.parse({ ...good, role: "admin", unit: "" })).not.toHaveProperty("schoolId");
  });

  it("says what is wrong beside each field", () => {
    expect(
      keys(inviteSchema.safeParse({ email: "anna", name: "А", role: "king", unit: "planet:1" })),
    ).toEqual({
      email: "people.fields.email",
      name: "people.fields.name",
      role: "people.fields.role",
      unit: "people.fields.unit",
    });
  });
});

it("a number that is not there is not read as 0", () => {
  const place = { personId: "5", version: "1", role: "head", unit: "school:1" };
  expect(placePersonSchema.safeParse(place).success).toBe(true);
  expect(placePersonSchema.safeParse({ ...place, version: "" }).success).toBe(false);
  expect(placePersonSchema.safeParse({ ...place, personId: "5e3" }).success).toBe(false);
});

it("no class chosen is an empty list", () => {
  expect(personClassesSchema.parse({ personId: "5", version: "1" }).classLabels).toEqual([]);
});

it("a password is long enough and written twice alike", () => {
  const set = (password: string, passwordAgain = password) =>
    keys(acceptInvitationSchema.safeParse({ token: "t".repeat(43), password, passwordAgain }));
  expect(set("двенадцать12")).toEqual({});
  expect(set("короткий")).toMatchObject({ password: "people.fields.passwordShort" });
  expect(set("двенадцать12", "двенадцать21")).toEqual({ passwordAgain: "people.fields.passwordsDiffer" });
});

it("a password is taken as typed, with its spaces", () => {
  expect(signInSchema.parse({ email: "a@b.ru", password: " с пробелами " }).password).toBe(" с пробелами ");
});
