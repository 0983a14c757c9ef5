import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { missingPrograms } from "#scripts/setup/lock.mjs";

const text = readFileSync("package-lock.json", "utf8");
const lock: { packages: Record<string, { version?: string }> } = JSON.parse(text);
const root = lock.packages[""] as Record<string, unknown>;
const manifest: Record<string, unknown> = JSON.parse(readFileSync("package.json", "utf8"));

describe("package-lock.json", () => {
  it("names the programs of every platform, or `npm ci` refuses it (node scripts/complete-lock.mjs mends it)", () => {
    expect(missingPrograms(lock.packages)).toEqual([]);
  });

  it("agrees with package.json", () => {
    expect(root.dependencies).toEqual(manifest.dependencies);
    expect(root.devDependencies).toEqual(manifest.devDependencies);
  });

  it("names no registry, so that every registry will do", () => {
    expect(text).not.toContain('"resolved"');
  });
});

describe("the entry for a program of another platform", () => {
  it("names the system, the processor and the C library, so that npm skips it elsewhere", () => {
    const packages = {
      "node_modules/a": { version: "1.0.0", optionalDependencies: { "@a/linux-x64-musl": "1.0.0" } },
    };
    const entry = { version: "1.0.0", cpu: ["x64"], libc: ["musl"], optional: true, os: ["linux"] };
    expect(missingPrograms(packages)).toEqual([{ name: "@a/linux-x64-musl", entry }]);
  });
});
