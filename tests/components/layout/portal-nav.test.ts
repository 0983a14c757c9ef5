import { describe, expect, it } from "vitest";
import { languagesOf, openSections, portalPlaces, visionHref } from "#components/layout/portal-nav.ts";
import { translator } from "#messages/translate.ts";

const t = translator("ru");

describe("the sections that a role sees", () => {
  it.each([
    [
      "admin",
      "schedule results checks insights exams flags reports regulations registry indicators assessments people audit",
    ],
    [
      "region",
      "schedule results checks insights exams flags reports regulations registry indicators assessments people audit",
    ],
    [
      "municipality",
      "schedule results checks insights exams flags reports regulations registry indicators assessments people audit",
    ],
    [
      "head",
      "schedule results checks insights exams flags reports regulations registry indicators assessments people audit",
    ],
    [
      "deputy",
      "schedule results checks insights exams flags reports regulations registry indicators assessments",
    ],
    ["teacher", "schedule results insights exams regulations registry indicators assessments"],
    ["expert", "schedule results insights exams flags reports regulations registry indicators assessments"],
    ["public", ""],
  ] as const)("%s: %s", (role, sections) => {
    expect(openSections({ role }).join(" ")).toBe(sections);
  });
});

it.each([
  ["/people", "/people"],
  ["/people/12", "/people"],
  ["/people?search=a", "/people"],
  ["/desk", "/desk"],
  ["/peoples", null],
  ["/", null],
])("on %s the marked section is %s", (path, current) => {
  const marked = portalPlaces({ role: "admin" }, path, t).filter((place) => place.current);
  expect(marked.map(({ href }) => href)).toEqual(current === null ? [] : [current]);
});

it("language and settings lead back to the page with its query", () => {
  const [ru, uk] = languagesOf("uk", "/people?search=а&x=1", t);
  expect(ru).toMatchObject({ label: "Рус", current: false });
  expect(uk).toMatchObject({ label: "Укр", current: true });
  for (const href of [ru!.href, visionHref("/people?search=а&x=1")])
    expect(decodeURIComponent(href.split("=").slice(1).join("="))).toBe("/people?search=а&x=1");
});
