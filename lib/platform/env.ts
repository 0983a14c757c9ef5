import { resolve } from "node:path";
import { z } from "zod";
import { isTimeZone } from "./format/time-zone.ts";

/**
 * Every variable of the environment, once. The sentence that explains it stands in messages/…/startup.json under
 * `variables`, the one that refuses a wrong value under `wrong`; .env.example is written from here.
 * `fallback: null` has no default: the start-up script makes the value (the embedded database, a secret of the installation).
 */
const VARIABLES = {
  PORT: { schema: wholeNumber(1, 65_535), fallback: "3000" },
  HOST: { schema: z.string().regex(/^[\w.:-]+$/), fallback: "127.0.0.1" },
  PORTAL_URL: { schema: z.string().refine(isOrigin), fallback: ownAddress },
  DATABASE_URL: { schema: z.string().refine(isPostgresUrl), fallback: null, secret: true },
  PORTAL_DATA: { schema: z.string().transform((folder) => resolve(folder)), fallback: ".data" },
  PORTAL_SECRET: { schema: z.string().min(32), fallback: null, secret: true },
  PORTAL_DEMO: { schema: z.enum(["auto", "off"]), fallback: "auto" },
  TIME_ZONE: { schema: z.string().refine(isTimeZone), fallback: "Europe/Moscow" },
  TRUST_PROXY: { schema: wholeNumber(0, 9), fallback: "0" },
  UPLOAD_MAX_MB: { schema: wholeNumber(1, 1_000), fallback: "50" },
  LOG_LEVEL: { schema: z.enum(["debug", "info", "warn", "error"]), fallback: "info" },
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: { schema: z.string().refine(isKeyOrEmpty), fallback: "", secret: true },
  SMTP_URL: { schema: z.string().refine(isMailServer), fallback: "", secret: true },
  MAIL_FROM: { schema: z.string().refine(isSender), fallback: "" },
  CHROMIUM_PATH: { schema: z.string(), fallback: "" },
} satisfies Record<string, Variable>;

interface Variable {
  schema: z.ZodType<unknown, string>;
  fallback: string | null | (() => string);
  secret?: boolean;
}

export type VariableName = keyof typeof VARIABLES;
export type Environment = { readonly [N in VariableName]: z.output<(typeof VARIABLES)[N]["schema"]> };

export const variableNames = Object.keys(VARIABLES) as VariableName[];

/**
 * The environment, typed. Read when asked, so that a program may be imported before its database is known.
 * Reading a value that is wrong, or missing without a default, throws an error that names the variable.
 */
export const env = Object.defineProperties(
  {},
  Object.fromEntries(variableNames.map((name) => [name, { enumerable: true, get: () => read(name) }])),
) as Environment;

/** True under `next dev`, where React needs eval and inline styles. Bundlers replace the expression by a constant. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}

/** What a person wrote for a variable, or null. An empty value counts as not written. */
export function given(name: VariableName): string | null {
  return process.env[name] || null;
}

/** Sets variables for this program and those it starts; for the scripts that make the values. */
export function provide(values: Partial<Record<VariableName, string>>): void {
  Object.assign(process.env, values);
}

/** This program's environment for another one that it starts. */
export function childEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}

/** A variable that a person wrote wrongly; `value` is null when it is a secret. */
export interface WrongVariable {
  name: VariableName;
  value: string | null;
}

/** Every wrong value that a person wrote, in the order of the table. */
export function wrongVariables(): WrongVariable[] {
  return variableNames.flatMap((name) => {
    const value = given(name);
    const { schema, secret = false }: Variable = VARIABLES[name];
    return value === null || schema.safeParse(value).success ? [] : [{ name, value: secret ? null : value }];
  });
}

/** What a variable is when nobody writes it; null when the start-up script makes it. */
export function fallbackOf(name: VariableName): string | null {
  const { fallback }: Variable = VARIABLES[name];
  return typeof fallback === "function" ? fallback() : fallback;
}

function ownAddress(): string {
  return `http://localhost:${env.PORT}`;
}

function read(name: VariableName): unknown {
  const value = given(name) ?? fallbackOf(name);
  if (value === null) throw new Error(`${name} is not set`);
  const parsed = VARIABLES[name].schema.safeParse(value);
  if (!parsed.success) throw new Error(`${name} is wrong`);
  return parsed.data;
}

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((number) => number >= least && number <= most);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

/** smtp:// or smtps:// with a host; name and password stand in it. */
function isMailServer(text: string): boolean {
  return (
    text === "" ||
    (URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).host !== "")
  );
}

/** `portal@example.ru` or `Name <portal@example.ru>`, on one line. */
function isSender(text: string): boolean {
  return text === "" || /^(?:[^<>@\r\n]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/.test(text);
}

/** The length that Next's encryption takes: 16, 24 or 32 bytes in base64. */
function isKeyOrEmpty(text: string): boolean {
  return text === "" || [16, 24, 32].includes(Buffer.from(text, "base64").length);
}
