import type { ImportView } from "#lib/results/import-queries.ts";
import { ActionForm, type ResultsAction } from "./action-form.tsx";
import { Waiting } from "./waiting.tsx";
import { countText, type Words } from "./words.ts";

/** A file that is being read or applied: how far it has come, and the way to stop it. Looked at again by itself, also without scripts. */
export function WorkGoingOn({ words, file, stop }: { words: Words; file: ImportView; stop: ResultsAction }) {
  const { t } = words;
  const { progress } = file;
  const applying = file.state === "applying";
  return (
    <div className="grid max-w-measure gap-4">
      <Waiting words={t(applying ? "results.review.applyingFile" : "results.review.waiting")} />
      {progress === null ? null : (
        <div className="grid gap-2">
          <p id="progress-words">
            {t(progress.total > 0 ? `results.progress.${progress.step}` : "results.progress.begun", {
              done: countText(words, progress.done),
              total: countText(words, progress.total),
            })}
          </p>
          {progress.total > 0 && progress.step !== "counting" ? (
            <progress
              className="w-full"
              max={progress.total}
              value={progress.done}
              aria-labelledby="progress-words"
            />
          ) : null}
          {progress.stopAsked ? <p>{t("results.progress.stopAsked")}</p> : null}
        </div>
      )}
      {file.stoppable ? (
        <ActionForm
          id="stop"
          action={stop}
          importId={file.id}
          words={{
            send: t(applying ? "results.progress.stopApplying" : "results.progress.stopReading"),
            sending: t("results.progress.stopping"),
          }}
        />
      ) : null}
    </div>
  );
}
