import type { Translate } from "#components/ui/translate.ts";
import { taskHref, taskSentence } from "#lib/submissions/digest.ts";
import type { TaskList as Tasks } from "#lib/submissions/task-reads.ts";

/** What waits for this person, each with the way to do it. */
export function TaskList({ t, list, day }: { t: Translate; list: Tasks; day: (day: string) => string }) {
  return (
    <ul className="grid gap-3">
      {list.tasks.map((task) => (
        <li key={JSON.stringify(task)} className="border-l-4 border-line-strong pl-4">
          <a href={taskHref(task)} className="inline-flex min-h-11 items-center">
            {taskSentence(t, task, list.works, day)}
          </a>
        </li>
      ))}
    </ul>
  );
}
