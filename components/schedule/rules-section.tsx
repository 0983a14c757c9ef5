import { Section } from "#components/layout/section.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { type LoadParameters, parameterSources } from "#lib/schedule/load/parameters.ts";
import type { YearReport } from "#lib/schedule/load/shapes.ts";

interface Props {
  t: Translate;
  parameters: LoadParameters;
  report: YearReport;
  place: (key: string) => { href: string; label: string } | null | undefined;
  /** Where the school enters its timetables; nothing for those who only read. */
  timetableHref?: string;
}

/** By which rules the schedule was checked, what in it is no procedure, and what could not be checked. */
export function RulesSection({ t, parameters, report, place, timetableHref }: Props) {
  const names = Object.keys(parameterSources) as (keyof LoadParameters)[];
  return (
    <Section id="rules" title={t("loadRules.parameters.title")} lead={t("schedule.rules.lead")}>
      {report.unchecked.length > 0 ? (
        <div className="grid gap-1">
          <p className="font-semibold">{t("loadRules.unchecked.title")}</p>
          <ul className="grid max-w-measure gap-1">
            {report.unchecked.map(({ rule, reason, works }) => (
              <li key={`${rule}-${reason}`}>
                {t(`loadRules.unchecked.${reason}`, { count: works.length })}.
                {reason === "noTimetable" && timetableHref ? (
                  <>
                    {" "}
                    <a href={timetableHref}>{t("schedule.open.enterTimetable")}</a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {report.notProcedures.length > 0 ? (
        <Fold summary={t("loadRules.notProcedure.title")}>
          <ul className="grid gap-1">
            {report.notProcedures.map(({ work, reason }) => {
              const link = place(work);
              const words = t(`loadRules.notProcedure.${reason}`, { minutes: parameters.procedureMinutes });
              return (
                <li key={work}>
                  {link ? <a href={link.href}>{link.label}</a> : null} — {words}
                </li>
              );
            })}
          </ul>
        </Fold>
      ) : null}
      <Fold summary={t("schedule.rules.parameters")}>
        <Facts
          facts={names.map((name) => ({
            key: name,
            term: t(`loadRules.parameter.${name}.name`),
            value: t("schedule.rules.value", {
              value: t(`loadRules.parameter.${name}.value`, { value: String(parameters[name]) }),
              source: t(`loadRules.certainty.${parameterSources[name]}`),
            }),
          }))}
        />
      </Fold>
    </Section>
  );
}
