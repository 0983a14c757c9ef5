import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readTable } from "#lib/platform/workbook/table.ts";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { nameKey } from "#lib/reported/name-key.ts";
import { type KnownSchool, proposeSchools } from "#lib/reported/propose-schools.ts";
import { COLLECTION, expectedFiles } from "#tests/results/sample-files.ts";
import type { ExpectedReport } from "./expected-reports.ts";

const school = (id: number, name: string, municipality = "г. Лугогорск", locality = ""): KnownSchool => ({
  id,
  name,
  fullName: "",
  locality,
  municipality,
});

describe("the key of a printed name", () => {
  it.each([
    [
      'МБОУ "СОШ № 21"',
      "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 21»",
    ],
    ["МБОУ СОШ №21", "МБОУ  «СОШ  №  21»"],
    ["МАОУ «Гимназия № 3»", "МАOУ «ГИМНAЗИЯ № 3»"],
    ["Школа с. Ёлкино", "Школа с. Елкино"],
  ])("«%s» reads like «%s»", (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it("keeps schools of different numbers and kinds apart", () => {
    const keys = ["СОШ № 1", "СОШ № 11", "ООШ № 1", "Гимназия № 1"].map(nameKey);
    expect(new Set(keys).size).toBe(4);
  });
});

describe("proposals", () => {
  const schools = [
    school(1, "МБОУ «СОШ № 3»"),
    school(2, "МБОУ «СОШ № 13»"),
    school(3, "МБОУ «СОШ № 3»", "Верхнеозёрский МО"),
    school(4, "МБОУ «СОШ с. Каменный Лог»", "Верхнеозёрский МО", "с. Каменный Лог"),
  ];
  const ids = (name: string, place: string) =>
    proposeSchools({ name, place }, schools).map((one) => one.school.id);

  it("never mix numbers up", () => {
    expect(ids("СОШ № 3", "")).not.toContain(2);
    expect(ids("СОШ № 33", "")).toEqual([]);
  });

  it("of two schools of one name both, unless the table names the place", () => {
    expect(ids("МБОУ СОШ № 3", "")).toEqual([1, 3]);
    expect(ids("МБОУ СОШ № 3", "Верхнеозёрский МО")).toEqual([3]);
    expect(ids("МБОУ СОШ № 3", "Управление образования администрации («Верхнеозёрский МО»)")).toEqual([3]);
  });

  it("of a name that nobody has are none", () => {
    expect(ids("Лицей «Созвездие»", "")).toEqual([]);
  });
});

const files = expectedFiles(COLLECTION, /^09-/) as unknown as ExpectedReport[];
describe.skipIf(files.length === 0)("the printed names of the collection", () => {
  const bytes = readFileSync(path.join("tests/fixtures/registry/schools.xlsx"));
  const workbook = readWorkbook(bytes, "schools.xlsx");
  const table = workbook.ok ? readTable(workbook.workbook) : null;
  const rows = table?.ok ? table.table.rows : [];
  const registry = rows.map(({ values }, i) => ({
    login: values.get("Логин") ?? "",
    school: {
      id: i + 1,
      name: values.get("Краткое наименование") ?? "",
      fullName: values.get("Полное наименование") ?? "",
      locality: values.get("Населённый пункт") ?? "",
      municipality: values.get("Муниципалитет") ?? "",
    },
  }));

  it.each(files.map((file) => [file.file, file] as const))(
    "%s: the right school is proposed first",
    (_name, file) => {
      const wrong = Object.entries(file.school_names ?? {}).filter(([name, login]) => {
        const [first] = proposeSchools(
          { name, place: "" },
          registry.map((one) => one.school),
        );
        return registry.find((one) => one.school.id === first?.school.id)?.login !== login;
      });
      expect(wrong).toEqual([]);
    },
  );
});
