import { describe, expect, it } from "vitest";
import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FigureCell, FigureLegend, type FigureText, silencesOf } from "#components/ui/figure-cell.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { HowComputed } from "#components/ui/how-computed.tsx";
import { Input } from "#components/ui/input.tsx";
import { KeyFindings } from "#components/ui/key-finding.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pagination, pageNumbers } from "#components/ui/pagination.tsx";
import { Select } from "#components/ui/select.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { Status, type StatusKind } from "#components/ui/status.tsx";
import { Steps } from "#components/ui/steps.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { elements, expectSound, markup, text } from "./markup.ts";
import { LOCALES, translator } from "./words.ts";

const t = translator("ru");
const STATES: readonly StatusKind[] = ["ok", "warn", "risk", "none", "supp"];
const figures: FigureText[] = [
  { kind: "value", text: "0" },
  { kind: "tooFew" },
  { kind: "absent", due: "29.04" },
  { kind: "notApplicable" },
  { kind: "pending" },
];

describe("fields", () => {
  it.each([
    ["input", <Input key="1" id="f" name="f" label="Логин" hint="6 цифр" error="Введите 6 цифр" />],
    [
      "select",
      <Select
        key="2"
        id="f"
        name="f"
        label="Логин"
        hint="6 цифр"
        error="Введите 6 цифр"
        options={[{ value: "a", label: "А" }]}
      />,
    ],
    ["textarea", <Textarea key="3" id="f" name="f" label="Логин" hint="6 цифр" error="Введите 6 цифр" />],
  ])("%s is read with its label, its hint and its error", (name, field) => {
    const html = markup(field);
    expectSound(html);
    expect(elements(html, "label")[0]?.for).toBe("f");
    expect(elements(html, name)[0]).toMatchObject({
      id: "f",
      "aria-describedby": "f-hint f-error",
      "aria-invalid": "true",
    });
    expect(text(html)).toBe(
      name === "select" ? "Логин 6 цифр Введите 6 цифр А" : "Логин 6 цифр Введите 6 цифр",
    );
  });

  it("without an error says nothing of one", () => {
    expect(markup(<Input id="f" name="f" label="Логин" />)).not.toMatch(/aria-/u);
  });

  it("of choices keep one legend, and the hint and error belong to all", () => {
    const html = markup(
      <ChoiceGroup
        id="g"
        name="g"
        label="Что"
        hint="Всё"
        error="Выберите"
        chosen={["b"]}
        choices={[
          { value: "a", label: "А" },
          { value: "b", label: "Б" },
        ]}
      />,
    );
    expectSound(html);
    expect(elements(html, "fieldset")[0]?.["aria-describedby"]).toBe("g-hint g-error");
    expect(elements(html, "input").map((box) => [box.value, "checked" in box])).toEqual([
      ["a", false],
      ["b", true],
    ]);
  });

  it("for files work before any script: a plain field with its name", () => {
    const html = markup(
      <FileDrop id="d" name="files" label="Файлы" hint="XLSX" chosen="Выбрано:" accept=".xlsx" />,
    );
    expectSound(html);
    expect(elements(html, "input")[0]).toMatchObject({
      type: "file",
      name: "files",
      accept: ".xlsx",
      multiple: "",
    });
  });

  it("with errors are listed on top, each a link to its field", () => {
    const html = markup(
      <ErrorSummary
        t={t}
        errors={[
          { id: "f", text: "Введите логин" },
          { id: "g", text: "Выберите класс" },
        ]}
      />,
    );
    expect(text(html)).toBe("Исправьте 2 поля Введите логин Выберите класс");
    expect(elements(html, "a").map((link) => link.href)).toEqual(["#f", "#g"]);
    expect(markup(<ErrorSummary t={t} errors={[]} />)).toBe("");
  });
});

describe.each(LOCALES)("states and silences in %s", (locale) => {
  const say = translator(locale);

  it("never look or sound alike: each has its own shape and its own word", () => {
    const drawn = STATES.map((kind) => markup(<Status t={say} kind={kind} />));
    expect(
      new Set(drawn.map((html) => html.replace(/shape-\w+|status-\w+/gu, "").match(/<svg.*<\/svg>/u)?.[0]))
        .size,
    ).toBe(5);
    expect(new Set(drawn.map(text)).size).toBe(5);
  });

  it("zero is a figure, the others are words", () => {
    const cells = figures.map((figure) => text(markup(<FigureCell t={say} figure={figure} />)));
    expect(cells[0]).toBe("0");
    expect(new Set(cells).size).toBe(5);
    for (const cell of cells.slice(1)) expect(cell).toMatch(/[а-яіїє]{3}/u);
  });

  it("are explained under the table, only those that are there", () => {
    expect(markup(<FigureLegend t={say} used={[]} />)).toBe("");
    expect(elements(markup(<FigureLegend t={say} used={silencesOf(figures)} />), "li")).toHaveLength(4);
    expect(silencesOf([{ kind: "pending" }, { kind: "tooFew" }, { kind: "tooFew" }])).toEqual([
      "tooFew",
      "pending",
    ]);
  });
});

