import { describe, expect, it } from "vitest";
import { Decision } from "#components/results/decision.tsx";
import { FileLinesTable } from "#components/results/file-lines.tsx";
import { Findings } from "#components/results/findings.tsx";
import { ImportsTable } from "#components/results/imports-table.tsx";
import { LineSums } from "#components/results/line-sums.tsx";
import { ResultRows } from "#components/results/result-rows.tsx";
import { RowsLegend } from "#components/results/rows-legend.tsx";
import { UnderstoodFacts } from "#components/results/understood-facts.tsx";
import { UndoImport } from "#components/results/undo-import.tsx";
import type { Words } from "#components/results/words.ts";
import { FILE_FINDINGS } from "#lib/platform/workbook/file-findings.ts";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import { RowNotes } from "#lib/results/check-notes.ts";
import { FORM_FINDINGS } from "#lib/results/form-findings.ts";
import type { ImportView } from "#lib/results/import-queries.ts";
import { importStates } from "#lib/results/import-state.ts";
import { lineAccount } from "#lib/results/line-account.ts";
import type { NamedWork } from "#lib/results/named-works.ts";
import type { ResultRowsView, ResultRowView } from "#lib/results/queries.ts";
import type { Understood } from "#lib/results/understood.ts";
import { rootTranslator } from "#messages/translate.ts";
import { expectSound, markup, text } from "../components/markup.ts";

const words = { t: rootTranslator("ru"), locale: "ru", timeZone: "Europe/Moscow" } as unknown as Words;
const nothing = async () => ({ status: "idle" as const });

const work: NamedWork = {
  ...{ id: 7, code: "VPR-2026-MA-4", kind: "vpr", year: 2026, season: "spring" },
  ...{ gradeTested: 4, gradeWriting: 4, subject: "MA", level: "base" },
};
const understood: Understood = {
  layout: "F",
  works: [
    {
      ...{
        sheet: "Ф1",
        title: "ВПР 2026 Математика 4 класс",
        year: 2026,
        grade: 4,
        subject: "MA",
        level: null,
      },
      readFrom: { school: "groupLine", year: "title", subject: "title", grade: "title" },
      tasks: [{ code: "5", max: 2, difficulty: "Б", column: 8 }],
      ...{ headerRow: 8, fields: { code: 4, total: 9 }, workId: 7, workCode: "VPR-2026-MA-4" },
      ...{ candidates: [], describable: false },
    },
  ],
  ...{ schools: 1, logins: ["970019"], schoolFrom: "file", taken: 84, absent: 5, held: 1, refused: 2 },
  ...{ lines: 99, notData: { heading: 5, header: 1, groupLine: 1 } },
  cells: { accepted: { xLatin: 4, notTaught: 0 }, warned: 0, rejected: 0 },
  ...{ blocked: false, nameColumns: 0 },
};
const finding: Finding = {
  ...{ severity: "error", code: "itemAboveMax", sheet: "Ф1", row: 12, column: 8, raw: "4" },
  params: { task: "5", value: "4", max: 2, row: 12, code: "40103" },
};

function file(changes: Partial<ImportView> = {}): ImportView {
  const counts = { taken: 84, absent: 5, held: 1, added: 80, changed: 2, unchanged: 7, gone: 0 };
  return {
    ...{ id: 3, name: "Ф1.xlsx", bytes: 2048, state: "ready", createdAt: "2026-04-22T07:42:00Z" },
    ...{ createdBy: "Орлова Н. В.", appliedAt: "2026-04-22T07:43:00Z", undoneAt: "2026-04-22T07:44:00Z" },
    ...{
      understood,
      refusal: null,
      given: {},
      errors: 1,
      warnings: 0,
      notes: 0,
      works: new Map([[7, work]]),
    },
    ...{ classes: [{ label: "4А", rows: 89 }], schoolNames: new Map([["970019", "Школа № 19"]]) },
    sums: { ...counts, targets: 1, schools: 1 },
    targets: [{ schoolId: 5, schoolName: "Школа № 19", work, ...counts }],
    ...{ page: 1, pages: 1, stale: false, undoing: { allowed: true }, kept: true },
    groups: [{ severity: "error", code: "itemAboveMax", count: 12, first: [finding] }],
    ...{ progress: null, stoppable: false },
    ...changes,
  };
}

const decision = (changes: Partial<ImportView>, answerable = true) =>
  markup(
    <Decision
      words={words}
      file={file(changes)}
      answerable={answerable}
      apply={nothing}
      checkAgain={nothing}
      stop={nothing}
    />,
  );

