import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { secretsOf } from "#scripts/setup/secrets.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "portal-secrets-"));

describe("the secrets of an installation", () => {
  it("are made once, and only their owner can read them", () => {
    const folder = newFolder();
    const secrets = secretsOf(folder);
    expect(secretsOf(folder)).toEqual(secrets);
    expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("differ from each other and from those of any other installation", () => {
    const all = [secretsOf(newFolder()), secretsOf(newFolder())].flatMap((secrets) => Object.values(secrets));
    expect(new Set(all).size).toBe(6);
    for (const secret of all) expect(secret.length).toBeGreaterThanOrEqual(32);
  });
});
