import { RefusedError } from "#lib/platform/errors.ts";
import { translator } from "#messages/translate.ts";
import { type Command, UsageError } from "./portal/command.ts";
import { demo } from "./portal/demo.ts";
import { doctor } from "./portal/doctor.ts";
import { flags } from "./portal/flags.ts";
import { importFiles } from "./portal/import.ts";
import { schoolList, schoolLoad } from "./portal/school.ts";
import { summary } from "./portal/summary.ts";
import { userAdd } from "./portal/user.ts";
import { workList, workLoad } from "./portal/work.ts";
import { openPortal } from "./setup/open-portal.ts";
import { Refusal } from "./setup/say.mjs";

const commands: Record<string, Command> = {
  import: importFiles,
  "work load": workLoad,
  "work list": workList,
  "school load": schoolLoad,
  "school list": schoolList,
  "user add": userAdd,
  summary,
  flags,
  doctor,
  demo,
};

const t = translator("ru", "cli");

/** Exit codes: 0 done, 1 the call is wrong or something broke, 2 some of it was refused. */
async function main(words: readonly string[]): Promise<number> {
  const name = [words.slice(0, 2).join(" "), words[0] ?? ""].find((candidate) =>
    Object.hasOwn(commands, candidate),
  );
  const command = name === undefined ? undefined : commands[name];
  if (!command || name === undefined) {
    console.log(
      t("overview", {
        commands: Object.keys(commands)
          .map((key) => `  portal ${key.padEnd(12)} ${t(`${keyOf(key)}.about`)}`)
          .join("\n"),
      }),
    );
    return words.length === 0 || words.includes("--help") ? 0 : 1;
  }
  const rest = words.slice(name.split(" ").length);
  if (rest.includes("--help")) {
    console.log(`${t(`${keyOf(name)}.about`)}\n\n${t(`${keyOf(name)}.help`)}`);
    return 0;
  }
  const parsed = command.parse(rest);
  const portal = await openPortal();
  try {
    return await command.run(parsed, t);
  } finally {
    const { disconnect } = await import("#lib/platform/db/client.ts");
    await disconnect();
    await portal.close();
  }
}

const keyOf = (name: string) => name.replace(" ", "-");

// A reader that closes early (head, less) is not an error.
process.stdout.on("error", () => process.exit());

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) console.error(t(error.key, error.params));
  else if (error instanceof RefusedError)
    console.error(translator("ru", "cli")("refused", { key: error.messageKey, kind: error.kind }));
  else if (error instanceof Refusal) console.error(error.message);
  else throw error;
  process.exitCode = 1;
}
// What has been opened is closed; a worker or a pool that lingers must not hold the terminal.
process.exit();