describe("what to do with a file", () => {
  it("a ready file says what changes, leaves zeros out, and has one button", () => {
    const html = decision({});
    expect(text(html)).toContain("84 участника, не писали 5.");
    expect(text(html)).toContain("Что изменится: добавится 80, изменится 2, без изменений 7.");
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).toContain("Применить файл");
  });

  it("a file that others have overtaken cannot be applied, only checked again", () => {
    const html = decision({ stale: true });
    expect(html).not.toContain("Применить файл");
    expect(html).toContain("Проверить заново");
  });

  it("a file that waits for an answer leads to the questions, or says that it must be mended", () => {
    expect(decision({ state: "question" })).toContain('href="#questions"');
    const blocked = decision({ state: "question" }, false);
    expect(blocked).not.toContain("#questions");
    expect(blocked).toContain("/results/imports/new");
  });

  it("an applied file leads to its analysis, a repeated one says that nothing changed", () => {
    expect(decision({ state: "applied" })).toContain('href="/insights/school-5/7"');
    expect(text(decision({ state: "unchanged" }))).toContain("Этот файл уже загружен: ничего не изменилось");
  });

  it("a refused file says why in words, and offers to bring another", () => {
    const refusal: Finding = { ...finding, code: "unclosedQuote", params: { file: "x.csv", line: 3 } };
    const html = decision({ state: "refused", refusal });
    expect(text(html)).toContain("кавычка, открытая в строке 3");
    expect(html).toContain("/results/imports/new");
  });

  it("undoing names the file in its button, stands under a line of its own, and says when it cannot be", () => {
    const undo = (changes: Partial<ImportView>) =>
      markup(<UndoImport words={words} file={file({ state: "applied", ...changes })} action={nothing} />);
    expect(undo({})).toMatch(/<details.*Отменить загрузку файла «Ф1\.xlsx»/s);
    const late = undo({ undoing: { allowed: false, reason: "changedSince", targets: [] } });
    expect(late).not.toContain("<button");
    expect(text(late)).toContain("уже нельзя");
    expect(markup(<UndoImport words={words} file={file()} action={nothing} />)).toBe("");
  });
});

describe("what was understood", () => {
  it("names work, school and classes, and where each was read", () => {
    const html = markup(<UnderstoodFacts words={words} file={file()} />);
    expectSound(html);
    const seen = text(html);
    expect(seen).toMatch(/ВПР 2026\. Математика, 4 класс/);
    expect(seen).toContain("год, предмет, класс — из строки над таблицей");
    expect(seen).toContain("Школа № 19 названа в файле");
    expect(seen).toContain("4А: 89");
  });

  it("shows the equation by which no line is lost", () => {
    // 84 + 5 + 1 + 2 + (5 + 1 + 1) = 99
    expect(text(markup(<LineSums words={words} understood={understood} />))).toContain(
      "99 = 84 + 5 + 1 + 2 + 7",
    );
    expect(lineAccount(understood).closed).toBe(true);
    expect(lineAccount({ ...understood, lines: 100 }).closed).toBe(false);
  });

  it("counts all rows as waiting while a question is open", () => {
    const { parts } = lineAccount({ ...understood, blocked: true });
    expect(parts).toEqual([
      { part: "waiting", count: 92 },
      { part: "notData", count: 7 },
    ]);
  });
});

