/** What the worker is started with. */
export interface WorkerOrder {
  /** file address of the module */
  module: string;
  exportName: string;
  args: readonly unknown[];
}

/** What the worker answers to each request for the next piece. */
export type WorkerAnswer =
  | { kind: "piece"; value: unknown }
  | { kind: "done"; value: unknown }
  | { kind: "failed"; name: string; message: string; stack: string };
