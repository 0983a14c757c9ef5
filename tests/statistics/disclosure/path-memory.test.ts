import { expect, it } from "vitest";
import { PathMemory } from "#lib/statistics/disclosure/path-memory.ts";

const path = (first: number) => Int32Array.from([first, first + 1, first + 2, first + 3]);
const STEPS = Int32Array.from([1, -1, 1, -1]);
const any = () => true;

it("finds a path of another unit, never one of its own", () => {
  const memory = new PathMemory();
  memory.remember(7, 1, path(10), STEPS, 1);
  expect(memory.find(7, 1, any)).toBe(-1);
  const at = memory.find(7, 2, any);
  expect([0, 1, 2, 3].map((corner) => memory.columnOf(at, corner))).toEqual([10, 11, 12, 13]);
  expect([0, 1, 2, 3].map((corner) => memory.stepOf(at, corner))).toEqual([1, -1, 1, -1]);
  expect(memory.find(-7, 2, any)).toBe(-1);
  // A second path of the same unit is no help to it; one of another unit is.
  memory.remember(7, 1, path(20), STEPS, 1);
  expect(memory.find(7, 1, any)).toBe(-1);
  memory.remember(7, 2, path(30), STEPS, -1);
  const second = memory.find(7, 1, any);
  expect(memory.columnOf(second, 0)).toBe(30);
  expect([0, 1, 2, 3].map((corner) => memory.stepOf(second, corner))).toEqual([-1, 1, -1, 1]);
  // Only two are kept.
  memory.remember(7, 3, path(40), STEPS, 1);
  expect(memory.columnOf(memory.find(7, 4, any), 0)).toBe(10);
});

it("passes over a path with a column that is not admitted", () => {
  const memory = new PathMemory();
  memory.remember(7, 1, path(10), STEPS, 1);
  memory.remember(7, 2, path(30), STEPS, 1);
  expect(
    memory.columnOf(
      memory.find(7, 3, (column) => column !== 13),
      0,
    ),
  ).toBe(30);
  expect(memory.find(7, 3, (column) => column !== 13 && column !== 33)).toBe(-1);
});

it("keeps what it has when it grows", () => {
  const memory = new PathMemory();
  for (let key = 1; key <= 20_000; key++) memory.remember(key * 3 - 30_000, 1, path(key), STEPS, 1);
  for (let key = 1; key <= 20_000; key++)
    expect(memory.columnOf(memory.find(key * 3 - 30_000, 2, any), 0)).toBe(key);
  expect(memory.find(1, 2, any)).toBe(-1);
});