describe("findings", () => {
  it("name their place by the column's header, lead to it, and to the rest of their kind", () => {
    const html = markup(<Findings words={words} file={file()} groups={file().groups} />);
    expectSound(html);
    expect(text(html)).toContain("Балл больше максимума: 12");
    expect(text(html)).toContain("строка 12, столбец «5» ; в файле: «4»");
    expect(html).toContain("/results/imports/3/rows?sheet=%D0%A41&amp;row=12&amp;col=8#r12c8");
    expect(html).toContain("/results/imports/3/findings?code=itemAboveMax");
    expect(html).toContain("/api/imports/3/findings?format=csv");
  });

  it("the same sentence is said once, however many places it has", () => {
    const first = [12, 13, 14].map((row) => ({ ...finding, row }));
    const groups = [{ severity: "error" as const, code: "itemAboveMax", count: 3, first }];
    const html = markup(<Findings words={words} file={file({ groups })} groups={groups} />);
    expect(text(html).match(/Задание 5: введено 4/g)).toHaveLength(1);
    expect(html.match(/#r1\dc8/g)).toHaveLength(3);
  });

  it("lines of the file stand with their numbers and letters, the cell in question marked", () => {
    const found = {
      ...{ fileName: "Ф1.xlsx", sheet: "Ф1", works: understood.works, first: 11, width: 3, beyond: false },
      header: { row: 8, cells: ["Код", "1 (2б)"] },
      lines: [["40102", "1"], ["40103", "4", "=1+1"], ["40104"]],
    };
    const html = markup(<FileLinesTable words={words} found={found} row={12} column={2} />);
    expectSound(html);
    expect(html).toContain('id="r12"');
    expect(html).toMatch(/<td id="r12c2" class="[^"]*outline[^"]*">4</);
    expect(text(html)).toContain("заголовок, строка 8");
  });
});

const row = (changes: Partial<ResultRowView>): ResultRowView => ({
  ...{ code: "40101", classLabel: "4А", variant: "1", status: "present", items: [2, -1, -2, -3, -4] },
  ...{ totalPrinted: 18, totalItems: 17, markFile: 4, markScale: 5, journal: null },
  ...changes,
});
const view: ResultRowsView = {
  school: { id: 5, name: "Школа № 19" },
  work: { ...work, maxScore: 20 },
  tasks: ["1", "2", "3", "4", "5"].map((code) => ({ code, max: 2 })),
  ...{ classes: [], classLabel: null, rows: [], page: 1, pages: 1, source: null },
};

describe("rows by code", () => {
  it("points, «Х», «не пройд.», blank and refused cells are five different signs, each with its words", () => {
    const html = markup(
      <ResultRows words={words} view={view} label="4А" rows={[row({})]} changed={new Set()} />,
    );
    expectSound(html);
    const cells = [...html.matchAll(/<td class="num min-w-9 px-1.5">(.*?)<\/td>/g)].map(([, cell]) =>
      text(cell ?? ""),
    );
    expect(new Set(cells).size).toBe(5);
    expect(cells.slice(1).every((cell) => cell.length > 5)).toBe(true);
  });

  it("a differing total and a differing mark are marked and said", () => {
    const seen = text(
      markup(<ResultRows words={words} view={view} label="4А" rows={[row({})]} changed={new Set()} />),
    );
    expect(seen).toContain("по заданиям 17");
    expect(seen).toContain("отметка в файле не такая, как по шкале");
    const legend = text(markup(<RowsLegend words={words} rows={[row({})]} />));
    expect(legend).toContain("итог в файле не равен сумме по заданиям");
  });

  it("those who did not write stand under the table and have no points", () => {
    const absent = row({ code: "40199", status: "absent", items: [], totalPrinted: null, markFile: null });
    const html = markup(
      <ResultRows words={words} view={view} label="" rows={[row({}), absent]} changed={new Set()} />,
    );
    expect(html.match(/<tr>/g)).toHaveLength(2);
    expect(text(html)).toContain("Не писали работу: 40199.");
  });

  it("only the signs that occur are explained", () => {
    expect(
      markup(
        <RowsLegend words={words} rows={[row({ items: [1], totalItems: 18, markScale: 4, journal: 4 })]} />,
      ),
    ).toBe("");
  });
});

describe("every state and code has its words in both languages", () => {
  const codes = [...Object.keys(FORM_FINDINGS), ...Object.keys(FILE_FINDINGS)];
  const accepted = [...Object.keys(new RowNotes().accepted), "headerSpaces", "headerCodes", "outsideTable"];
  const notData =
    "heading header columnNumbers groupLine totalLine sectionLine preparedRow codeOnly noteLine equalDuplicate superseded";

  it.each(["ru", "uk"] as const)("%s", (locale) => {
    const t = rootTranslator(locale);
    // A missing key throws.
    for (const code of codes) if (!refusals.has(code)) expect(t(`results.groups.${code}`)).not.toBe("");
    for (const kind of accepted) expect(t(`results.account.accepted.${kind}`)).not.toBe("");
    for (const kind of notData.split(" ")) expect(t(`results.account.kind.${kind}`)).not.toBe("");
    for (const state of importStates) expect(t(`results.state.${state}`)).not.toBe("");
    for (const { verdict } of Object.values(FORM_FINDINGS))
      expect(t(`results.verdict.${verdict}`)).not.toBe("");
  });

  it("a list shows every state by a shape and a word", () => {
    const imports = importStates.map((state, id) => ({
      ...{ id, name: `${state}.xlsx`, state, createdAt: "2026-04-22T07:42:00Z", works: [work], schools: 1 },
      ...{ schoolName: "Школа № 19", taken: 84, absent: 5, figures: 0, errors: 2, warnings: 1 },
    }));
    const html = markup(<ImportsTable words={words} id="imports" caption="Файлы" imports={imports} />);
    expectSound(html);
    expect(html.match(/<svg class="shape/g)).toHaveLength(importStates.length);
  });
});

/** Reasons for which a file is not read at all: they are said at the top of the page, never in a group. */
const refusals = new Set(
  `emptyFile fileTooLarge notASpreadsheet webPage zipArchive oldExcelFile binaryWorkbook encryptedFile cutOffWorkbook
  damagedFile forbiddenMarkup inflatesTooMuch tooManySheets tooManyRows tooManyColumns tooManyCells cellTooLong encodingMixed
  encodingUnknown unclosedQuote tooLong tooMuchMemory readingFailed`.split(/\s+/),
);
