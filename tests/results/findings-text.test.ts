import { describe, expect, it } from "vitest";
import type { WorkFacts } from "#lib/assessments/rules.ts";
import { FILE_FINDINGS } from "#lib/platform/workbook/file-findings.ts";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import { FORM_FINDINGS, formFinding } from "#lib/results/form-findings.ts";
import { readJournal } from "#lib/results/journal/read-journal.ts";
import { refuseUnknown } from "#lib/results/layouts/recognise.ts";
import { matchWorks, type WorkMatch } from "#lib/results/match-works.ts";
import { translator } from "#messages/translate.ts";
import { COPIES, checkSample, expectedFiles } from "./sample-files.ts";
import {
  book,
  type Cell,
  check,
  checkRows,
  type PupilCells,
  pupil,
  read,
  sheet,
  smallF1,
  smallWork,
} from "./sheets.ts";

const say = translator("ru", "findings");
const sentence = ({ code, params }: Finding) => say(code, params);

const F = ["Код участника", "1К1 (3б)", "2 (1б)", "3 (1б)", "Первичный балл", "Отметка"];
const E = ["Код участника", "1К1 (3б)", "2 (1б)", "3 (1б)", "Порядковый номер класса", "Итого баллов"];
const given = { login: "970001" };
const form = (rows: Cell[][], ...others: Parameters<typeof book>) =>
  read(book(sheet("Лист", rows), ...others));
const bare = (work: Partial<WorkFacts>) => checkRows([pupil()], { works: [smallWork(work)] });
const asked = (match: WorkMatch): Finding[] => (match.kind === "one" ? [] : [match.finding]);
const mixed = [
  { mark: 2 as const, from: 0, to: 4 },
  { mark: 3 as const, from: 4, to: 5 },
];

/** Found by those who know the name of the file; readers of a form do not. */
const FROM_FILE_NAMES = new Set(["schoolFromName"]);

