import { expect, it } from "vitest";
import { localPath } from "#lib/platform/access/local-path.ts";

it.each([
  ["/people", "/people"],
  ["/people?search=Иван#row-5", "/people?search=%D0%98%D0%B2%D0%B0%D0%BD#row-5"],
  ["/a/../b", "/b"],
])("%s is followed", (asked, path) => {
  expect(localPath(asked, "/desk")).toBe(path);
});

it.each([
  "",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/a/\\../\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "javascript:alert(1)",
  "people",
  " //evil.example",
])("%j does not lead away", (asked) => {
  expect(localPath(asked, "/desk")).toBe("/desk");
});
it("nothing asked leads to the fallback", () => {
  expect(localPath(undefined, "/desk")).toBe("/desk");
  expect(localPath(null, "/")).toBe("/");
});
