import { Status } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Problem } from "#lib/submissions/problems.ts";

/** What a problem says, in a sentence. */
export function problemText(t: Translate, { code, params }: Pick<Problem, "code" | "params">): string {
  const { label, ...others } = params;
  return t(`submissions.problem.${code}`, {
    ...others,
    ...(label === undefined ? {} : { label: label || "none" }),
  });
}

/** Errors and warnings in two lists; an answered warning shows its answer. */
export function ProblemList({ t, problems }: { t: Translate; problems: readonly Problem[] }) {
  const kinds = (["error", "warning"] as const).filter((kind) =>
    problems.some((one) => one.severity === kind),
  );
  return kinds.map((kind) => (
    <div key={kind} className="grid gap-2">
      <h3>{t(`submissions.page.${kind}s`)}</h3>
      <ul className="grid max-w-measure gap-2">
        {problems
          .filter((one) => one.severity === kind)
          .map((one) => (
            <li key={one.key}>
              <Status
                t={t}
                kind={kind === "error" ? "risk" : one.answered === null ? "warn" : "ok"}
                word={problemText(t, one)}
                plain
              />
              {one.answered === null ? null : (
                <p className="pl-6 text-ink-2">{t("submissions.page.answered", { text: one.answered })}</p>
              )}
            </li>
          ))}
      </ul>
    </div>
  ));
}
