import { describe, expect, it } from "vitest";
import { readRegistryFile } from "#lib/schools/registry-file.ts";
import { planRegistry, type RegistryState } from "#lib/schools/registry-plan.ts";

const read = (text: string) => readRegistryFile(new TextEncoder().encode(text), "файл.csv");
const found = (text: string) =>
  read(text).findings.map((one) => [one.severity, one.code, one.row, one.column]);
const empty: RegistryState = {
  mayAddMunicipalities: true,
  regions: [{ id: 1, code: "97" }],
  municipalities: [],
  schools: [],
  takenElsewhere: new Set(),
  classes: [],
};
const plan = (text: string, state: RegistryState = empty) => planRegistry([read(text)], state);

describe("a table of schools", () => {
  it("is known by its headers wherever they stand and whatever they are called", () => {
    const { schools } = read(
      "Реестр школ на 1 сентября;;\n\nлогин ОО;Наименование;Район\nsch970001;Школа № 1;Лугогорск\n",
    );
    expect(schools).toMatchObject([
      {
        login: "970001",
        name: "Школа № 1",
        municipality: "Лугогорск",
        row: 4,
        pupils: null,
        correctional: null,
      },
    ]);
  });

  it("refuses the cell that cannot be read and keeps the line", () => {
    const text =
      "Логин;Название;Тип;Территория;Численность;Широта;Долгота\n970001;Школа;средняя;город;много;91;30\n970002;Школа;новая;окраина;-5;55,1;\n970003;Школа;лицей;село;12;55.1;86,2\n";
    expect(found(text)).toEqual([
      ["error", "pupilsWrong", 2, 5],
      ["error", "degreesWrong", 2, 6],
      ["warning", "kindUnknown", 3, 3],
      ["warning", "localityUnknown", 3, 4],
      ["error", "pupilsWrong", 3, 5],
      ["error", "degreesWrong", 3, 7],
    ]);
    expect(read(text).schools).toMatchObject([
      { login: "970001", pupils: null, latitude: null },
      { kind: null, localityKind: null, latitude: null, longitude: null },
      { kind: "lyceum", localityKind: "village", pupils: 12, latitude: 55.1, longitude: 86.2 },
    ]);
  });

  it("leaves out a line without a usable login, and never repairs one", () => {
    const text = "Логин;Название\n;Школа\n10001;Школа\nedu9700;Школа\nedu970001;Школа\n";
    expect(found(text)).toEqual([
      ["error", "loginMissing", 2, 1],
      ["error", "loginShort", 3, 1],
      ["error", "loginWrong", 4, 1],
    ]);
    expect(read(text)).toMatchObject({ rows: 4, taken: 1 });
  });

  it("names columns that it does not know and keeps nothing of them", () => {
    const reading = read("Логин;Название;Директор\nабв;Школа;Иванова И. И.\n");
    expect(reading.findings.map((one) => [one.code, one.params.header])).toEqual([
      ["unknownColumn", "Директор"],
      ["loginWrong", undefined],
    ]);
    expect(JSON.stringify(reading)).not.toContain("Иванова");
  });
});

describe("a table of classes", () => {
  it("takes class, parallel with letter, or both when they agree", () => {
    const text =
      "Логин;Учебный год;Параллель;Литера;Класс;Численность\n970001;2024/2025;5;А;5А;25\n970001;2024/25;5;Б;;\n970001;2024/2025;4;нет;;20\n970001;2024/2025;;;9 «В»;0\n970001;2024/2025;5;А;6А;25\n970001;2024;5;А;5А;25\n970001;2024/2025;5;А;5Г;100\n";
    expect(read(text).classes.map((one) => [one.year, one.label, one.pupils])).toEqual([
      [2024, "5А", 25],
      [2024, "5Б", null],
      [2024, "4", 20],
      [2024, "9В", 0],
    ]);
    expect(found(text)).toEqual([
      ["error", "classDisagrees", 6, 5],
      ["error", "yearWrong", 7, 2],
      ["error", "classDisagrees", 8, 5],
    ]);
  });

  it("without a year in columns or in the sheet's name is not guessed", () => {
    expect(found("Логин;Класс\n970001;5А\n")).toEqual([["error", "yearMissing", 2, null]]);
  });
});

describe("lines that stand twice", () => {
  it("are taken once when they say the same", () => {
    const { addSchools, findings } = plan(
      "Логин;Название;Район;Код МО\n970001;Школа;Лугогорск;reg97_m001\nedu970001;Школа;Лугогорск;reg97_m001\n",
    );
    expect(addSchools).toHaveLength(1);
    expect(findings.map((one) => [one.severity, one.code, one.row])).toEqual([
      ["warning", "lineRepeated", 3],
    ]);
  });

  it("are all refused when they contradict each other", () => {
    const { addSchools, findings } = plan(
      "Логин;Название;Район;Код МО\n970001;Школа;Лугогорск;reg97_m001\n970001;Лицей;Лугогорск;reg97_m001\n",
    );
    expect(addSchools).toEqual([]);
    expect(findings.map((one) => [one.code, one.row, one.params.row])).toEqual([
      ["lineContradicts", 2, 3],
      ["lineContradicts", 3, 2],
    ]);
  });
});

describe("a new municipality", () => {
  it("comes with its code in a region of ours, once however many schools name it", () => {
    const { municipalities } = plan(
      "Логин;Название;Район;Код МО\n970001;Школа;Лугогорск;reg97_m001\n970002;Лицей;ЛУГОГОРСК;reg97_m001\n",
    );
    expect(municipalities).toEqual([{ code: "reg97_m001", name: "Лугогорск", regionId: 1 }]);
  });

  it.each([
    ["without a code", "Лугогорск;", "municipalityIncomplete"],
    ["of an unknown region", "Лугогорск;reg77_m001", "regionUnknown"],
    ["that is not said", ";", "municipalityMissing"],
  ])("%s is refused", (_what, cells, code) => {
    const { findings, addSchools, municipalities } = plan(
      `Логин;Название;Район;Код МО\n970001;Школа;${cells}\n`,
    );
    expect(findings.map((one) => one.code)).toEqual([code]);
    expect([addSchools, municipalities]).toEqual([[], []]);
  });
});

describe("classes of schools", () => {
  it("are refused for a school that is unknown or not the viewer's, in the same words", () => {
    const { findings, addClasses } = plan("Логин;Учебный год;Класс\n970001;2024/2025;5А\n", {
      ...empty,
      takenElsewhere: new Set(["970001"]),
    });
    expect(findings.map((one) => one.code)).toEqual(["schoolUnknown"]);
    expect(addClasses).toEqual([]);
  });
});
