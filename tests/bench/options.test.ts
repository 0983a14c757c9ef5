import { describe, expect, it } from "vitest";
import { options } from "#scripts/bench/options.ts";

describe("the words after npm run bench --", () => {
  it("may be none: everything is measured", () => {
    expect(options([])).toEqual({
      parts: ["import", "statistics", "pages", "grid", "schedule", "indicators", "files"],
      quick: false,
      json: false,
      runs: 15,
      seconds: 2,
    });
  });

  it("choose a part, leave out the million, and say how long", () => {
    expect(options(["--quick", "--json", "--only=pages", "--runs=9", "--seconds=0.5"])).toEqual({
      parts: ["pages"],
      quick: true,
      json: true,
      runs: 9,
      seconds: 0.5,
    });
  });

  it.each([
    "--only=everything",
    "--runs=0",
    "--runs=many",
    "--seconds=-1",
    "--seconds=1e3",
    "--fast",
    "fast",
  ])("are refused when nobody could understand them: %s", (word) => {
    expect(options([word])).toBeNull();
  });
});
