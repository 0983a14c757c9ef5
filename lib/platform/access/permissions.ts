import { RefusedError } from "../errors.ts";

/** Roles of people. The public has no account and is not in this list; `system` is the portal itself (jobs, set-up). */
export const roles = ["admin", "region", "municipality", "head", "deputy", "teacher", "expert"] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const offices: readonly Role[] = ["admin", "region", "municipality"];
const administration: readonly Role[] = ["admin", "region", "municipality", "head", "deputy"];

/** Who may do what. Which rows it may be done to is the database's decision (row-level security). */
export const permissions = {
  /** Invite people, change role and scope, end sessions, switch accounts off. */
  "people.manage": ["admin"],
  /** See who works in one's unit. */
  "people.read": ["admin", "region", "municipality", "head"],
  /** See one's own account, change its password, end or prolong one's own sessions. */
  "account.own": everyone,
  /** Read the registry of schools. */
  "schools.read": everyone,
  /** Add, rename, merge and edit schools; load a registry from a file. */
  "schools.edit": offices,
  /** Add regions. */
  "regions.add": ["admin"],
  /** Add municipalities to a region. */
  "municipalities.add": ["admin", "region"],
  /** Edit the list of classes. */
  "classes.edit": administration,
  /** Read regulations that apply to one's work, and say that one has read them. */
  "regulations.read": everyone,
  /** Say that one has read a document. Experts look on from outside: nobody asks them to. */
  "regulations.acknowledge": ["admin", "region", "municipality", "head", "deputy", "teacher"],
  /** Write drafts of regulations of one's own unit; say who of it must read one. */
  "regulations.edit": administration,
  /** Adopt editions and end them. */
  "regulations.adopt": ["admin", "region", "municipality", "head"],
  /** Read the catalogue of indicators. */
  "indicators.read": everyone,
  /** Add own indicators, adapt those of the catalogue, link them to clauses: in drafts, nothing is measured by them yet. */
  "indicators.edit": ["region", "municipality", "head", "deputy"],
  /** Adopt indicators and their versions, set borders of levels and targets for one's own unit. */
  "indicators.decide": ["region", "municipality", "head"],
  /** Enter what indicators need and no table of the portal knows; a teacher only what was given to do. */
  "indicators.enter": ["head", "deputy", "teacher"],
  /** Say who enters which of it, and until when. */
  "indicators.assign": ["head", "deputy"],
  /** Keep a table of the bank as it is today under an address of its own. */
  "indicators.freeze": ["admin", "region", "municipality", "head", "deputy"],
  /** Read works, tasks and scales. */
  "assessments.read": everyone,
  /** Add and edit works, tasks and scales; load them from a file. */
  "assessments.edit": ["admin", "region"],
  /** Read results by pupil code. */
  "results.read": everyone,
  /** Bring, check, apply and undo files of results. */
  "results.import": administration,
  /** Recount the marks by the scale of results that are stored already. */
  "results.rescale": ["admin", "region"],
  /** See how far each school's results have come, and what is still owed. */
  "submissions.read": ["admin", "region", "municipality", "head", "deputy"],
  /** Hand results over for approval, and take them back before they are approved. */
  "submissions.submit": ["head", "deputy"],
  /** Approve results for the school, or send them back. */
  "submissions.approve": ["head"],
  /** Accept, return, lock and unlock results of schools. */
  "submissions.accept": ["region", "municipality"],
  /** Say what became of pupils without results. */
  "submissions.explain": ["head", "deputy", "teacher"],
  /** Open, extend and close campaigns; let a school be late. */
  "campaigns.manage": ["region", "municipality"],
  /** See the check rules, what they found, and what was asked about it. */
  "checks.read": ["admin", "region", "municipality", "head", "deputy"],
  /** Ask about a finding, answer and close. */
  "checks.ask": ["region", "municipality", "head", "deputy"],
  /** Confirm a warning with a reason; an office may accept an error. */
  "checks.confirm": ["region", "municipality", "head", "deputy"],
  /** Write check rules, see what they would have caught, adopt them. */
  "checks.rule": ["region", "municipality"],
  /** Read the schedule of assessments, also its draft. */
  "schedule.read": everyone,
  /** Place and move works, choose days within windows, import, enter hours and holidays of a school. */
  "schedule.plan": ["head", "deputy"],
  /** Publish an edition of a school's schedule. */
  "schedule.publish": ["head", "deputy"],
  /** Announce works and windows, enter holidays for an area. */
  "schedule.announce": ["region", "municipality"],
  /** Make and keep the yearly cycle of quality assessment of one's school. */
  "cycle.plan": ["head", "deputy"],
  /** Say what became of its lines; a teacher of those given to him or her. */
  "cycle.report": ["head", "deputy", "teacher"],
  /** Read the school's act on its internal system of quality assessment. */
  "acts.read": everyone,
  /** Write that act of one's own school from its catalogue. */
  "acts.draft": ["head", "deputy"],
  /** Adopt it: its text becomes an edition among the regulations. */
  "acts.adopt": ["head"],
  /** Read the analysis. */
  "insights.read": everyone,
  /** Take tables away as xlsx. */
  "insights.export": everyone,
  /** Read the analysis of state examinations. */
  "exams.read": everyone,
  /** Enter registers of graduates, certificates and medals. */
  "exams.register": administration,
  /** Adopt scales of state examinations for the region. */
  "exams.scale": ["admin", "region"],
  /** See signs of low results. */
  "flags.read": ["admin", "region", "municipality", "head", "deputy", "expert"],
  /** Adopt a new version of the rule. */
  "flags.rule": ["admin", "region"],
  /** Read drafts of reports. */
  "reports.read": ["admin", "region", "municipality", "head", "deputy", "expert"],
  /** Write drafts of reports. */
  "reports.draft": administration,
  /** Publish, amend and withdraw. */
  "reports.publish": ["admin", "region", "municipality", "head"],
  /** Read the journal of changes. */
  "audit.read": ["admin", "region", "municipality", "head"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** True when the role may do this at all. Buttons ask it as a courtesy; commands ask `permit`. */
export function may(viewer: { role: Role | "public" | "system" }, permission: Permission): boolean {
  return viewer.role === "system" || (permissions[permission] as readonly string[]).includes(viewer.role);
}

/** Refuses a viewer who may not do this. */
export function permit(viewer: { role: Role | "public" | "system" }, permission: Permission): void {
  if (may(viewer, permission)) return;
  throw viewer.role === "public" ? new RefusedError("notSignedIn") : new RefusedError("forbidden");
}