describe("a table", () => {
  const columns: Column<{ name: string; n: FigureText }>[] = [
    {
      key: "name",
      head: "Школа",
      cell: (row) => row.name,
      sort: { href: "?sort=name", direction: "ascending" },
      foot: "Все",
    },
    {
      key: "n",
      head: "Доля",
      unit: "%",
      numeric: true,
      cell: (row) => <FigureCell t={t} figure={row.n} />,
      foot: "7,1",
    },
  ];
  const rows = [
    { name: "№ 2", n: figures[0]! },
    { name: "№ 10", n: figures[1]! },
  ];
  const html = markup(
    <Table
      id="t"
      t={t}
      caption="ВПР, 14 школ"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      isSelected={(row) => row.name === "№ 2"}
    />,
  );

  it("is a region named by its caption, reachable by the keyboard", () => {
    expectSound(html);
    expect(elements(html, "section")[0]).toMatchObject({ "aria-labelledby": "t-caption", tabindex: "0" });
    expect(html).toMatch(/<caption[^>]*id="t-caption"/u);
  });

  it("has a scope in every head, rows named by their first cell, no empty cell", () => {
    expect(elements(html, "th").map((cell) => cell.scope)).toEqual(["col", "col", "row", "row", "row"]);
    expect(html).not.toMatch(/<t[dh][^>]*><\/t[dh]>/u);
  });

  it("says its order and its chosen row in words", () => {
    expect(elements(html, "th")[0]?.["aria-sort"]).toBe("ascending");
    expect(text(html)).toContain("№ 2 (выбрано)");
  });

  it("offers no order where none may be", () => {
    expect(elements(html, "a").map((link) => link.href)).toEqual(["?sort=name"]);
  });
});

describe("a figure tile", () => {
  it("carries value, interval in words and drawn, base and the way it was computed", () => {
    const html = markup(
      <StatRow>
        <Stat
          t={t}
          label="Качество"
          figure={{ kind: "value", text: "58,3 %" }}
          base="14 из 24"
          href="#how"
          interval={{ words: "от 39 до 76 %", shape: { from: 0, to: 100, low: 39, high: 76, value: 58.3 } }}
        />
      </StatRow>,
    );
    expectSound(html);
    expect(text(html)).toBe("Качество 58,3 % от 39 до 76 % 14 из 24 Как это посчитано : Качество");
    expect(elements(html, "circle")[0]?.cx).toBe("58.3%");
  });

  it("that is hidden shows no interval, even if one was given", () => {
    const html = markup(
      <Stat
        t={t}
        label="Качество"
        figure={{ kind: "tooFew" }}
        interval={{ words: "от 39 до 76 %", shape: { from: 0, to: 100, low: 39, high: 76, value: 58.3 } }}
      />,
    );
    expect(html).not.toMatch(/39|76|58/u);
  });
});

describe("the rest", () => {
  it("pages show the ends, the neighbours and gaps", () => {
    expect(pageNumbers(5, 9)).toEqual([1, null, 4, 5, 6, null, 9]);
    expect(pageNumbers(1, 2)).toEqual([1, 2]);
    expect(markup(<Pagination t={t} page={1} pages={1} href={String} />)).toBe("");
    const html = markup(<Pagination t={t} page={2} pages={3} href={(page) => `?page=${page}`} />);
    expect(
      elements(html, "a")
        .filter((link) => link["aria-current"])
        .map((link) => link.href),
    ).toEqual(["?page=2"]);
  });

  it("a step says which is current and which are done", () => {
    const html = markup(
      <Steps
        t={t}
        label="Шаги"
        steps={[
          { key: "1", label: "Файл", state: "done", href: "#1" },
          { key: "2", label: "Проверка", state: "current" },
        ]}
      />,
    );
    expect(html).toContain('aria-current="step"');
    expect(text(html)).toBe("1 Файл готово 2 Проверка");
  });

  it("“how computed” names everything needed to get the number again", () => {
    const html = markup(
      <HowComputed
        t={t}
        id="how"
        name="Качество"
        formula="(«4» + «5») / участники × 100"
        numbers="14 / 24 × 100 = 58,3 %"
        edition="ред. 2"
        rows="24 строки"
        source="vpr.xlsx"
        people={[{ role: "Загрузила", who: "Орлова Н. В.", when: "22.04.2026" }]}
        fingerprint="9f2c"
      />,
    );
    expectSound(html);
    for (const part of [
      "58,3 %",
      "ред. 2",
      "24 строки",
      "ничего: учтены все строки",
      "vpr.xlsx",
      "Загрузила: Орлова Н. В., 22.04.2026",
      "9f2c",
    ])
      expect(text(html)).toContain(part);
  });

  it("small pieces are sound", () => {
    expectSound(
      markup(
        <>
          <Button kind="primary">Сохранить</Button>
          <Notice t={t} kind="warn" role="status" />
          <EmptyState why="Пока нет" action={<Button>Загрузить</Button>} />
          <KeyFindings findings={[{ key: "1", text: "Порог прошли 95 %" }]} />
          <Tabs label="Виды" tabs={[{ href: "#a", label: "Класс", current: true }]} />
        </>,
      ),
    );
  });
});
