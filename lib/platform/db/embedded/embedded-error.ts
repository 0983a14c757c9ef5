/** Why the embedded database cannot be used; `reason` is a key of messages/…/startup.json. */
export class EmbeddedDatabaseError extends Error {
  readonly reason: "databaseFailed" | "databasePassword" | "noSystemUser" | "folderClosed";
  /** The last words of PostgreSQL, when it said any. */
  readonly log: string;
  /** The folder that its system user cannot enter, when that is the reason. */
  readonly folder: string;
  constructor(reason: EmbeddedDatabaseError["reason"], { log = "", folder = "" } = {}) {
    super(`${reason} ${folder}${log}`);
    this.reason = reason;
    this.log = log;
    this.folder = folder;
  }
}
