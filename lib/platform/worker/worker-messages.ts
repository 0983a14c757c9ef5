/** The task that the worker begins next; what it was doing before is done or forgotten. */
export interface WorkerOrder {
  kind: "order";
  /** file address of the module */
  module: string;
  exportName: string;
  args: readonly unknown[];
}

/** What the worker is told: to begin a task, or to hand out its next piece; `reply` is what its last piece asked for. */
export type WorkerQuestion = WorkerOrder | { kind: "next"; reply: unknown };

/** What the worker answers to each request for the next piece. */
export type WorkerAnswer =
  | { kind: "piece"; value: unknown }
  /** `heldMb`: the memory that the thread goes on holding, megabytes */
  | { kind: "done"; value: unknown; heldMb: number }
  | { kind: "failed"; name: string; message: string; stack: string };
