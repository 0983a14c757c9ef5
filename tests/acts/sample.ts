import type { ActFacts, ActIndicator } from "#lib/acts/facts.ts";

export const indicator: ActIndicator = {
  id: 1,
  code: "D2",
  name: "Качество знаний",
  object: "result",
  unit: "%",
  formula: "(«5» + «4») / все × 100",
  source: "результаты работ",
  instrument: "оценочные работы",
  period: "год",
  performer: "заместитель директора",
  addressees: ["директор", "педагогический совет"],
  levels: "от 70 — оптимальный",
};

/** A school's act that lacks nothing required. */
export const facts: ActFacts = {
  school: "МБОУ СОШ № 7",
  title: "Положение о внутренней системе оценки качества образования",
  schoolYear: "2026/27",
  approvedBy: "директор",
  consideredBy: "педагогический совет",
  order: null,
  sections: new Map(),
  indicators: [
    { ...indicator, id: 11, code: "A3", name: "Выполнение учебного плана", object: "content" },
    {
      ...indicator,
      id: 12,
      code: "B1",
      name: "Укомплектованность кадрами",
      object: "conditions",
      performer: "директор",
      instrument: "статистическая форма",
    },
    {
      ...indicator,
      id: 13,
      code: "C5",
      name: "Посещаемость",
      object: "process",
      instrument: "выгрузка журнала",
    },
    indicator,
  ],
  cycle: [
    {
      when: "август",
      what: "утверждение плана",
      performer: "директор",
      output: "приказ",
      addressee: "педагоги",
    },
  ],
  works: [{ on: "22.04.2027", classes: "5А, 5Б", subject: "математика", name: "ВПР", level: "федеральный" }],
  measures: [{ text: "Разбор заданий", performer: "МО", due: "до 1 июня", output: "протокол" }],
};
