import { readFileSync } from "node:fs";
import { inside } from "./places.mjs";

const locale = /^uk/.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "")
  ? "uk"
  : "ru";
const sentences = JSON.parse(readFileSync(inside("messages", locale, "startup.json"), "utf8"));

/**
 * The sentence with this key of messages/…/startup.json ("ready", "wrong.PORT"), in the language of the terminal.
 * A missing key is a defect and throws.
 * @param {string} key
 * @param {Record<string, string | number | null>} [params]
 * @returns {string}
 */
export function sentence(key, params = {}) {
  const text = key.split(".").reduce((part, name) => part?.[name], sentences);
  if (typeof text !== "string") throw new Error(`No sentence "${key}" in startup.json`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(params[name] ?? ""));
}

/** Prints a sentence. @param {string} key @param {Record<string, string | number | null>} [params] */
export function say(key, params) {
  console.log(sentence(key, params));
}

/** What stops a command with a sentence for a person instead of a trace. */
export class Refusal extends Error {
  /** @param {string} key @param {Record<string, string | number | null>} [params] */
  constructor(key, params) {
    super(sentence(key, params));
    this.name = "Refusal";
  }
}
