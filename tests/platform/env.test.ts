import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { env, given, type VariableName, variableNames, wrongVariables } from "#lib/platform/env.ts";
import ru from "#messages/ru/startup.json" with { type: "json" };
import { envExample } from "#scripts/setup/env-example.ts";
import { checkVariables } from "#scripts/setup/open-portal.ts";

const WRONG: Record<VariableName, readonly string[]> = {
  PORT: ["abc", "0", "65536", "80.5", "-1", "0x50"],
  HOST: ["school portal", "http://localhost"],
  PORTAL_URL: ["portal.example.ru", "https://portal.example.ru/", "ftp://portal.example.ru", "https://a/b"],
  DATABASE_URL: ["mysql://a:b@c/d", "localhost:5432"],
  PORTAL_DATA: [],
  PORTAL_SECRET: ["short"],
  PORTAL_DEMO: ["yes", "AUTO"],
  TIME_ZONE: ["Moscow", "Europe/Москва", "+3"],
  TRUST_PROXY: ["yes", "-1", "10"],
  UPLOAD_MAX_MB: ["0", "50 MB", "1001"],
  LOG_LEVEL: ["verbose"],
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ["short"],
  SMTP_URL: ["mail.example.ru:587", "https://mail.example.ru"],
  MAIL_FROM: ["portal", "a@b@c", "Портал <portal>"],
  CHROMIUM_PATH: [],
};

function only(values: Partial<Record<VariableName, string>>): void {
  for (const name of variableNames) vi.stubEnv(name, values[name] ?? "");
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a wrong variable", () => {
  const cases = variableNames.flatMap((name) => WRONG[name].map((value) => [name, value] as const));
  it.each(cases)("%s=%s stops the start with a sentence that names it", (name, value) => {
    only({ [name]: value });
    expect(wrongVariables().map((wrong) => wrong.name)).toEqual([name]);
    expect(checkVariables).toThrow(new RegExp(`^${name}: .*[а-я]`));
  });

  it("is shown as it was written, except when it is a secret", () => {
    only({ PORT: "abc", PORTAL_SECRET: "short", DATABASE_URL: "mysql://owner:password@server/base" });
    expect(checkVariables).toThrow("abc");
    expect(checkVariables).not.toThrow("short");
    expect(checkVariables).not.toThrow("password@");
  });

  it("is refused also where it is used", () => {
    only({ PORT: "abc" });
    expect(() => env.PORT).toThrow("PORT");
  });
});

describe("a variable that nobody wrote", () => {
  it("has its default, and an empty one counts as not written", () => {
    only({});
    expect(wrongVariables()).toEqual([]);
    expect(given("PORT")).toBeNull();
    expect([env.PORT, env.HOST, env.TIME_ZONE, env.PORTAL_DEMO]).toEqual([
      3000,
      "127.0.0.1",
      "Europe/Moscow",
      "auto",
    ]);
  });

  it("follows the others: the address of the portal has its port", () => {
    only({ PORT: "4000" });
    expect(env.PORTAL_URL).toBe("http://localhost:4000");
  });

  it("is never quietly replaced when only a person or the start-up can know it", () => {
    only({});
    expect(() => env.DATABASE_URL).toThrow("DATABASE_URL");
    expect(() => env.PORTAL_SECRET).toThrow("PORTAL_SECRET");
  });
});

describe("every variable", () => {
  it("is explained once, and has a sentence that refuses it", () => {
    expect(Object.keys(ru.variables).sort()).toEqual([...variableNames].sort());
    expect(Object.keys(ru.wrong).sort()).toEqual([...variableNames].sort());
  });

  it("stands in .env.example with its default (node scripts/write-env-example.ts writes it)", () => {
    only({});
    expect(readFileSync(".env.example", "utf8")).toBe(envExample());
  });
});
