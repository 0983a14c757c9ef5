import { stripVTControlCharacters } from "node:util";
import type { Reporter, TestCase, TestModule } from "vitest/node";

type Failures = readonly { message: string; stack?: string | undefined; diff?: string | undefined }[];

const STEP = 20;

/** For `npm test`: a line now and then while it goes well, and every failure with what is needed to mend it. */
export default class ProgressReporter implements Reporter {
  #total = 0;
  #done = 0;

  onTestRunStart(specifications: readonly unknown[]): void {
    this.#total = specifications.length;
  }

  onTestModuleEnd(module: TestModule): void {
    this.#done += 1;
    if (this.#done % STEP === 0 || this.#done === this.#total)
      console.log(`  ${this.#done} / ${this.#total}`);
    this.#show(module.relativeModuleId, module.errors());
  }

  onTestCaseResult(test: TestCase): void {
    this.#show(`${test.module.relativeModuleId} > ${test.fullName}`, test.result().errors ?? []);
  }

  onTestRunEnd(_: readonly TestModule[], unhandled: Failures): void {
    this.#show("outside of any test", unhandled);
  }

  #show(where: string, failures: Failures): void {
    for (const { message, stack, diff } of failures) {
      const place = stack
        ?.split("\n")
        .find((line) => line.includes(process.cwd()) && !line.includes("node_modules"));
      const lines = [`✗ ${where}`, message, diff ?? "", place?.trim() ?? ""];
      console.log(stripVTControlCharacters(lines.filter((line) => line !== "").join("\n  ")));
    }
  }
}