/** Files and rows that together call forth every finding there is. */
function everyFinding(): Finding[] {
  const titled = read(smallF1([pupil()])).works[0]!;
  const untitled = form([E, ["1", 1, 1, 1, 1, 1]]).works[0]!;
  const dated = [
    "Пользователь",
    "Код",
    "Вариант",
    "1К1 (3б)",
    "2 (1б)",
    "3 (1б)",
    "Наименование класса",
    "Итого баллов",
    "Дата загрузки",
  ];
  const uploaded = (date: string, code = "00101", login = "edu970001") => [
    login,
    code,
    1,
    3,
    1,
    0,
    "5А",
    4,
    date,
  ];
  const group = (login: string, count: number) => [`Школа(${login})`, `Кол-во участников: ${count}`];
  const pupils: Partial<PupilCells>[] = [
    { class: "5A" },
    { items: [3, "не пройд.", 1] },
    { items: ["", "", ""], total: "", mark: "" },
    { code: "7" },
    { code: 12345 },
    { class: "пятый" },
    { class: "6А" },
    { variant: "" },
    { items: ["", 1, 0], total: 1, mark: 2 },
    { items: ["?", 4, "1/2"], total: 0, mark: 2 },
    { items: ["Ч", 1, 0.5] },
    { items: [3, 1, 1] },
    { total: 9 },
    { total: "много" },
    { total: "" },
    { total: { formula: "" } },
    { mark: { formula: "#Н/Д" } },
    { journal: { formula: "" }, items: [{ formula: "#Н/Д" }, 1, 0], total: 1, mark: 2 },
    { journal: 7 },
    { journal: "отл" },
    { mark: 9 },
    { mark: "" },
    { mark: 5 },
    { variant: "отсутствовал" },
  ];
  const sexes = form([
    ["ОО", "Пол", ...F],
    ["edu970001", "x1", "00101", 3, 1, 0, 4, 4],
  ]);
  // Four numbered columns for a work of three tasks; a school with two tags of municipalities, one with none.
  const autumn = form([
    ["groups", "user", "code", "klass", "var-1", "sum", ...[1, 2, 3, 4].map((i) => `a-${i}-grade`)],
    ["reg97_vpr_m001,reg97_vpr_m002", "edu970001", "50001", "5А", 1, 4, 3, 1, 0, 0],
    ["oko_01", "edu970001", "50002", "5А", 1, 4, 3, 1, 0, 0],
  ]);
  const others = new Map([["970001", { id: 1, name: "Школа № 14", classes: [] }]]);
  const few = Array.from({ length: 3 }, (_, i) => pupil({ code: String(20200 + i), mark: 5 }));
  return [
    refuseUnknown(book()),
    refuseUnknown(book(sheet("Лист", [F.slice(0, 4)]))),
    refuseUnknown(book(sheet("Лист", [["№", "Показатель", "Единица измерения", "Значение"]]))),
    ...read(smallF1([["00101"]])).findings,
    ...form([["Код участника", "Первичный балл", "Отметка", "Отметка"]]).findings,
    ...form([["ФИО", "Учебник", "1,1 (1б)", "1(1) (1б)", ...F]]).findings,
    ...read(book(sheet("Лист", [F], true))).findings,
    ...read(smallF1([pupil({ code: "00102", variant: "", items: [], total: "", mark: "", journal: "" })]))
      .findings,
    ...read(smallF1([], [["ВПР 2026 Краеведение 5 класс"]])).findings,
    ...read(
      smallF1(
        [],
        [["ВПР 2026 Русский язык 5 класс"], ["Предмет:", "Химия"], ["Максимальный первичный балл:", 9]],
      ),
    ).findings,
    ...check(form([E, ["00101", 3, 1, 0, 1, 4]]), { given }).findings,
    ...check(form([E, ["00101", 3, 1, 0, 1, 4]]), {
      given,
      schools: new Map([["970001", { id: 1, name: "", classes: ["5А"] }]]),
    }).findings,
    ...check(form([E, ["00101", 3, 1, 0, 8, 4]], sheet("Классы", [[1, "5А"]])), { given }).findings,
    ...check(form([E, ["00101", 3, 1, 0, 1, 4]])).findings,
    ...check(
      form([
        dated,
        uploaded("24.04.26", "00102"),
        uploaded("24.04.2026"),
        uploaded("25.04.2026"),
        uploaded("", "1", "—"),
      ]),
    ).findings,
    ...asked(matchWorks(titled, [])),
    ...asked(matchWorks(untitled, [])),
    ...asked(matchWorks(untitled, [smallWork(), smallWork({ id: 2, code: "B" })])),
    ...bare({ year: 2025, scale: null }).findings,
    ...bare({ tasks: [] }).findings,
    ...bare({ tasks: [], maxScore: 9 }).findings,
    ...bare({ tasks: [{ code: "1", max: 3, difficulty: null }, ...smallWork().tasks.slice(1)] }).findings,
    ...bare({
      tasks: [
        { code: "1К1", max: 2, difficulty: null },
        { code: "9", max: 1, difficulty: null },
      ],
    }).findings,
    ...check(
      read(
        smallF1(
          [pupil()],
          [["Уровень сложности", "", "", "", "", "", "П", "Б", "Б"], ["ВПР 2026 Русский язык 5 класс"]],
        ),
      ),
    ).findings,
    ...bare({ scale: { edition: 2, bands: mixed } }).findings,
    ...checkRows(few).findings,
    ...checkRows([pupil({ login: "edu970009" })]).findings,
    ...checkRows([pupil()], { inScope: new Set() }).findings,
    ...checkRows([group("edu970002", 7), group("edu970001", 1), pupil({ login: "edu970002" })], {
      schools: others,
    }).findings,
    ...checkRows([pupil()], { schools: others }).findings,
    ...checkRows([group("edu970002", 1), pupil()]).findings,
    ...checkRows([
      pupil({ class: "5Я" }),
      pupil({ code: "00102", class: "" }),
      ["edu970001", "", "", "", "5А", 1, 3, 1, 0, 4, 4],
    ]).findings,
    ...checkRows([pupil(), pupil({ journal: 5 }), pupil({ code: "00102" }), pupil({ code: "00102" })])
      .findings,
    ...checkRows(pupils.map((cells, i) => pupil({ code: String(30300 + i), ...cells }))).findings,
    ...check(sexes).findings,
    ...check(autumn).findings,
    ...journalFindings(),
  ];
}

/** Of an export of a journal: lines and cells that are not taken, and what only its school's works can leave open. */
function journalFindings(): Finding[] {
  const journal = sheet("Отметки за период", [
    ["Класс", "Код обучающегося", "Предмет", "3 четверть"],
    ["5А", "01031", "Математика", "4/5"],
    ["5А", "01031", "Математика", "4"],
    ["5А", "нет", "Математика", "4"],
    ["5А", "01032", "Матан", "4"],
  ]);
  const { findings } = readJournal([journal], "Журнал.xlsx");
  const ofState = ["journalNoYear", "journalNoMarks", "journalNoPeriod", "journalNames"] as const;
  return [
    ...findings,
    ...ofState.map((code) => formFinding(code)),
    formFinding("journalFilled", {}, { count: 3 }),
  ];
}

