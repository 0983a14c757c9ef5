import { afterEach, expect, it, vi } from "vitest";
import { quietConsole } from "#lib/platform/log.ts";

const original = console.error;
afterEach(() => {
  console.error = original;
  vi.restoreAllMocks();
});

function written(work: () => void): string {
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  quietConsole();
  work();
  return lines.join("");
}

it("an error is written by kind and place, never by its message", () => {
  const line = written(() =>
    console.error("⨯", new TypeError("Ключ (email)=(anna@school.ru) уже существует")),
  );
  expect(line).toContain('"name":"TypeError"');
  expect(line).toContain("log.test.ts");
  expect(line).not.toContain("anna@school.ru");
});

it("words that are no error are not written out either", () => {
  expect(written(() => console.error("anna@school.ru"))).toMatch(/"name":"string"/);
});

it("an error of a request, which is logged with its number, is not written twice", () => {
  expect(written(() => console.error(Object.assign(new Error("x"), { digest: "1" })))).toBe("");
});
