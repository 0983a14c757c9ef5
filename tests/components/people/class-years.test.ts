import { expect, it } from "vitest";
import { classYears } from "#components/people/class-years.ts";

it("groups classes by school year, newest first, in the order of the registry", () => {
  const known = [
    { year: 2026, label: "4А" },
    { year: 2025, label: "4А" },
    { year: 2026, label: "4Б" },
  ];
  expect(classYears(known, [], "нет в реестре")).toEqual([
    {
      label: "2026/27",
      choices: [
        { value: "2026:4А", label: "4А" },
        { value: "2026:4Б", label: "4Б" },
      ],
    },
    { label: "2025/26", choices: [{ value: "2025:4А", label: "4А" }] },
  ]);
});

it("keeps a class that the registry no longer holds, marked, so that saving does not drop it unseen", () => {
  expect(classYears([], ["2024:3В"], "нет в реестре")).toEqual([
    { label: "2024/25", choices: [{ value: "2024:3В", label: "3В (нет в реестре)" }] },
  ]);
});