describe.each(["ru", "uk"] as const)("in %s", (locale) => {
  const speak = translator(locale, "findings");

  it("every finding of a form becomes a sentence without a gap", () => {
    const findings = everyFinding();
    for (const { code, params } of findings) expect(speak(code, params)).toMatch(/^[^\s{}][^{}]*[.?]$/u);
    // Whatever can be said is said here once, so that its values are those that the sentence asks for.
    const ofForms = Object.keys(FORM_FINDINGS).filter((code) => !FROM_FILE_NAMES.has(code));
    expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(ofForms.sort());
  });

  it("so do the findings of the sample files", () => {
    const findings = expectedFiles(COPIES).flatMap((file) => checkSample(COPIES, file).check.findings);
    for (const { code, params } of findings) expect(speak(code, params)).toMatch(/^[^\s{}][^{}]*[.?]$/u);
  });
});

it("no code of a form is also a code of reading a file", () => {
  expect(Object.keys(FORM_FINDINGS).filter((code) => code in FILE_FINDINGS)).toEqual([]);
});

describe("a person reads", () => {
  // design.md §6, texts 1–4
  it.each([
    [
      pupil({ items: [4, 1, 0], total: 1, mark: 2 }),
      "Задание 1К1: введено 4, а максимум 3. Исправьте или поставьте «Х», если ученик не приступал.",
    ],
    [
      pupil({ items: [3, 1, 1] }),
      "Сумма по заданиям — 5, в файле — 4. Проверьте строку 5. Пока считаем по файлу.",
    ],
    [
      pupil({ class: "5В" }),
      "Класса 5В нет в списке школы (1 ученик). Может быть, 5Б? Выберите класс или добавьте новый.",
    ],
    [
      pupil({ class: "9Ъ" }),
      "Класса 5Ъ нет в списке школы (1 ученик). Может быть, 5Б? Выберите класс или добавьте новый.",
    ],
    [
      pupil({ items: [3, "Ч", 0], total: 3 }),
      "Задание 2: «Ч» — не балл. Похоже на «Х», набранную в русской раскладке: исправьте, если это так.",
    ],
    [
      pupil({ total: { formula: "#ДЕЛ/0!" } }),
      "Итог: вместо числа ошибка формулы «#ДЕЛ/0!». Исправьте клетку и загрузите файл снова.",
    ],
    [
      pupil({ items: [3, { formula: "" }, 1] }),
      "Задание 2: формула не посчитана. Откройте файл в Excel, сохраните и загрузите снова.",
    ],
    [
      pupil({ login: "edu970009" }),
      "Школы edu970009 (Школа № 1) нет в реестре, или она вам не открыта: её результаты не загружены (1 строка). Проверьте логин; если школа ваша, её может добавить муниципальный специалист.",
    ],
  ])("%#", (row, text) => {
    expect(sentence(checkRows([row]).findings[0]!)).toBe(text);
  });

  it("which rows have the same code", () => {
    const [finding] = checkRows([pupil(), pupil({ journal: 5 })]).findings;
    expect(sentence(finding!)).toBe(
      "Код 00101 встретился дважды, и данные разные: строки 5, 6. Оставьте одну; пока ждут все.",
    );
  });

  it("which works fit", () => {
    const works = [smallWork({ year: 2025, code: "VPR-2025-RU-5" }), smallWork()];
    const header = [
      "Код участника",
      "1К1 (3б)",
      "2 (1б)",
      "3 (1б)",
      "Порядковый номер класса",
      "Итого баллов",
    ];
    const match = matchWorks(read(book(sheet("Протокол", [header]))).works[0]!, works);
    expect(match.kind !== "one" && sentence(match.finding)).toBe(
      "По заданиям подходят 2 работы: VPR-2025-RU-5, VPR-2026-RU-5. Выберите одну.",
    );
  });

  it("which headers a file lacks", () => {
    const text = sentence(refuseUnknown(book(sheet("Лист1", [["Код участника", "Первичный балл"]]))));
    expect(text).toContain("не хватает: «Отметка»");
    expect(text).toContain("Нашли: «Код участника», «Первичный балл».");
    expect(sentence(refuseUnknown(book()))).toContain("Заголовков в файле нет.");
  });

  it("that an empty form is empty", () => {
    expect(sentence(read(smallF1([])).findings[0]!)).toBe(
      "В таблице нет ни одной строки с результатами. Заполните форму и загрузите её снова.",
    );
  });
});
